/// The words of a text, each as often as it has it.
struct WordBag {
  private let counts: [Substring: Int]

  /// Counts the words of a text.
  init(_ text: String) {
    counts = text.split(whereSeparator: \.isWhitespace).reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
  }

  /// How alike two texts are in their words, whatever their order: from 0 to 1.
  func shared(with other: WordBag) -> Double {
    Double(2 * common(with: other)) / Double(max(1, size + other.size))
  }

  /// Which part of the words stands in another text.
  func part(in other: WordBag) -> Double {
    Double(common(with: other)) / Double(max(1, size))
  }

  private func common(with other: WordBag) -> Int {
    counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
  }

  private var size: Int { counts.values.reduce(0, +) }
}
