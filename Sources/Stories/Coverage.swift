/// Which parts of a text something covers: a bit for each sixty-fourth, the first in the lowest bit.
///
/// Eight bytes instead of a list of ranges, so that what every story shares with every other of its group
/// can be held and united.
public struct Coverage: Hashable, Sendable {
  /// The bits.
  public var bits: UInt64

  /// Parts that a text is cut into.
  public static let parts = 64

  /// Makes a coverage of bits.
  @inlinable
  public init(bits: UInt64 = 0) { self.bits = bits }

  /// Makes a coverage of ranges.
  ///
  /// - Parameters:
  ///   - ranges: in ascending order, without overlap.
  ///   - count: the length of the text in the same measure. A part counts as covered when its middle is.
  public init(of ranges: [Range<Int>], in count: Int) {
    bits = 0
    guard count > 0 else { return }
    for range in ranges {
      // The first and last part whose middle, (part + 1/2)·count/64, lies in the range.
      let first = max(0, (range.lowerBound * 128 - count + 2 * count - 1) / (2 * count))
      let end = min(64, (range.upperBound * 128 - count + 2 * count - 1) / (2 * count))
      guard first < end else { continue }
      let length = UInt64(end - first)
      bits |= (length == 64 ? .max : (1 << length) - 1) << UInt64(first)
    }
  }

  /// The part of the text that is covered, from 0 to 1.
  @inlinable
  public var share: Double { Double(bits.nonzeroBitCount) / Double(Coverage.parts) }

  /// What either covers.
  @inlinable
  public static func | (left: Coverage, right: Coverage) -> Coverage {
    Coverage(bits: left.bits | right.bits)
  }
}
