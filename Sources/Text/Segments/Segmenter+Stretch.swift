public import Stories

extension Segmenter {
  /// Some of a text's tokens as a segment of their own.
  ///
  /// - Parameters:
  ///   - positions: which tokens; must not be empty.
  ///   - tokens: the text's tokens.
  ///   - bytes: the text's UTF-8.
  /// - Returns: the segment from the first to the last of them.
  public func stretch(
    _ positions: Range<Int>, of tokens: Tokens, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Segment {
    var keys = SegmentKeys()
    return keys.segment(tokens.byteRange(of: positions), positions, tokens, bytes)
  }

  /// The sentences of a segment, without keys.
  ///
  /// - Parameters:
  ///   - segment: of the text; a line or a part of one.
  ///   - tokens: the text's tokens.
  ///   - bytes: the text's UTF-8.
  /// - Returns: the sentences in order; the segment alone where it is one.
  ///
  /// Complexity: O(n) in the segment's bytes.
  public func sentences(
    in segment: Segment, of tokens: Tokens, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Segment] {
    // The map's places are those of the segment's own bytes.
    let own = UnsafeBufferPointer(rebasing: bytes[segment.range])
    let ranges = EndMap.with(own) { map in
      var ranges: [Range<Int>] = []
      SentenceScan.add(sentencesIn: 0..<own.count, of: own, map, to: &ranges)
      return ranges
    }
    var next = segment.tokens.lowerBound
    return ranges.map { range in
      let end = segment.range.lowerBound + range.upperBound
      let first = next
      while next < segment.tokens.upperBound, Int(tokens.starts[next]) < end { next += 1 }
      return Segment(
        range: segment.range.lowerBound + range.lowerBound..<end, tokens: first..<next,
        key: SegmentKey(bits: 0), looseKey: SegmentKey(bits: 0))
    }
  }

  /// The key of a segment's first word; nil where that may change without the segment's key changing, as
  /// figures and dates do.
  ///
  /// - Parameters:
  ///   - position: the first word.
  ///   - tokens: the text's tokens.
  ///   - bytes: the text's UTF-8.
  /// - Returns: the key.
  public func opening(
    _ position: Int, of tokens: Tokens, in bytes: UnsafeBufferPointer<UInt8>
  ) -> TokenKey? {
    let key = tokens.keys[position]
    let isFigure = SegmentBytes.isDigit(bytes[Int(tokens.starts[position])])
    return isFigure || DateWords.contains(key.bits) ? nil : key
  }

  /// A whole text as one segment, white space around it aside; nil if there is nothing else.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - tokens: its tokens.
  /// - Returns: the segment, with the key that it has inside any other text.
  public func whole(_ text: String, tokens: Tokens) -> Segment? {
    var text = text
    return text.withUTF8 { bytes in
      guard let range = SegmentBytes.trimmed(0..<bytes.count, bytes) else { return nil }
      var keys = SegmentKeys()
      return keys.segment(range, 0..<tokens.count, tokens, bytes)
    }
  }
}
