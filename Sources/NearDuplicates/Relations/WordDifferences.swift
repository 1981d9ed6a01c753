internal import Stories

/// What one text says that another has nowhere.
struct WordDifferences {
  /// Part of its figures that the other has too; -1 without figures.
  private(set) var figuresShared: Float = -1
  /// Part of the figures within and beside stretches that the other has not; -1 without any.
  private(set) var figuresChanged: Float = -1
  /// Part of its names that the other has not; -1 without names.
  private(set) var namesMissing: Float = -1
  /// Weight of the words that the other has not, as a part.
  private(set) var foreignWeight: Float = 0
  /// The same of its first words alone: another company, another town, another hour stand there.
  private(set) var foreignInOpening: Float = 0
  /// Part of its sentences that the other has, word for word for the most part.
  private(set) var sentencesTaken: Float = 0
  /// Part of its sentences whose words the other has, in whatever order and place.
  private(set) var sentencesSaid: Float = 0

  /// First words of a text that are its opening.
  static let opening = 40

  /// What one of two texts has alone.
  ///
  /// - Parameters:
  ///   - measure: the two texts.
  ///   - ofFirst: whether the first text is asked about rather than the second.
  ///
  /// Complexity: O(n + m).
  init(_ measure: PairMeasure, ofFirst: Bool) {
    let (side, other) =
      ofFirst ? (measure.first, measure.second) : (measure.second, measure.first)
    let scratch = measure.scratch
    let missing = ofFirst ? scratch.firstUnmatched : scratch.secondUnmatched
    sentencesTaken = SentenceShares.part(
      of: side.copy, lacking: UnsafeBufferPointer(missing), upTo: SentenceShares.untakenUpTo)
    let asked = WordSearch.keepMissing(
      missing, of: side.copy.keys, in: other.copy.keys, scratch.places)
    let places = UnsafeMutableBufferPointer(rebasing: scratch.places[..<asked])
    count(side, UnsafeBufferPointer(missing), at: UnsafeBufferPointer(places))
    sentencesSaid = SentenceShares.part(
      of: side.copy, lacking: UnsafeBufferPointer(missing), upTo: SentenceShares.unsaidUpTo)
  }

  /// Counts over the tokens of a text.
  ///
  /// - Parameters:
  ///   - side: the text.
  ///   - missing: for each of its tokens 1 if the other text lacks it, otherwise 0.
  ///   - places: where it may be 1.
  private mutating func count(
    _ side: PairMeasure.Side, _ missing: UnsafeBufferPointer<UInt8>,
    at places: UnsafeBufferPointer<UInt32>
  ) {
    let (weights, traits) = (side.copy.weights, side.copy.traits)
    var (missingFigures, missingNames, foreign, foreignInOpening) = (0, 0, 0, 0)
    for place in places {
      let index = Int(place)
      let lacks = Int(missing[index])
      let weight = lacks &* Int(weights[index])
      foreign &+= weight
      foreignInOpening &+= index < WordDifferences.opening ? weight : 0
      missingFigures &+= lacks & Int(traits[index].rawValue & TokenTraits.figure.rawValue)
      missingNames &+= traits[index].isName ? lacks : 0
    }
    let (figures, names) = (side.copy.counts.figures, side.copy.counts.names)
    if figures > 0 { figuresShared = Float(figures - missingFigures) / Float(figures) }
    if names > 0 { namesMissing = Float(missingNames) / Float(names) }
    if side.copy.counts.weight > 0 {
      foreignWeight = Float(foreign) / Float(side.copy.counts.weight)
    }
    let opening = UnsafeRawBufferPointer(weights)
      .byteSum(0..<min(WordDifferences.opening, weights.count))
    if opening > 0 { self.foreignInOpening = Float(foreignInOpening) / Float(opening) }
    if figures > 0 { figuresChanged = WordDifferences.changedFigures(side, missing) }
  }

  private static func changedFigures(
    _ side: PairMeasure.Side, _ missing: UnsafeBufferPointer<UInt8>
  ) -> Float {
    let traits = side.copy.traits
    var (figures, changed) = (0, 0)
    for range in side.covered {
      let around = max(0, range.lowerBound - 2)..<min(traits.count, range.upperBound + 2)
      for index in around {
        let isFigure = Int(traits[index].rawValue & TokenTraits.figure.rawValue)
        figures &+= isFigure
        changed &+= isFigure & Int(missing[index])
      }
    }
    return figures == 0 ? -1 : Float(changed) / Float(figures)
  }
}
