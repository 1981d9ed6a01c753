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
