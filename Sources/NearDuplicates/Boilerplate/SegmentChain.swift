#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Boilerplate and news as two states of a chain that runs through a story: boilerplate comes in blocks.
///
/// What the segments before and after say of one is worked out by the forward and backward pass
/// (L. Rabiner, "A tutorial on hidden Markov models", 1989), in log odds, one state against the other.
package struct SegmentChain: Hashable, Sendable, Codable {
  /// How likely the first segment is boilerplate.
  package var first: Double
  /// How likely boilerplate is followed by boilerplate.
  package var stays: Double
  /// How likely news is followed by boilerplate.
  package var begins: Double
  /// Share of boilerplate among the segments that the scores were fitted to.
  package var share: Double
  /// What a score counts. Below 1, since a segment's words are not independent.
  package var scale: Double

  package init(first: Double, stays: Double, begins: Double, share: Double, scale: Double) {
    (self.first, self.stays, self.begins) = (first, stays, begins)
    (self.share, self.scale) = (share, scale)
  }

  /// For each segment, log odds by all that comes before it, and by all that comes after it.
  ///
  /// Complexity: O(n).
  package func messages(_ scores: [Float]) -> (before: [Float], after: [Float]) {
    let evidence = scores.map(evidence(of:))
    var before = [Float](repeating: 0, count: scores.count)
    var after = before
    var odds = SegmentChain.logOdds(first)
    for index in scores.indices {
      before[index] = Float(odds)
      let likely = SegmentChain.probability(odds + evidence[index])
      odds = SegmentChain.logOdds(likely * stays + (1 - likely) * begins)
    }
    odds = 0
    for index in scores.indices.reversed() {
      after[index] = Float(odds)
      let ratio = exp(odds + evidence[index])
      odds = log((stays * ratio + 1 - stays) / (begins * ratio + 1 - begins))
    }
    return (before, after)
  }

  private func evidence(of score: Float) -> Double {
    let bounded = Double(max(-8, min(8, score)))
    return scale * (bounded - SegmentChain.logOdds(share))
  }

  private static func logOdds(_ probability: Double) -> Double {
    log(probability / (1 - probability))
  }

  private static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// Whether all are probabilities that leave either state possible.
  var isSound: Bool {
    [first, stays, begins, share].allSatisfy { $0 > 0 && $0 < 1 } && scale > 0 && scale <= 1
  }
}
