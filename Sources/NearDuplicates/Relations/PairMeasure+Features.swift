internal import Stories

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What is known of two stories besides their texts.
struct PairSurroundings {
  /// Weighed likeness of the headlines, -1 where either has none.
  var titles: Float
  /// Weight of shared words as a part of all, -1 where either has none.
  var titlesAlike: Float
  /// Milliseconds between the publications, nil where either is unknown.
  var apart: Int64?
  /// Whether both come from one outlet, nil where either is unknown.
  var sameOutlet: Bool?
}

extension PairMeasure {
  /// The features of the pair.
  ///
  /// - Parameters:
  ///   - bag: the words of the first text.
  ///   - surroundings: what is known besides the texts.
  /// - Returns: a value for each name.
  ///
  /// Complexity: O(n + m).
  func features(_ bag: WordBag, _ surroundings: PairSurroundings) -> PairFeatures {
    let sums = StretchSums(stretches)
    let (matched, fives) = (sums.matched, Float(sums.fives))
    let (one, two) = (first.copy.count, second.copy.count)
    let (fewer, more) = (Float(max(1, min(one, two) - 4)), Float(max(1, max(one, two) - 4)))
    let inside = first.share >= second.share ? first : second
    let outside = first.share >= second.share ? second : first
    let differing = WordDifferences(self, bag, ofFirst: first.share >= second.share)
    let (quoted, narration) = speech()
    let words = max(1, max(first.coveredCount, second.coveredCount))
    var values: [Float] = []
    values.reserveCapacity(PairFeatures.Name.allCases.count)
    values += [inside.share, outside.share]
    values.append(max(first.weightedShare, second.weightedShare))
    values.append(min(first.weightedShare, second.weightedShare))
    values.append(min(1, fives / fewer))
    values.append(fives / max(1, fewer + more - fives))
    values.append(logarithm(matched))
    values.append(logarithm(sums.longest))
    values.append(logarithm(sums.longestRun))
    values.append(logarithm(sums.weight / Rarity.unit))
    values.append(Float(stretches.count))
    values.append(min(1, Float(matched) / Float(words)))
    values.append(max(first.opening, second.opening))
    values.append(min(first.opening, second.opening))
    values.append(min(first.start, second.start))
    values.append(max(first.start, second.start))
    values.append(logarithm(min(one, two)))
    values.append(logarithm(max(one, two)))
    values.append(Float(min(one, two)) / Float(max(1, one, two)))
    values += [differing.figuresShared, differing.figuresChanged, differing.namesMissing]
    values += [differing.foreignWeight, quoted, narration, surroundings.titles]
    values.append(surroundings.apart.map { log2(1 + Float($0) / Float(Instant.hour)) } ?? -1)
    values.append(surroundings.sameOutlet.map { $0 ? 1 : 0 } ?? -1)
    values += [inside.ownRun, outside.ownRun, inside.ownTail, outside.ownTail]
    values.append(Float(matched) / Float(max(1, min(one, two))))
    values.append(Float(matched) / Float(max(1, one, two)))
    values.append(max(first.unknown, second.unknown))
    values.append(min(first.unknown, second.unknown))
    values += [surroundings.titlesAlike, inOrder, differing.foreignInOpening]
    // Logarithms differ in their last bits between machines; decisions must not.
    for index in values.indices { values[index] = (values[index] * 1024).rounded() / 1024 }
    return PairFeatures(values: values)
  }

  /// The part of the stretches that come after the one before them in both texts.
  private var inOrder: Float {
    guard stretches.count > 1 else { return 1 }
    let ordered = zip(stretches, stretches.dropFirst()).count {
      $0.first.lowerBound <= $1.first.lowerBound
    }
    return Float(ordered) / Float(stretches.count - 1)
  }

  /// The part of the shared words that is speech, and how many are not.
  private func speech() -> (quoted: Float, narration: Float) {
    let (one, two) = (quotedCount(first), quotedCount(second))
    let count = max(1, min(first.coveredCount, second.coveredCount))
    // A desk may have lost the marks: the text that has more of them is believed.
    let quoted = min(count, max(one, two))
    return (Float(quoted) / Float(count), logarithm(count - quoted))
  }

  private func quotedCount(_ side: Side) -> Int {
    side.covered.reduce(0) { $0 + side.copy.quotedCount(in: $1) }
  }

  private func logarithm(_ count: Int) -> Float { log2(1 + Float(count)) }
}

/// What stretches come to together.
private struct StretchSums {
  private(set) var matched = 0
  private(set) var fives = 0
  private(set) var weight = 0
  /// Agreeing words of the stretch that has most.
  private(set) var longest = 0
  private(set) var longestRun = 0

  init(_ stretches: [Stretch]) {
    for stretch in stretches {
      matched += stretch.matched
      fives += stretch.fives
      weight += stretch.weight
      longest = max(longest, stretch.matched)
      longestRun = max(longestRun, stretch.longestRun)
    }
  }
}

extension Copy {
  /// Tokens of a range that stand inside quotation marks.
  fileprivate func quotedCount(in range: Range<Int>) -> Int {
    traits.withUnsafeBufferPointer { traits in
      var count = 0
      for index in range {
        count &+= Int(traits[index].rawValue & TokenTraits.quoted.rawValue)
      }
      return count / Int(TokenTraits.quoted.rawValue)
    }
  }
}
