internal import Stories

/// What two texts have in each other's place, where they otherwise agree.
struct ReplacedWords: Hashable, Sendable {
  /// Figures that face another figure.
  var figures = 0
  /// Places where names face other names.
  var names = 0
  /// Whether each text begins with a word that the other lacks and that stands in its own headline alone: what it is
  /// about, where that begins a sentence and so has a capital whatever it is.
  var isOfOtherSubject = false
  /// Whether the headlines are one form too, and each has a name that its own text has and the other has not.
  var hasOtherHeadline = false
  /// Words that stand in one text alone and face, wherever they stand, the same words that stand in the other alone:
  /// what is told of, by another name. Not counted where a text looks misread.
  var exchanged = 0
  /// The same at single places, in a language that the table does not know: a name that is said once. A synonym looks the
  /// same.
  var exchangedOnce = 0
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
    let isForeign = first.copy.counts.isForeign && second.copy.counts.isForeign
    if isForeign || !first.copy.looksMisread && !second.copy.looksMisread {
      let counts = exchanges.values
      replaced.exchanged = counts.count { $0 > 1 }
      if isForeign { replaced.exchangedOnce = counts.count { $0 == 1 } }
    }
    forEachDifference { count($0, $1, &replaced) }
    return replaced
  }

  /// Whether the first words say by themselves that the two are about something else.
  ///
  /// - Parameters:
  ///   - one: the headline of the first text.
  ///   - other: that of the second.
  /// - Returns: true where either text begins with a capital, and with a word of its own and its headline's.
  func isOfOtherSubject(_ one: Headline, _ other: Headline) -> Bool {
    let (mine, theirs) = (first.copy, second.copy)
    guard let word = mine.keys.first, let facing = theirs.keys.first, word != facing,
      mine.traits[0].contains(.capital), theirs.traits[0].contains(.capital),
      !mine.contains([facing]), !theirs.contains([word])
    else { return false }
    return one.contains(word) && !one.contains(facing) && other.contains(facing)
      && !other.contains(word)
  }

  /// Words that a headline of one form may have for itself.
  private static let ownInHeadline = 3

  /// Whether the headlines say by themselves that the two are about something else: they are one form, and each names what
  /// stands in its own text alone, with a capital that no start of a sentence gives it.
  ///
  /// - Parameters:
  ///   - one: the headline of the first text.
  ///   - other: that of the second.
  /// - Returns: whether they do; never of misread text.
  func headlinesAreOfOthers(_ one: Headline, _ other: Headline) -> Bool {
    let (mine, theirs) = (one.words(notIn: other), other.words(notIn: one))
    let own = 1...PairMeasure.ownInHeadline
    guard !first.copy.looksMisread, !second.copy.looksMisread else { return false }
    guard own.contains(mine.count), own.contains(theirs.count), one.sharedCount(with: other) > 0
    else { return false }
    return mine.contains { PairMeasure.isNamed($0, in: first.copy, not: second.copy) }
      && theirs.contains { PairMeasure.isNamed($0, in: second.copy, not: first.copy) }
  }

  private static func isNamed(_ word: TokenKey, in copy: CopyView, not other: CopyView) -> Bool {
    !other.contains([word])
      && copy.keys.indices.contains { place in
        copy.keys[place] == word
          && (copy.traits[place].isName
            || place == 0 && (isRareCapital(copy, 0) || isForeignCapital(copy, 0)))
      }
  }

  /// Calls `body` with what stands in each other's place: before the first stretch, within stretches, and behind the
  /// last.
  private func forEachDifference(_ body: (Range<Int>, Range<Int>) -> Void) {
    guard let start = stretches.first, let end = stretches.last else { return }
    func edge(_ one: Range<Int>, _ two: Range<Int>) {
      if max(one.count, two.count) <= PairMeasure.edge { body(one, two) }
    }
    edge(0..<start.first.lowerBound, 0..<start.second.lowerBound)
    for stretch in stretches { forEachDifference(in: stretch, body) }
    edge(
      end.first.upperBound..<first.copy.count, end.second.upperBound..<second.copy.count)
  }

  private func forEachDifference(
    in stretch: Stretch, _ body: (Range<Int>, Range<Int>) -> Void
  ) {
    var (one, two) = (stretch.first.lowerBound, stretch.second.lowerBound)
    while one < stretch.first.upperBound, two < stretch.second.upperBound {
      if agree(one, two) {
        (one, two) = (one + 1, two + 1)
        continue
      }
      guard let next = goesOn(after: one, two, in: stretch) else { return }
      body(one..<next.0, two..<next.1)
      (one, two) = next
    }
  }

  /// Part of the tokens that are names in a script that knows capitals.
  private static let casedFrom: Float = 0.03

  /// What is exchanged for something else wherever it stands, and at how many places. Where there are capitals, names
  /// have one: outlets exchange a verb of saying for another throughout.
  private var exchanges: [[[TokenKey]]: Int] {
    let isCased = [first, second].allSatisfy {
      Copy.share($0.copy.counts.names, of: $0.copy.count) >= PairMeasure.casedFrom
    }
    func mayBeName(_ copy: CopyView, _ range: Range<Int>) -> Bool {
      !isCased || range.allSatisfy { copy.traits[$0].contains(.capital) }
    }
    var places: [[[TokenKey]]: Int] = [:]
    func count(_ one: Range<Int>, _ two: Range<Int>) {
      guard (1...PairMeasure.edge).contains(one.count), (1...PairMeasure.edge).contains(two.count),
        !one.contains(where: { first.copy.traits[$0].contains(.figure) }),
        !two.contains(where: { second.copy.traits[$0].contains(.figure) }),
        mayBeName(first.copy, one), mayBeName(second.copy, two)
      else { return }
      places[[Array(first.copy.keys[one]), Array(second.copy.keys[two])], default: 0] += 1
    }
    forEachDifference { one, two in
      let isOfWords = !one.contains { first.copy.keys[$0].isCharacter }
      guard one.count == two.count, one.count > 1, isOfWords else { return count(one, two) }
      // A name behind a name: each stands for its own.
      for (one, two) in zip(one, two) { count(one..<one + 1, two..<two + 1) }
    }
    return places.filter { words, _ in
      !second.copy.contains(words[0]) && !first.copy.contains(words[1])
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
    copy.traits[place].isName || PairMeasure.isRareCapital(copy, place)
  }

  /// Whether a capital at the start of a sentence is a name's: of a word that no table has.
  private static func isRareCapital(_ copy: CopyView, _ place: Int) -> Bool {
    copy.traits[place].contains(.capital) && copy.weights[place] == Rarity.most
  }

  /// Whether a capital may be a name's, where no table of the language could say.
  private static func isForeignCapital(_ copy: CopyView, _ place: Int) -> Bool {
    copy.counts.isForeign && copy.traits[place].contains(.capital)
  }
}

extension CopyView {
  /// Whether words stand in the text one behind the other.
  fileprivate func contains(_ words: [TokenKey]) -> Bool {
    guard words.count <= count else { return false }
    return (0...count - words.count).contains { start in
      keys[start] == words[0] && keys[start..<start + words.count].elementsEqual(words)
    }
  }
}
