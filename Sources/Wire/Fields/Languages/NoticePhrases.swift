/// What agencies say when they kill a story in a language in which what is ordered ends the sentence.
///
/// A label is followed by news in these languages too, and so the order must be a whole one: one sentence that ends with
/// it and is about nothing else than a story, beside the word for which its headline stands in quotation marks, there or
/// before. Who names no headline is not heard.
struct NoticePhrases {
  /// Labels.
  let labels: [String]
  /// With what an order ends.
  let orders: [String]
  /// Words for a story.
  let stories: [String]
  /// Whether a sentence is about nobody else and nothing else.
  let isPlain: @Sendable (Substring) -> Bool

  /// All of them.
  static let all = [japanese, korean]

  /// Longest notice, in bytes.
  private static let longest = 1200
  /// Furthest a headline stands from the word for a story, in characters.
  private static let beside = 20

  /// Whether a text orders editors to kill a story.
  ///
  /// - Parameter text: the text.
  /// - Returns: whether it does.
  func stand(in text: String) -> Bool {
    guard text.utf8.count <= NoticePhrases.longest, orders.contains(where: { text.contains($0) })
    else { return false }
    let sentences = NoticePhrases.unquoted(text).split {
      $0.isNewline || NoticePhrases.ends.contains($0)
    }
    return sentences.indices.contains { place in
      orders(sentences[place]) && sentences[...place].contains(where: names)
    }
  }

  private func orders(_ sentence: Substring) -> Bool {
    let end = sentence.trimmedSpace
    return orders.contains { end.hasSuffix($0) } && stories.contains { sentence.contains($0) }
      && isPlain(sentence)
  }

  private func names(_ sentence: Substring) -> Bool {
    stories.contains { story in
      guard let place = sentence.firstRange(of: story) else { return false }
      return [
        sentence[..<place.lowerBound].suffix(NoticePhrases.beside),
        sentence[place.upperBound...].prefix(NoticePhrases.beside),
      ].contains { $0.contains(NoticeSentence.quotation) }
    }
  }

  private static let ends: Set<Character> = [".", "!", "?", "。", "｡", "！", "？"]

  private static let marks: [Character: Character] = [
    "「": "」", "『": "』", "《": "》", "〈": "〉", "｢": "｣", "“": "”", "‘": "’", "\"": "\"", "'": "'",
  ]

  /// A text with a sign for what stands in quotation marks of any kind on one line.
  private static func unquoted(_ text: String) -> String {
    var left = ""
    var rest = text[...]
    while let open = rest.firstIndex(where: { marks[$0] != nil }), let mark = marks[rest[open]] {
      left += rest[..<open]
      let behind = rest[rest.index(after: open)...]
      let line = behind.prefix { !$0.isNewline }
      if let end = line.firstIndex(of: mark) {
        left.append(NoticeSentence.quotation)
        rest = behind[behind.index(after: end)...]
      } else {
        rest = behind
      }
    }
    return left + rest
  }
}
