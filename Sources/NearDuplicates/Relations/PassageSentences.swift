internal import Stories

/// Passages that meet in the midst of a sentence, with the few words to which both have a claim given to the one that has
/// the rest of the sentence.
///
/// Where a paragraph moved, and begins or ends with the words of its neighbour (*The*, *police said*), the passage before
/// it goes on over these: they agree. The paragraph's own passage then begins behind its first word, overlaps another one,
/// and words that only moved look changed.
struct PassageSentences {
  let first: Copy
  let second: Copy

  /// Gives the words at the ends of passages to those that have the rest of their sentences.
  ///
  /// - Parameter passages: in any order.
  /// - Returns: as many, in the same order.
  ///
  /// Complexity: O(n) in the number of passages.
  func parted(_ passages: [Passage]) -> [Passage] {
    guard passages.count > 1 else { return passages }
    let there = PassageSentences(first: second, second: first)
    let parted = giveOn(giveBack(passages))
    return there.giveOn(there.giveBack(parted.map(\.reversed))).map(\.reversed)
  }

  /// Gives what stands behind the last sentence that ends in a passage to the one that goes on there in the second text.
  private func giveOn(_ passages: [Passage]) -> [Passage] {
    var passages = passages
    let starts = PassageSentences.index(passages) { $0.second.lowerBound }
    for number in passages.indices {
      let passage = passages[number]
      guard let next = starts[passage.second.upperBound], next != number,
        let words = (1...PassageEnds.rest).first(where: { words in
          2 * words < passage.first.count
            && isStart(passage.first.upperBound - words, passage.second.upperBound - words)
        })
      else { continue }
      let other = passages[next]
      let (tail, before) = (
        passage.second.upperBound - words..<passage.second.upperBound,
        other.first.lowerBound - words..<other.first.lowerBound
      )
      guard before.lowerBound >= 0, first.traits[before.lowerBound].contains(.sentenceStart),
        first.keys[before] == second.keys[tail]
      else { continue }
      passages[number] = Passage(
        first: passage.first.dropLast(words), second: passage.second.dropLast(words))
      passages[next] = Passage(
        first: before.lowerBound..<other.first.upperBound,
        second: tail.lowerBound..<other.second.upperBound)
    }
    return passages
  }

  /// Gives what stands before the first sentence that begins in a passage to the one that ends there in the second text.
  private func giveBack(_ passages: [Passage]) -> [Passage] {
    var passages = passages
    let ends = PassageSentences.index(passages) { $0.second.upperBound }
    for number in passages.indices {
      let passage = passages[number]
      guard let last = ends[passage.second.lowerBound], last != number,
        let words = (1...PassageEnds.rest).first(where: { words in
          2 * words < passage.first.count
            && isStart(passage.first.lowerBound + words, passage.second.lowerBound + words)
        })
      else { continue }
      let other = passages[last]
      let (head, behind) = (
        passage.second.lowerBound..<passage.second.lowerBound + words,
        other.first.upperBound..<other.first.upperBound + words
      )
      guard behind.upperBound <= first.count,
        behind.upperBound == first.count
          || first.traits[behind.upperBound].contains(.sentenceStart),
        first.keys[behind] == second.keys[head]
      else { continue }
      passages[number] = Passage(
        first: passage.first.dropFirst(words), second: passage.second.dropFirst(words))
      passages[last] = Passage(
        first: other.first.lowerBound..<behind.upperBound,
        second: other.second.lowerBound..<head.upperBound)
    }
    return passages
  }

  /// Whether a sentence begins at a place of either text.
  private func isStart(_ place: Int, _ other: Int) -> Bool {
    first.traits.indices.contains(place) && second.traits.indices.contains(other)
      && first.traits[place].contains(.sentenceStart)
      && second.traits[other].contains(.sentenceStart)
  }

  /// Passages by a place; of several at one place the longest.
  private static func index(_ passages: [Passage], by place: (Passage) -> Int) -> [Int: Int] {
    Dictionary(passages.indices.map { (place(passages[$0]), $0) }) {
      passages[$1].first.count > passages[$0].first.count ? $1 : $0
    }
  }
}
