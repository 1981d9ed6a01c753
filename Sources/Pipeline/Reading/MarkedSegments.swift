internal import Stories
internal import Text

/// Cuts what is marked in a text into segments, as a person would name them.
struct MarkedSegments {
  private let tokens: Tokens
  private let bytes: UnsafeBufferPointer<UInt8>
  private let segmenter: Segmenter

  /// A stretch within a line has at least so many tokens.
  private static let leastTokens = 3

  init(_ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>, _ segmenter: Segmenter) {
    (self.tokens, self.bytes, self.segmenter) = (tokens, bytes, segmenter)
  }

  /// The units of a text by which boilerplate is judged, without keys.
  var units: [Segment] { segmenter.units(of: bytes, tokens: tokens, keyed: false) }

  /// Units of which four in five tokens are marked, and of the others the marked stretches themselves.
  ///
  /// - Parameters:
  ///   - marked: ranges of tokens in ascending order.
  ///   - units: all of the text's.
  /// - Returns: the segments in order, and for each which unit it is or stands in.
  func cut(_ marked: [Range<Int>], _ units: [Segment]) -> [(segment: Segment, unit: Int)] {
    var segments: [(Segment, Int)] = []
    var rest = marked[...]
    for (number, unit) in units.enumerated() where !unit.tokens.isEmpty {
      while let first = rest.first, first.upperBound <= unit.tokens.lowerBound {
        rest.removeFirst()
      }
      let inside = rest.prefix { $0.lowerBound < unit.tokens.upperBound }
        .map { $0.clamped(to: unit.tokens) }
      let covered = inside.reduce(0) { $0 + $1.count }
      if covered * 5 >= unit.tokens.count * 4 {
        let keyed = segmenter.stretch(unit.tokens, of: tokens, in: bytes)
        segments.append(
          (
            Segment(
              range: unit.range, tokens: unit.tokens, key: keyed.key, looseKey: keyed.looseKey),
            number
          ))
      } else {
        segments += inside.filter { $0.count >= MarkedSegments.leastTokens }
          .map { (segmenter.stretch($0, of: tokens, in: bytes), number) }
      }
    }
    return segments
  }
}
