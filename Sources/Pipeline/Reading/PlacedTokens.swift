internal import NearDuplicates
internal import Stories
internal import Text

/// The tokens of a story that count, with where they stand in its text.
struct PlacedTokens {
  private let story: ComparableStory
  private var kept: [Range<Int>] = []
  /// How many tokens that count stand before each range that is kept.
  private var before: [Int] = []

  init(_ story: ComparableStory, without boilerplate: [Range<Int>]) {
    self.story = story
    var position = 0
    for range in boilerplate {
      if range.lowerBound > position { kept.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
    }
    if position < story.tokens.count { kept.append(position..<story.tokens.count) }
    var count = 0
    for range in kept {
      before.append(count)
      count += range.count
    }
  }

  /// The text from the first to the last of some tokens that count, in Unicode scalars.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let whole = place(of: range.lowerBound)..<place(of: range.upperBound - 1) + 1
    return story.offsets.scalars(story.tokens.byteRange(of: whole))
  }

  /// The text from the first to the last of some tokens that count.
  func text(of range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let whole = place(of: range.lowerBound)..<place(of: range.upperBound - 1) + 1
    return text(ofBytes: story.tokens.byteRange(of: whole))
  }

  /// The tokens before which something was left out of the text, ascending.
  var cuts: [Int] { Array(before.dropFirst()) }

  /// Some tokens, cut where something was left out.
  func stretches(of range: Range<Int>) -> [Range<Int>] {
    var (stretches, start) = ([Range<Int>](), range.lowerBound)
    for cut in cuts where cut > start && cut < range.upperBound {
      stretches.append(start..<cut)
      start = cut
    }
    return start < range.upperBound ? stretches + [start..<range.upperBound] : stretches
  }

  /// Whether a quotation ends and another begins between a token and the one before: marks that close and that open.
  /// Where one goes on in the next paragraph it is opened anew and was not closed.
  func quotationEnds(before token: Int) -> Bool {
    guard token > 0 else { return false }
    // Something was left out between them.
    guard place(of: token) == place(of: token - 1) + 1 else { return true }
    return gap(before: token).count(where: Self.quotationMarks.contains) > 1
  }

  /// What stands between a token and the one before, of those that count; the last token's number and one for what is
  /// behind it.
  func gap(before token: Int) -> String.UnicodeScalarView {
    let start = token > 0 ? Int(story.tokens.ends[place(of: token - 1)]) : 0
    let isLast = token == before.last.map { last in last + (kept.last?.count ?? 0) } ?? 0
    let end = isLast ? story.story.text.utf8.count : Int(story.tokens.starts[place(of: token)])
    return text(ofBytes: start..<max(start, end)).unicodeScalars
  }

  /// Double quotation marks, and those of two signs.
  static let quotationMarks: Set<Unicode.Scalar> = [
    "\"", "“", "”", "„", "«", "»", "‹", "›", "״", "「", "」", "『", "』",
  ]

  /// Single words, in Unicode scalars; figures with their signs.
  func scalars(ofEach tokens: [Int]) -> [Range<Int>] {
    tokens.map { story.offsets.scalars(signed($0)) }
  }

  /// The same as they read.
  func words(ofEach tokens: [Int]) -> [String] {
    tokens.map { text(ofBytes: signed($0)) }
  }

  /// The text from the first of some tokens to the last, with the signs and marks of both.
  func signedText(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return text(ofBytes: signed(first).lowerBound..<signed(last).upperBound)
  }

  private func text(ofBytes bytes: Range<Int>) -> String {
    let text = story.story.text.utf8
    let start = text.index(text.startIndex, offsetBy: bytes.lowerBound)
    return String(decoding: text[start..<text.index(start, offsetBy: bytes.count)], as: UTF8.self)
  }

  /// The bytes of a word and of its signs and marks, where it has any.
  private func signed(_ token: Int) -> Range<Int> {
    let place = place(of: token)
    var text = story.story.text
    return text.withUTF8 { FigureMarks(story.tokens, $0).extent(of: place) }
  }

  private func place(of token: Int) -> Int {
    // The last range before which no more tokens stand than before this one.
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if before[middle] <= token { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let place = kept[low - 1].lowerBound + token - before[low - 1]
    return min(place, kept[low - 1].upperBound)
  }
}
