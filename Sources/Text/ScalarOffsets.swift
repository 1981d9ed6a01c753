/// Offsets of a text in Unicode scalars, as everything the product prints counts them.
public struct ScalarOffsets: Sendable {
  /// Scalars before each run of `step` bytes.
  private let marks: [Int]
  private let bytes: [UInt8]
  private static let step = 256

  /// Prepares a text.
  ///
  /// Complexity: O(n).
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var marks = [0]
    marks.reserveCapacity(bytes.count / ScalarOffsets.step + 1)
    var count = 0
    for start in stride(from: 0, to: bytes.count - ScalarOffsets.step + 1, by: ScalarOffsets.step) {
      count &+= ScalarOffsets.count(bytes[start..<start + ScalarOffsets.step])
      marks.append(count)
    }
    self.marks = marks
  }

  /// How many scalars begin in some bytes: all of them but those that continue a character, eight at once.
  private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { bytes in
      let tops: UInt64 = 0x8080_8080_8080_8080
      var (continuations, next) = (0, 0)
      while next &+ 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self)
        // The highest bit is 1 and the one below it 0. The sum of eight single bits comes to stand in the highest byte.
        let found = (eight & ~(eight &<< 1) & tops) &>> 7
        continuations &+= Int(truncatingIfNeeded: (found &* 0x0101_0101_0101_0101) &>> 56)
        next &+= 8
      }
      while next < bytes.count {
        continuations &+= bytes[next] & 0xC0 == 0x80 ? 1 : 0
        next &+= 1
      }
      return bytes.count &- continuations
    }
  }

  /// How many scalars lie before a byte offset that falls between two scalars.
  ///
  /// Complexity: O(1).
  public func scalars(before offset: Int) -> Int {
    let mark = min(offset / ScalarOffsets.step, marks.count - 1)
    let rest = bytes[mark * ScalarOffsets.step..<min(offset, bytes.count)]
    return marks[mark] + ScalarOffsets.count(rest)
  }

  /// A range of bytes as a range of scalars.
  public func scalars(_ range: Range<Int>) -> Range<Int> {
    scalars(before: range.lowerBound)..<scalars(before: range.upperBound)
  }
}
