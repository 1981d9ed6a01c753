internal import Stories

extension PairMeasure {
  /// Words that neither text gives as speech, in runs that agree word for word and are long enough to be no
  /// name, title or stock phrase.
  ///
  /// Complexity: O(n) in the words of the stretches.
  var narrationInRuns: Int {
    stretches.reduce(0) { sum, stretch in
      sum + (stretch.matched < PairMeasure.runWords ? 0 : narration(in: stretch))
    }
  }

  /// Agreeing words from which a run is narration rather than a name or a phrase.
  private static let runWords = 9

  private func narration(in stretch: Stretch) -> Int {
    var (one, two) = (stretch.first.lowerBound, stretch.second.lowerBound)
    var (sum, run) = (0, 0)
    while one < stretch.first.upperBound, two < stretch.second.upperBound {
      guard agree(one, two) else {
        sum += PairMeasure.counting(run)
        run = 0
        guard let next = goesOn(after: one, two, in: stretch) else { break }
        (one, two) = next
        continue
      }
      if isSpeech(one, two) {
        sum += PairMeasure.counting(run)
        run = 0
      } else {
        run += 1
      }
      (one, two) = (one + 1, two + 1)
    }
    return sum + PairMeasure.counting(run)
  }

  private static func counting(_ run: Int) -> Int { run < runWords ? 0 : run }

  /// Where the texts agree again behind words that differ: at the nearest two words in a row.
  func goesOn(after one: Int, _ two: Int, in stretch: Stretch) -> (Int, Int)? {
    let gap = Tolerance.misread.maximumGap
    for steps in 1...2 * gap {
      for step in max(0, steps - gap)...min(gap, steps) {
        let (first, second) = (one + step, two + steps - step)
        guard first < stretch.first.upperBound, second < stretch.second.upperBound,
          agree(first, second)
        else { continue }
        let isLast =
          first + 1 == stretch.first.upperBound || second + 1 == stretch.second.upperBound
        if isLast || agree(first + 1, second + 1) { return (first, second) }
      }
    }
    return nil
  }

  func agree(_ one: Int, _ two: Int) -> Bool {
    first.copy.keys[one] == second.copy.keys[two]
  }

  private func isSpeech(_ one: Int, _ two: Int) -> Bool {
    first.copy.traits[one].contains(.quoted) || second.copy.traits[two].contains(.quoted)
  }
}
