import NearDuplicates
import Stories

/// Which of some signatures an index made of them does not find.
struct LostInIndex {
  /// Those that nothing explains.
  private var unexplained = 0
  /// Those in whose place newer ones stand, since no more fit into a bucket.
  private var displaced = 0

  /// Builds the index, and looks every signature up in it.
  init(_ signatures: [Signature], _ plan: BandPlan) {
    var index = BandIndex(plan: plan, window: nil)
    for (position, signature) in signatures.enumerated() {
      index.insert(
        LostInIndex.number(position), signature, at: Instant(milliseconds: 0))
    }
    for (position, signature) in signatures.enumerated() where !signature.registers.isEmpty {
      let found = index.candidates(for: signature)
      guard !found.contains(LostInIndex.number(position)) else { continue }
      // Every bucket that it stood in has gone on to be full of newer ones.
      if found.count >= BandIndex.bucketLimit { displaced += 1 } else { unexplained += 1 }
    }
  }

  /// What is wrong.
  var findings: [String] {
    unexplained == 0
      ? [] : ["\(unexplained) stories are not found in the index by their own signature"]
  }

  /// What is as the documentation has it.
  var notes: [String] {
    displaced == 0
      ? []
      : [
        "\(displaced) of the stories signed again are no longer found by their bands: of what is that much alike, "
          + "the newest \(BandIndex.bucketLimit) are, which is a documented limit"
      ]
  }

  private static func number(_ position: Int) -> StoryNumber { StoryNumber(Int64(position + 1)) }
}
