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

  /// First words of a text that are its opening.
  static let opening = 40

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
    let count = side.copy.count
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + bag.count) { scratch in
      let missing = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let words = UnsafeMutableBufferPointer(rebasing: scratch[count...])
      if ofFirst {
        words.initialize(repeating: 1)
        bag.forEachKnown(in: measure.second.copy.keys) { _, number in words[number] = 0 }
        bag.numbers.withUnsafeBufferPointer { numbers in
          for index in 0..<count { missing[index] = words[Int(numbers[index])] }
        }
      } else {
        missing.initialize(repeating: 1)
        bag.forEachKnown(in: side.copy.keys) { position, _ in missing[position] = 0 }
      }
      self.count(side, UnsafeBufferPointer(missing))
    }
  }

  /// Counts over the tokens of a text.
  ///
  /// - Parameters:
  ///   - side: the text.
  ///   - missing: for each of its tokens 1 if the other text lacks it, otherwise 0.
  private mutating func count(_ side: PairMeasure.Side, _ missing: UnsafeBufferPointer<UInt8>) {
    var (figures, sharedFigures, names, missingNames, foreign) = (0, 0, 0, 0, 0)
    let copy = side.copy
    copy.weights.withUnsafeBufferPointer { weights in
      copy.traits.withUnsafeBufferPointer { traits in
        for index in missing.indices {
          let lacks = Int(missing[index])
          let isFigure = Int(traits[index].rawValue & TokenTraits.figure.rawValue)
          let isName = traits[index].isName ? 1 : 0
          foreign &+= lacks &* Int(weights[index])
          figures &+= isFigure
          sharedFigures &+= isFigure & ~lacks
          names &+= isName
          missingNames &+= isName & lacks
        }
      }
    }
    if figures > 0 { figuresShared = Float(sharedFigures) / Float(figures) }
    if names > 0 { namesMissing = Float(missingNames) / Float(names) }
    if copy.weight > 0 { foreignWeight = Float(foreign) / Float(copy.weight) }
    foreignInOpening = WordDifferences.foreign(copy, missing, below: WordDifferences.opening)
    if figures > 0 { figuresChanged = WordDifferences.changedFigures(side, missing) }
  }

  private static func foreign(
    _ copy: Copy, _ missing: UnsafeBufferPointer<UInt8>, below end: Int
  ) -> Float {
    var (foreign, all) = (0, 0)
    copy.weights.withUnsafeBufferPointer { weights in
      for index in 0..<min(end, weights.count) {
        foreign &+= Int(missing[index]) &* Int(weights[index])
        all &+= Int(weights[index])
      }
    }
    return all == 0 ? 0 : Float(foreign) / Float(all)
  }

  private static func changedFigures(
    _ side: PairMeasure.Side, _ missing: UnsafeBufferPointer<UInt8>
  ) -> Float {
    var (figures, changed) = (0, 0)
    side.copy.traits.withUnsafeBufferPointer { traits in
      for range in side.covered {
        let around = max(0, range.lowerBound - 2)..<min(traits.count, range.upperBound + 2)
        for index in around {
          let isFigure = Int(traits[index].rawValue & TokenTraits.figure.rawValue)
          figures &+= isFigure
          changed &+= isFigure & Int(missing[index])
        }
      }
    }
    return figures == 0 ? -1 : Float(changed) / Float(figures)
  }
}
