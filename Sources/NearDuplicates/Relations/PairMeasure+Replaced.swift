internal import Stories

/// What two texts have in each other's place, where they otherwise agree.
struct ReplacedWords: Hashable, Sendable {
  /// Figures that face another figure.
  var figures = 0
  /// Places where names face other names.
  var names = 0
}

extension PairMeasure {
  /// Words before the first stretch and behind the last that are taken to stand in each other's place: the subject, a
  /// number to call.
  private static let edge = 8

  /// What stands in the place of what.
  ///
  /// Complexity: O(n) in the words of the stretches.
  var replaced: ReplacedWords {
    var replaced = ReplacedWords()
    if let start = stretches.first {
      countEdge(0..<start.first.lowerBound, 0..<start.second.lowerBound, &replaced)
    }
    for stretch in stretches { count(in: stretch, &replaced) }
    if let end = stretches.last {
      countEdge(
        end.first.upperBound..<first.copy.count, end.second.upperBound..<second.copy.count,
        &replaced)
    }
    return replaced
  }

  private func countEdge(_ one: Range<Int>, _ two: Range<Int>, _ replaced: inout ReplacedWords) {
    if max(one.count, two.count) <= PairMeasure.edge { count(one, two, &replaced) }
  }

  private func count(in stretch: Stretch, _ replaced: inout ReplacedWords) {
    var (one, two) = (stretch.first.lowerBound, stretch.second.lowerBound)
    while one < stretch.first.upperBound, two < stretch.second.upperBound {
      if agree(one, two) {
        (one, two) = (one + 1, two + 1)
        continue
      }
      guard let next = goesOn(after: one, two, in: stretch) else { return }
      count(one..<next.0, two..<next.1, &replaced)
      (one, two) = next
    }
  }

  /// Counts what differs between two places that agree. "1.5m" for "1.5 million" is no other figure: only where as many
  /// words stand on both sides does one face the other.
  private func count(_ one: Range<Int>, _ two: Range<Int>, _ replaced: inout ReplacedWords) {
    if one.count == two.count {
      replaced.figures += zip(one, two).count {
        first.copy.traits[$0].contains(.figure) && second.copy.traits[$1].contains(.figure)
      }
    }
    if one.contains(where: { isName(first.copy, $0) }),
      two.contains(where: { isName(second.copy, $0) })
    {
      replaced.names += 1
    }
  }

  /// Whether a word is a name: a capital in the midst of a sentence, or a rare word with one at its start.
  private func isName(_ copy: CopyView, _ place: Int) -> Bool {
    copy.traits[place].isName
      || copy.traits[place].contains(.capital) && copy.weights[place] == Rarity.most
  }
}
