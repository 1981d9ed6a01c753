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

  /// What one of two texts has alone.
  ///
  /// - Parameters:
  ///   - measure: the two texts.
  ///   - bag: the words of the first.
  ///   - ofFirst: whether the first text is asked about rather than the second.
  ///
  /// Complexity: O(n + m), one look-up for each word of the second.
  init(_ measure: PairMeasure, _ bag: WordBag, ofFirst: Bool) {
    let side = ofFirst ? measure.first : measure.second
    self.init(side, missing: WordDifferences.missing(measure, bag, ofFirst: ofFirst))
  }

  /// For each token whether the other text lacks it.
  private static func missing(
    _ measure: PairMeasure, _ bag: WordBag, ofFirst: Bool
  ) -> [Bool] {
    let other = measure.second.copy.keys
    var isMissing = [Bool](repeating: true, count: ofFirst ? bag.count : other.count)
    isMissing.withUnsafeMutableBufferPointer { isMissing in
      bag.forEachKnown(in: other) { position, number in
        isMissing[ofFirst ? number : position] = false
      }
    }
    return ofFirst ? bag.numbers.map { isMissing[Int($0)] } : isMissing
  }

  private init(_ side: PairMeasure.Side, missing: [Bool]) {
    var (figures, sharedFigures, names, missingNames, foreign) = (0, 0, 0, 0, 0)
    let copy = side.copy
    copy.weights.withUnsafeBufferPointer { weights in
      copy.traits.withUnsafeBufferPointer { traits in
        for (index, isMissing) in missing.enumerated() {
          if isMissing { foreign &+= Int(weights[index]) }
          if traits[index].contains(.figure) {
            figures &+= 1
            if !isMissing { sharedFigures &+= 1 }
          } else if traits[index].isName {
            names &+= 1
            if isMissing { missingNames &+= 1 }
          }
        }
      }
    }
    if figures > 0 { figuresShared = Float(sharedFigures) / Float(figures) }
    if names > 0 { namesMissing = Float(missingNames) / Float(names) }
    if copy.weight > 0 { foreignWeight = Float(foreign) / Float(copy.weight) }
    if figures > 0 { figuresChanged = WordDifferences.changedFigures(side, missing) }
  }

  private static func changedFigures(_ side: PairMeasure.Side, _ missing: [Bool]) -> Float {
    var (figures, changed) = (0, 0)
    for range in side.covered {
      let around = max(0, range.lowerBound - 2)..<min(side.copy.count, range.upperBound + 2)
      for index in around where side.copy.traits[index].contains(.figure) {
        figures += 1
        if missing[index] { changed += 1 }
      }
    }
    return figures == 0 ? -1 : Float(changed) / Float(figures)
  }
}
