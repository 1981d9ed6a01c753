internal import Stories

/// Which part of a text's sentences another text has.
///
/// A reader who asks whether one story is a version of another counts sentences that were taken over; a share of words
/// counts a long one three times.
enum SentenceShares {
  /// Words of a sentence at least: what is shorter is a name, a dateline or a heading.
  static let leastWords = 4
  /// Tenths of a sentence's words that may be missing in exact matches where it was taken over.
  static let untakenUpTo = 4
  /// The same of words that stand nowhere in the other text, where it was worded anew.
  static let unsaidUpTo = 2

  /// The part of the sentences of which most words are not lacking.
  ///
  /// - Parameters:
  ///   - copy: the text.
  ///   - lacking: for each of its tokens 1 if the other text lacks it, otherwise 0.
  ///   - tenths: how many tenths of a sentence may be lacking.
  /// - Returns: from 0 to 1. A text without sentences of `leastWords` is one sentence.
  ///
  /// Complexity: O(n).
  static func part(
    of copy: CopyView, lacking: UnsafeBufferPointer<UInt8>, upTo tenths: Int
  ) -> Float {
    let lacks = UnsafeRawBufferPointer(lacking)
    var (sentences, kept) = (0, 0)
    forEachSentence(of: copy) { sentence in
      guard sentence.count >= leastWords else { return }
      sentences &+= 1
      kept &+= lacks.byteSum(sentence) &* 10 <= sentence.count &* tenths ? 1 : 0
    }
    guard sentences > 0 else {
      return lacks.byteSum(0..<copy.count) * 10 <= copy.count * tenths ? 1 : 0
    }
    return Float(kept) / Float(sentences)
  }

  /// Calls `body` with the tokens of each sentence, in order.
  @inline(__always)
  private static func forEachSentence(of copy: CopyView, _ body: (Range<Int>) -> Void) {
    let traits = UnsafeRawBufferPointer(copy.traits)
    let starts = UInt64(TokenTraits.sentenceStart.rawValue) &* 0x0101_0101_0101_0101
    var (start, position) = (0, 1)
    while position < copy.count {
      // Most runs of eight words begin no sentence.
      if position &+ 8 <= copy.count,
        traits.loadUnaligned(fromByteOffset: position, as: UInt64.self) & starts == 0
      {
        position &+= 8
        continue
      }
      let end = min(position &+ 8, copy.count)
      while position < end {
        if copy.traits[position].contains(.sentenceStart) {
          body(start..<position)
          start = position
        }
        position &+= 1
      }
    }
    if start < copy.count { body(start..<copy.count) }
  }
}
