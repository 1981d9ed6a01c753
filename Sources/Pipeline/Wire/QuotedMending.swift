/// What a correction's notice says of what it mends: `(Corrects number of workers to 34, not 340.)`.
struct QuotedMending {
  /// Figures, names and what stands in quotation marks.
  private let words: Set<String>
  /// What follows *not*, *instead of*, *rather than* and *from*.
  private let wrong: Set<String>
  /// Whether it speaks of the headline.
  let isOfHeadline: Bool

  /// Words of a change up to which it is one word for another rather than a new sentence.
  private static let fewWords = 3
  private static let denials: Set<String> = [
    "not", "instead", "rather", "from", "nicht", "statt", "pas",
  ]
  private static let headlines: Set<String> = [
    "headline", "headlines", "title", "hed", "\u{FC}berschrift", "titel", "titre", "titular",
  ]

  /// Reads a notice; nil for none.
  init(_ notice: String?) {
    let chunks = (notice ?? "").split(whereSeparator: \.isWhitespace)
    let bare = chunks.map { QuotedMending.bare($0) }
    isOfHeadline = bare.contains { QuotedMending.headlines.contains($0.lowercased()) }
    var (words, wrong): (Set<String>, Set<String>) = ([], [])
    var following = 0
    for (index, word) in bare.enumerated() {
      let isTelling =
        word.contains(where: \.isNumber) || index > 0 && word.first?.isUppercase == true
      if isTelling || chunks[index].first.map({ "\"“„«‘".contains($0) }) == true {
        words.insert(word.lowercased())
      }
      if following > 0, word.count > 2 || word.contains(where: \.isNumber) {
        wrong.insert(word.lowercased())
      }
      following =
        QuotedMending.denials.contains(word.lowercased())
        ? QuotedMending.fewWords
        : chunks[index].last.map({ ".;)".contains($0) }) == true ? 0 : following - 1
    }
    (self.words, self.wrong) = (words, wrong)
  }

  /// The changes that the notice quotes, and such as exchange a word or two in a sentence that is otherwise the same; none
  /// where it quotes none of them.
  func changes(
    among changes: [CopyDifference.Change], _ before: CopyText, _ after: CopyText
  ) -> [CopyDifference.Change] {
    func has(_ text: CopyText, _ range: Range<Int>, but other: Set<String>, of said: Set<String>)
      -> Bool
    {
      text.words[range].contains { said.contains($0.key) && !other.contains($0.key) }
    }
    let gone = changes.filter { change in
      let come = Set(after.words[change.come].map(\.key))
      return has(before, change.gone, but: come, of: words.union(wrong))
    }
    let named =
      !gone.isEmpty
      ? gone
      : changes.filter { change in
        let gone = Set(before.words[change.gone].map(\.key))
        return QuotedMending.isShort(change) && has(after, change.come, but: gone, of: words)
      }
    guard !named.isEmpty else { return [] }
    let sentences = changes.map { before.sentence(about: $0.gone) }
    return changes.enumerated().filter { index, change in
      named.contains(change)
        || QuotedMending.isShort(change) && sentences.count { $0.overlaps(sentences[index]) } == 1
    }.map(\.element)
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
