/// Where the sentences of a text are.
///
/// A sentence ends with a full stop, question or exclamation mark and what closes after it, if white space
/// and something other than a small letter follows; not after an initial or a title. With the signs of other scripts
/// (`SentenceSigns`) it ends whatever follows. A line end ends one too, unless the text is wrapped and the line runs to
/// the margin. Where that guesses wrong, a sentence is cut in two or two stay together: a verdict is coarser for it,
/// never out of place.
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
      switch ending(bytes, at: index, from: start, limit: range.upperBound) {
      case .sentence(let end):
        if let sentence = SegmentBytes.trimmed(start..<end, bytes) { sentences.append(sentence) }
        (start, index) = (end, end)
      case .none(let next): index = next
      }
      index = map.sentenceEnd(from: index, limit: range.upperBound)
    }
    if let rest = SegmentBytes.trimmed(start..<range.upperBound, bytes) { sentences.append(rest) }
  }

  /// What a sign may be.
  enum Ending: Equatable {
    /// A sentence's last one, with where that is over.
    case sentence(end: Int)
    /// None, with the first place behind it where another may be.
    case none(next: Int)
  }

  /// What the byte at a place ends.
  ///
  /// Signs behind each other have one end, so where the first ends no sentence for what follows, none of them does but
  /// a sign for which that doesn't matter: each run is gone through once, however long it is.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - index: the place, below `limit`.
  ///   - start: where the sentence begins.
  ///   - limit: where the stretch ends.
  /// - Returns: the end of the sentence, or where to look on; both behind `index`.
  /// - Complexity: O(n) in the bytes up to what is returned and the white space behind it.
  @inline(__always)
  static func ending(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, from start: Int, limit: Int
  ) -> Ending {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      let end = closing(bytes, from: index + 1, limit)
      guard isOver(bytes, at: end, limit) else {
        return .none(next: signOfOtherScript(bytes, index + 1..<end))
      }
      let isStop = bytes[index] == UInt8(ascii: ".")
      return isStop && isAbbreviation(bytes, before: index, from: start)
        ? .none(next: index + 1) : .sentence(end: end)
    case 0xD8, 0xDB, 0xE0, 0xE3, 0xEF:
      let length = SentenceSigns.length(bytes, at: index, limit)
      return length > 0
        ? .sentence(end: closing(bytes, from: index + length, limit)) : .none(next: index + 1)
    default: return .none(next: index + 1)
    }
  }

  /// Whether white space and then something other than a small letter follow.
  @inline(__always)
  private static func isOver(
    _ bytes: UnsafeBufferPointer<UInt8>, at end: Int, _ limit: Int
  ) -> Bool {
    guard end < limit, bytes[end] <= 0x20 else { return false }
    var next = end
    while next < limit, bytes[next] <= 0x20 { next += 1 }
    return next < limit && !SegmentBytes.isSmall(bytes[next])
  }

  /// The first of `SentenceSigns` in what `closing` went through; its end if there is none.
  @inline(__always)
  private static func signOfOtherScript(
    _ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>
  ) -> Int {
    for index in run {
      switch bytes[index] {
      case 0xD8, 0xDB, 0xE0, 0xE3, 0xEF: return index
      default: continue
      }
    }
    return run.upperBound
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
