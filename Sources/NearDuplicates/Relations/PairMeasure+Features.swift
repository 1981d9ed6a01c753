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
  /// The features of the pair. Can be asked for once: which words lie in matches is then used up.
  ///
  /// - Parameter surroundings: what is known besides the texts.
  /// - Returns: a value for each name.
  ///
  /// Complexity: O(n + m).
  func features(_ surroundings: PairSurroundings) -> PairFeatures {
    PairFeatures(
      values: [Float](unsafeUninitializedCapacity: PairFeatures.Name.allCases.count) {
        var writer = FeatureWriter(values: $0)
        write(surroundings, &writer)
        $1 = writer.count
      })
  }

  /// Writes the features in the order of their names.
  private func write(_ surroundings: PairSurroundings, _ values: inout FeatureWriter) {
    let sums = StretchSums(stretches)
    let matched = sums.matched
    let (one, two) = (first.copy.count, second.copy.count)
    let (fewer, more) = (Float(max(1, min(one, two) - 4)), Float(max(1, max(one, two) - 4)))
    // What one text says twice agrees twice with what the other says once.
    let (fives, agreeing) = (min(fewer, Float(sums.fives)), min(matched, one, two))
    let isFirstInside = first.share >= second.share
    let (inside, outside) = isFirstInside ? (first, second) : (second, first)
    let outsideUnmatched = isFirstInside ? scratch.secondUnmatched : scratch.firstUnmatched
    let differing = WordDifferences(self, ofFirst: isFirstInside)
    let (quoted, narration) = speech()
    let words = max(1, max(first.coveredCount, second.coveredCount))
    values.put(inside.share, outside.share)
    values.putOrdered(first.weightedShare, second.weightedShare)
    values.put(fives / fewer, fives / (fewer + more - fives))
    values.put(logarithm(matched), logarithm(sums.longest), logarithm(sums.longestRun))
    values.put(logarithm(sums.weight / Rarity.unit))
    values.put(Float(stretches.count), min(1, Float(matched) / Float(words)))
    values.putOrdered(first.opening, second.opening)
    values.put(min(first.start, second.start), max(first.start, second.start))
    values.put(logarithm(min(one, two)), logarithm(max(one, two)))
    values.put(Float(min(one, two)) / Float(max(1, one, two)))
    values.put(differing.figuresShared, differing.figuresChanged, differing.namesMissing)
    values.put(differing.foreignWeight, quoted, narration)
    values.put(surroundings.titles)
    values.put(surroundings.apart.map { log2(1 + Float($0) / Float(Instant.hour)) } ?? -1)
    values.put(surroundings.sameOutlet.map { $0 ? 1 : 0 } ?? -1)
    values.put(inside.ownRun, outside.ownRun)
    values.put(inside.ownTail, outside.ownTail)
    values.put(Float(agreeing) / Float(max(1, min(one, two))))
    values.put(Float(agreeing) / Float(max(1, one, two)))
    values.putOrdered(first.unknown, second.unknown)
    values.put(surroundings.titlesAlike, inOrder, differing.foreignInOpening)
    let taken = SentenceShares.part(
      of: outside.copy, lacking: UnsafeBufferPointer(outsideUnmatched),
      upTo: SentenceShares.untakenUpTo)
    values.put(differing.sentencesTaken, taken, differing.sentencesSaid)
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
    // A desk may have lost the marks: the text that has more of what is shared within them is believed. Each is taken
    // by itself, since what one says twice, as a pull quote does, is covered twice.
    let (one, two) = (first.quotedPart, second.quotedPart)
    let side = one >= two ? first : second
    return (max(one, two), logarithm(side.coveredCount - side.quotedCount))
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

/// Puts features down one after the other.
private struct FeatureWriter {
  let values: UnsafeMutableBufferPointer<Float>
  private(set) var count = 0

  init(values: UnsafeMutableBufferPointer<Float>) { self.values = values }

  /// Logarithms differ in their last bits between machines; decisions must not.
  @inline(__always)
  mutating func put(_ value: Float) {
    values.initializeElement(at: count, to: (value * 1024).rounded() / 1024)
    count += 1
  }

  mutating func put(_ one: Float, _ two: Float) {
    put(one)
    put(two)
  }

  mutating func put(_ one: Float, _ two: Float, _ three: Float) {
    put(one)
    put(two, three)
  }

  /// The larger before the smaller.
  mutating func putOrdered(_ one: Float, _ two: Float) { put(max(one, two), min(one, two)) }
}
