public import Stories

/// A text to its segments: ranges and keys, from its bytes and the tokens that signing needs anyway.
///
/// A value without state; safe to use from anywhere.
///
/// Complexity: O(n) in bytes and tokens. No text is copied.
public struct Segmenter: Sendable {
  /// Version of the rules for keys. Raised whenever some segment's key changes.
  public static let version = 1

  /// Makes a segmenter.
  public init() {}

  /// The segments of one kind, in order. They do not overlap and none is empty.
  ///
  /// - Parameters:
  ///   - level: which stretches are wanted.
  ///   - text: the text.
  ///   - tokens: its tokens, as `Tokeniser` gives them.
  ///   - keyed: whether the segments get their keys.
  /// - Returns: the segments.
  public func segments(
    _ level: SegmentLevel, of text: String, tokens: Tokens, keyed: Bool = true
  ) -> [Segment] {
    var text = text
    return text.withUTF8 { bytes in
      withKeys(of: bytes, tokens, keyed: keyed) { segments(level, $0) }
    }
  }

  private func segments(
    _ level: SegmentLevel, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    EndMap.with(bytes) { map in
      let scan = LineScan(bytes, map)
      return switch level {
      case .paragraph: scan.paragraphs
      case .line: scan.lines
      case .sentence: SentenceScan(bytes, scan, map).ranges
      }
    }
  }

  /// The stretches by which boilerplate is judged: lines as a rule; sentences where a text is one long
  /// line or is wrapped at a column, since there a line is no unit of meaning.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - tokens: its tokens, as `Tokeniser` gives them.
  /// - Returns: the segments in order, with their keys.
  public func units(of text: String, tokens: Tokens) -> [Segment] {
    var text = text
    return text.withUTF8 { units(of: $0, tokens: tokens) }
  }

  /// The same for some valid UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - tokens: its tokens.
  ///   - keyed: whether the segments get their keys; judging does not look at them.
  /// - Returns: the segments in order.
  public func units(
    of bytes: UnsafeBufferPointer<UInt8>, tokens: Tokens, keyed: Bool = true
  ) -> [Segment] {
    withKeys(of: bytes, tokens, keyed: keyed) { bytes in
      EndMap.with(bytes) { units(bytes, LineScan(bytes, $0), $0) }
    }
  }

  private func units(
    _ bytes: UnsafeBufferPointer<UInt8>, _ scan: LineScan, _ map: EndMap
  ) -> [Range<Int>] {
    if scan.isWrapped { return SentenceScan(bytes, scan, map).ranges }
    guard scan.lines.contains(where: { isLong($0, bytes.count) }) else { return scan.lines }
    var units: [Range<Int>] = []
    units.reserveCapacity(2 * scan.lines.count + bytes.count / 128)
    for line in scan.lines {
      if isLong(line, bytes.count) {
        SentenceScan.add(sentencesIn: line, of: bytes, map, to: &units)
      } else {
        units.append(line)
      }
    }
    return units
  }

  /// Whether a line is better judged by its sentences: too long for one verdict, or most of the text.
  private func isLong(_ line: Range<Int>, _ total: Int) -> Bool {
    line.count > 1000 || (line.count > 400 && line.count * 5 > total * 3)
  }

  /// The first of some places in rising order of which something is true, from a position on: in growing
  /// steps and then by halving them, since a segment's last token is seldom near its first.
  @inline(__always)
  private static func first(
    in places: [UInt32], from start: Int, where isTrue: (Int) -> Bool
  ) -> Int {
    var (low, step) = (start, 1)
    while low + step <= places.count, !isTrue(Int(places[low + step - 1])) {
      low += step
      step *= 2
    }
    var high = min(places.count, low + step - 1)
    while low < high {
      let middle = (low + high) / 2
      if isTrue(Int(places[middle])) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func withKeys(
    of bytes: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, keyed: Bool,
    _ find: (UnsafeBufferPointer<UInt8>) -> [Range<Int>]
  ) -> [Segment] {
    var keys = SegmentKeys()
    var next = 0
    return find(bytes).map { range in
      let first = Segmenter.first(in: tokens.starts, from: next) { $0 >= range.lowerBound }
      next = Segmenter.first(in: tokens.ends, from: first) { $0 > range.upperBound }
      if !keyed {
        return Segment(
          range: range, tokens: first..<next, key: SegmentKey(bits: 0),
          looseKey: SegmentKey(bits: 0))
      }
      return keys.segment(range, first..<next, tokens, bytes)
    }
  }
}
