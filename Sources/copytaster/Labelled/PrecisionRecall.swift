/// Counts of right and wrong answers to a yes-or-no question.
///
/// Of nothing, nothing is wrong: as with scikit-learn's `zero_division=1`, and as in `ClusterAgreement`.
struct PrecisionRecall: CustomStringConvertible {
  private(set) var truePositives = 0
  private(set) var predicted = 0
  private(set) var gold = 0

  /// Counts one answer, or several that are alike.
  mutating func note(predicted isPredicted: Bool, gold isGold: Bool, times: Int = 1) {
    if isPredicted { predicted += times }
    if isGold { gold += times }
    if isPredicted, isGold { truePositives += times }
  }

  /// Part of the yeses that are right; 1 without any.
  var precision: Double { predicted == 0 ? 1 : Double(truePositives) / Double(predicted) }
  /// Part of the true yeses that were found; 1 without any.
  var recall: Double { gold == 0 ? 1 : Double(truePositives) / Double(gold) }
  /// Harmonic mean of both.
  var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  var description: String {
    "P \(Words.share(precision)) R \(Words.share(recall)) F1 \(Words.share(f1))"
  }
}
