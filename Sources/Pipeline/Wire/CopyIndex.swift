/// What is asked of the places of one text again and again, made when it is first asked for.
final class CopyIndex {
  private var telling: [Range<Int>: Set<String>] = [:]
  private var contexts: [String: WordContexts] = [:]

  /// The telling words of the sentence about some words, without these.
  func telling(about range: Range<Int>, in text: CopyText) -> Set<String> {
    if let known = telling[range] { return known }
    let sentence = text.sentence(about: range)
    let words =
      text.words[sentence.lowerBound..<range.lowerBound]
      + text.words[range.upperBound..<max(range.upperBound, sentence.upperBound)]
    let found = Set(words.lazy.filter(\.isTelling).map(\.key))
    telling[range] = found
    return found
  }

  /// What stands next to a word wherever it stands.
  func contexts(of word: String, in text: CopyText) -> WordContexts {
    if let known = contexts[word] { return known }
    let made = WordContexts(of: word, in: text)
    contexts[word] = made
    return made
  }
}

/// The places of a common word by the words next to it.
struct WordContexts {
  /// Words next to a place that are looked at.
  static let longest = 3

  /// On which side of a word others stand.
  enum Side: CaseIterable { case before, behind }

  private struct Context: Hashable {
    let side: Side
    let words: [String]
  }

  private let places: [Context: [Int]]

  /// Goes through the places of a word.
  ///
  /// Complexity: O(n) in them.
  init(of word: String, in text: CopyText) {
    var places: [Context: [Int]] = [:]
    for place in text.places[word] ?? [] {
      for side in Side.allCases {
        for count in 1...WordContexts.longest {
          guard let words = text.keys(count, side, of: place..<place + 1) else { break }
          places[Context(side: side, words: words), default: []].append(place)
        }
      }
    }
    self.places = places
  }

  /// Where the word has some words next to it, in order.
  func places(beside words: [String], _ side: Side) -> [Int] {
    places[Context(side: side, words: words)] ?? []
  }
}

extension CopyText {
  /// A word in small letters; nil beyond either end.
  func key(_ index: Int) -> String? { words.indices.contains(index) ? words[index].key : nil }

  /// So many words right before or behind some others, in small letters; nil beyond either end.
  func keys(_ count: Int, _ side: WordContexts.Side, of range: Range<Int>) -> [String]? {
    let start = side == .before ? range.lowerBound - count : range.upperBound
    guard start >= 0, start + count <= words.count else { return nil }
    return words[start..<start + count].map(\.key)
  }
}
