/// What a correction's notice says of what it mends: `(Corrects number of workers to 34, not 340.)`.
struct QuotedMending {
  /// Figures and names.
  private let words: Set<String>
  /// What follows *not*, *instead of*, *rather than* and *from*.
  private let wrong: Set<String>
  /// Whether it speaks of the headline.
  let isOfHeadline: Bool

  /// Words of a change up to which it is one word for another rather than a new sentence.
  private static let fewWords = 3
  /// Words of a sentence that may be rewritten: in shorter ones one word is as much as a half.
  private static let leastRewritten = 6
  /// Words in which a lead ends: a story goes on under a new one, and a sentence below it may be rewritten to be mended.
  static let lead = 25
  private static let denials: Set<String> = [
    "not", "instead", "rather", "from", "nicht", "statt", "pas",
  ]
  private static let headlines: Set<String> = [
    "headline", "headlines", "hed", "\u{FC}berschrift", "titular",
  ]
  /// What numbers a paragraph.
  private static let parts: Set<String> = [
    "paragraph", "paragraphs", "para", "paras", "graf", "line", "absatz",
  ]

  /// Reads a notice; without one, nothing is quoted.
  init(_ notice: String?) {
    let chunks = (notice ?? "").split(whereSeparator: \.isWhitespace)
    let bare = chunks.map { QuotedMending.bare($0) }
    isOfHeadline = bare.contains { QuotedMending.headlines.contains($0.lowercased()) }
    var (words, wrong): (Set<String>, Set<String>) = ([], [])
    var following = 0
    for (index, word) in bare.enumerated() {
      let isOfPart = index > 0 && QuotedMending.parts.contains(bare[index - 1].lowercased())
      let isFigure = word.contains(where: \.isNumber) && !isOfPart
      if isFigure || index > 0 && word.first?.isUppercase == true {
        words.insert(FoldedWord.key(of: word[...]))
      }
      if following > 0, word.count > 3 || isFigure { wrong.insert(FoldedWord.key(of: word[...])) }
      let isEnd = chunks[index].last.map { ".;)".contains($0) } ?? true
      if QuotedMending.denials.contains(word.lowercased()) {
        following = QuotedMending.fewWords
      } else {
        following = isEnd ? 0 : following - 1
      }
    }
    (self.words, self.wrong) = (words, wrong)
  }

  /// Whether nothing is quoted.
  var isEmpty: Bool { words.isEmpty && wrong.isEmpty }

  /// The changes that mend something, of a take that is rewritten besides: those that the notice quotes, and those in
  /// sentences that are otherwise the same.
  ///
  /// - Parameters:
  ///   - named: those that the notice quotes.
  ///   - changes: all that differs.
  ///   - before: the text before.
  /// - Returns: none where no sentence is rewritten, or the notice quotes nothing of what differs: then all of it counts.
  static func mends(
    _ named: [CopyDifference.Change], among changes: [CopyDifference.Change], _ before: CopyText
  ) -> [CopyDifference.Change] {
    guard !named.isEmpty else { return [] }
    let rewritten = changes.filter { !$0.come.isEmpty }.map { before.sentence(about: $0.gone) }
      .filter { QuotedMending.isRewritten($0, by: changes) }
    guard !rewritten.isEmpty else { return [] }
    let known = Set(named)
    // What is put in between two sentences belongs to either.
    let ends = Set(rewritten.map(\.upperBound))
    return changes.filter { change in
      if known.contains(change) { return true }
      let sentence = before.sentence(about: change.gone)
      let isDropped = change.come.isEmpty && change.gone.count * 2 >= sentence.count
      let isBehind = change.gone.isEmpty && ends.contains(change.gone.lowerBound)
      return !isDropped && !isBehind && !QuotedMending.overlaps(sentence, any: rewritten)
    }
  }

  /// Whether a sentence overlaps any of those that are in order, as their starts and their ends are.
  private static func overlaps(_ sentence: Range<Int>, any others: [Range<Int>]) -> Bool {
    let first = others.firstIndex(inOrder: { $0.upperBound > sentence.lowerBound })
    return others[first...].prefix { $0.lowerBound < sentence.upperBound }
      .contains { $0.overlaps(sentence) }
  }

  /// Whether a sentence was written anew: half of it went, or half of it is what went and came, some of that in one piece.
  private static func isRewritten(
    _ sentence: Range<Int>, by changes: [CopyDifference.Change]
  ) -> Bool {
    let first = changes.firstIndex(inOrder: { $0.gone.upperBound >= sentence.lowerBound })
    let inside = changes[first...].prefix { $0.gone.lowerBound <= sentence.upperBound }.filter {
      $0.gone.overlaps(sentence) || sentence.contains($0.gone.lowerBound)
        || $0.gone.isEmpty && $0.gone.lowerBound == sentence.upperBound
    }
    let gone = inside.reduce(0) { $0 + $1.gone.count }
    let both = inside.map { $0.gone.count + $0.come.count }
    return sentence.count >= leastRewritten
      && (gone * 2 >= sentence.count
        || both.reduce(0, +) * 2 >= sentence.count && both.contains { $0 > fewWords })
  }

  /// The changes of which something that went is quoted as wrong; otherwise those of which anything is quoted.
  func named(
    among changes: [CopyDifference.Change], _ before: CopyText, _ after: CopyText
  ) -> [CopyDifference.Change] {
    func gone(_ said: Set<String>) -> [CopyDifference.Change] {
      changes.filter { change in
        let come = QuotedMending.words(after, change.come)
        return !QuotedMending.words(before, change.gone).subtracting(come).isDisjoint(with: said)
      }
    }
    let wrong = gone(wrong)
    guard wrong.isEmpty else { return wrong }
    let quoted = gone(words)
    guard quoted.isEmpty else { return quoted }
    return changes.filter { change in
      let gone = QuotedMending.words(before, change.gone)
      return QuotedMending.isShort(change)
        && !QuotedMending.words(after, change.come).subtracting(gone).isDisjoint(with: words)
    }
  }

  private static func words(_ text: CopyText, _ range: Range<Int>) -> Set<String> {
    Set(text.words[range].map { FoldedWord.key(of: bare($0.raw)[...]) })
  }

  private static func isShort(_ change: CopyDifference.Change) -> Bool {
    (1...fewWords).contains(change.gone.count) && (1...fewWords).contains(change.come.count)
  }

  private static func bare(_ chunk: Substring) -> String {
    let isSign = { (sign: Character) in !sign.isLetter && !sign.isNumber }
    let start = chunk.drop(while: isSign)
    let end = start.lastIndex { !isSign($0) }
    return end.map { String(start[...$0]) } ?? ""
  }
}

extension Array {
  /// The first place from which on something holds, of what holds from some place on; the end where it never does.
  ///
  /// Complexity: O(log n).
  fileprivate func firstIndex(inOrder holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
