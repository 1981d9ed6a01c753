public import Stories

/// What two texts share, for showing.
public struct SharedStretches: Hashable, Sendable {
  /// The passages, in order of the first text, in token positions of the texts as they are compared.
  public let passages: [Passage]
  /// The part of the first text's words that lies in shared stretches, from 0 to 1.
  public let shareOfFirst: Double
  /// The part of the second text's.
  public let shareOfSecond: Double

  /// Words that a passage has at least: about half a sentence.
  static let leastWords = 4

  init(_ measure: PairMeasure, of first: Copy, _ second: Copy) {
    let short = min(first.count, second.count) < 12
    let counting = measure.stretches
      .filter { $0.matched >= SharedStretches.leastWords || short }
      .sorted {
        ($0.first.lowerBound, $0.second.lowerBound) < ($1.first.lowerBound, $1.second.lowerBound)
      }
    passages = PassageEnds(first: first, second: second).passages(counting)
    shareOfFirst = Double(measure.first.share)
    shareOfSecond = Double(measure.second.share)
  }
}

extension ComparedText {
  /// The evidence and what is shared, in one go.
  ///
  /// Complexity: O(n + m).
  public func study(
    _ copy: Copy, _ face: Face, sameIdentity: Bool = false
  ) -> (evidence: PairEvidence, shared: SharedStretches) {
    PairMeasure.with(aligner, PackedCopy(copy)) { measure in
      (
        evidence(measure, face, sameIdentity: sameIdentity),
        SharedStretches(measure, of: self.copy.unpacked, copy)
      )
    }
  }
}
