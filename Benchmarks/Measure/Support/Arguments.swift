/// A command line, taken apart word by word.
struct Arguments {
  private var words: [String]

  init(_ words: [String]) { self.words = words }

  /// Takes the first word.
  mutating func takeWord() -> String? { words.isEmpty ? nil : words.removeFirst() }

  /// Takes an option with its number; `standard` if it is not given.
  mutating func takeNumber(
    _ name: String, standard: Int, in range: ClosedRange<Int>
  ) throws -> Int {
    guard let position = words.firstIndex(of: name) else { return standard }
    guard position + 1 < words.count, let number = Int(words[position + 1]), range.contains(number)
    else {
      throw UsageError("\(name) needs a number from \(range.lowerBound) to \(range.upperBound)")
    }
    words.removeSubrange(position...position + 1)
    return number
  }

  /// Takes an option with its text; nil if it is not given.
  mutating func takeText(_ name: String) -> String? {
    guard let position = words.firstIndex(of: name), position + 1 < words.count else { return nil }
    let text = words[position + 1]
    words.removeSubrange(position...position + 1)
    return text
  }

  /// Makes sure that nothing is left over.
  func finish() throws {
    if let word = words.first { throw UsageError("don't know what to do with '\(word)'") }
  }
}

/// A command line that can't be understood.
struct UsageError: Error {
  let problem: String

  init(_ problem: String) { self.problem = problem }
}
