import TestSupport

/// Texts of numbers for words.
enum MadeUpText {
  /// Words as a text has them: two in five are function words, the others have four to twelve bits.
  static func words(
    _ count: Int, _ random: inout SeededGenerator
  ) -> [(word: Int, weight: UInt8)] {
    (0..<count).map { _ in
      if Int.random(in: 0..<5, using: &random) < 2 {
        let word = Int.random(in: 0..<60, using: &random)
        return (word, UInt8(word % 24))
      }
      let word = Int.random(in: 1000..<60_000, using: &random)
      return (word, UInt8(64 + word % 129))
    }
  }
}
