/// Where the sentences of a text are.
///
/// A sentence ends with a full stop, question or exclamation mark and what closes after it, if white space
/// and something other than a small letter follows; not after an initial or a title. With the signs of other scripts
/// (`SentenceSigns`) it ends whatever follows. A line end ends one
/// too, unless the text is wrapped and the line runs to the margin. Where that guesses wrong, a sentence
/// is cut in two or two stay together: a verdict is coarser for it, never out of place.
struct SentenceScan {
  /// The sentences in order.
  private(set) var ranges: [Range<Int>] = []

  /// Finds the sentences.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ scan: LineScan, _ map: EndMap) {
    for range in scan.isWrapped ? scan.runs(bytes) : scan.lines {
      SentenceScan.add(sentencesIn: range, of: bytes, map, to: &ranges)
    }
  }

  /// Adds the sentences of one stretch.
  static func add(
    sentencesIn range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, _ map: EndMap,
    to sentences: inout [Range<Int>]
  ) {
    var start = range.lowerBound
    var index = map.sentenceEnd(from: start, limit: range.upperBound)
    while index < range.upperBound {
      let end = sentenceEnd(bytes, at: index, from: start, limit: range.upperBound)
      if end > 0, let sentence = SegmentBytes.trimmed(start..<end, bytes) {
        sentences.append(sentence)
        (start, index) = (end, end)
      } else {
        index += 1
      }
      index = map.sentenceEnd(from: index, limit: range.upperBound)
    }
    if let rest = SegmentBytes.trimmed(start..<range.upperBound, bytes) { sentences.append(rest) }
  }

  /// Where a sentence that ends with the sign at `index` is over, or 0 if none ends there.
  @inline(__always)
  private static func sentenceEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, from start: Int, limit: Int
  ) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      let end = closing(bytes, from: index + 1, limit)
      guard end < limit, bytes[end] <= 0x20 else { return 0 }
      var next = end
      while next < limit, bytes[next] <= 0x20 { next += 1 }
      guard next < limit, !SegmentBytes.isSmall(bytes[next]) else { return 0 }
      let isStop = bytes[index] == UInt8(ascii: ".")
      return isStop && isAbbreviation(bytes, before: index, from: start) ? 0 : end
    case 0xD8, 0xDB, 0xE0, 0xE3, 0xEF:
      let length = SentenceSigns.length(bytes, at: index, limit)
      return length > 0 ? closing(bytes, from: index + length, limit) : 0
    default: return 0
    }
  }

  /// Past the quotation marks and brackets that close after a full stop.
  private static func closing(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ limit: Int
  ) -> Int {
    var end = start
    while end < limit {
      switch bytes[end] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): end += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): end += 1
      case 0xE2 where end + 2 < limit && bytes[end + 1] == 0x80 && bytes[end + 2] & 0xF8 == 0x98:
        end += 3  // ‘ ’ “ ” and their low forms
      case 0xC2 where end + 1 < limit && bytes[end + 1] == 0xBB: end += 2  // »
      case 0xD8, 0xDB, 0xE0, 0xE3, 0xEF:
        let length = SentenceSigns.length(bytes, at: end, limit)
        if length == 0 { return end }
        end += length
      default: return end
      }
    }
    return end
  }

  /// Whether the letters before a full stop are an initial or a title rather than a sentence's last word.
  private static func isAbbreviation(
    _ bytes: UnsafeBufferPointer<UInt8>, before stop: Int, from start: Int
  ) -> Bool {
    var first = stop
    while first > start, stop - first < 6, bytes[first - 1] | 0x20 &- 0x61 < 26 { first -= 1 }
    let length = stop - first
    guard length > 0, SegmentBytes.isCapital(bytes[first]) else { return false }
    if length == 1 { return true }
    guard length <= 4 else { return false }
    var word: UInt32 = 0
    for index in first..<stop { word = word << 8 | UInt32(bytes[index] | 0x20) }
    return titles.contains(word)
  }

  /// Words of up to four letters, packed, after which a full stop ends no sentence.
  private static let titles: Set<UInt32> = Set(
    [
      "mr", "mrs", "ms", "dr", "st", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "prof", "rev",
      "hon", "capt", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "no", "vs", "sra", "sr",
      "jr",
    ].map { $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } })
}
