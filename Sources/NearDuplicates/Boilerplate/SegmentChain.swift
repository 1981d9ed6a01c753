#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How boilerplate lies in a story, as a chain of four states: what stands before the news (`head`), the
/// news, what interrupts it (`inside`), and what stands after it (`tail`), from which nothing leads back.
///
/// What all other segments say of one is worked out by the forward and backward pass (L. Rabiner,
/// "A tutorial on hidden Markov models", 1989).
package struct SegmentChain: Hashable, Sendable, Codable {
  /// How likely a story begins with boilerplate.
  let startsInHead: Double
  /// How likely boilerplate before the news is followed by more of it.
  let headStays: Double
  /// How likely news is followed by an interruption; by the tail.
  let insideBegins, tailBegins: Double
  /// How likely an interruption goes on.
  let insideStays: Double
  /// Share of boilerplate among the segments that the scores were fitted to.
  let share: Double
  /// What a score counts. Below 1, since a segment's words are not independent.
  let scale: Double

  package init(
    startsInHead: Double, headStays: Double, insideBegins: Double, tailBegins: Double,
    insideStays: Double, share: Double, scale: Double
  ) {
    (self.startsInHead, self.headStays) = (startsInHead, headStays)
    (self.insideBegins, self.tailBegins) = (insideBegins, tailBegins)
    (self.insideStays, self.share, self.scale) = (insideStays, share, scale)
  }

  /// Probabilities of head, news, inside and tail.
  private typealias States = SIMD4<Double>

  /// For each segment, the log odds of boilerplate by all the others.
  ///
  /// Complexity: O(n).
  package func around(_ scores: [Float]) -> [Float] {
    let prior = Logistic.logOdds(share)
    let odds = scores.map { exp(scale * (Double(max(-8, min(8, $0))) - prior)) }
    var before: [States] = []
    before.reserveCapacity(scores.count)
    var state = States(startsInHead, 1 - startsInHead, 0, 0)
    for odds in odds {
      before.append(state)
      state = forward(SegmentChain.weighed(state, odds))
    }
    var around = [Float](repeating: 0, count: scores.count)
    var after = States(repeating: 1)
    for index in scores.indices.reversed() {
      let both = before[index] * after
      around[index] = Float(log((both[0] + both[2] + both[3] + 1e-9) / (both[1] + 1e-9)))
      after = backward(SegmentChain.weighed(after, odds[index]))
    }
    return around
  }

  private static func weighed(_ states: States, _ odds: Double) -> States {
    let weighed = states * States(odds, 1, odds, odds)
    return weighed / weighed.sum()
  }

  private func forward(_ now: States) -> States {
    States(
      now[0] * headStays,
      now[0] * (1 - headStays) + now[1] * (1 - insideBegins - tailBegins)
        + now[2] * (1 - insideStays),
      now[1] * insideBegins + now[2] * insideStays, now[1] * tailBegins + now[3])
  }

  private func backward(_ next: States) -> States {
    States(
      next[0] * headStays + next[1] * (1 - headStays),
      next[1] * (1 - insideBegins - tailBegins) + next[2] * insideBegins + next[3] * tailBegins,
      next[1] * (1 - insideStays) + next[2] * insideStays, next[3])
  }

  /// Whether all are probabilities that leave every state possible.
  var isSound: Bool {
    [startsInHead, headStays, insideBegins, tailBegins, insideStays, share].allSatisfy {
      $0 > 0 && $0 < 1
    } && insideBegins + tailBegins < 1 && scale > 0 && scale <= 1
  }
}
