internal import Stories

/// Decides what two stories are to each other from resemblance, containment and time.
///
/// Containment leads: a cut of a long story has a resemblance near nothing and a containment near one. The
/// thresholds are plain round figures, not fitted; see the README for what they reach on real copy.
public struct RelationRule: Hashable, Sendable {
  /// Name and version, recorded with every decision.
  public static let name = "containment/1"

  /// Containment from which two texts are the same copy.
  public var sameContainment = 0.6
  /// Versions of one story come within this many milliseconds; a notice that looks the same later is
  /// another day's.
  public var versionsWithin: Int64 = 3 * Instant.day
  /// Resemblance from which nothing worth naming differs.
  public var verbatimResemblance = 0.95
  /// Size of the shorter against the longer below which a version is a cut.
  public var cutBelow = 0.8
  /// Shared shingles from which a pair without that much containment is partial: a sentence of twelve words.
  public var partialShingles = 8

  /// Makes the rule with its standard thresholds.
  public init() {}

  /// Decides.
  public func judge(_ evidence: PairEvidence) -> Verdict {
    let containment = evidence.likeness.containment
    if evidence.sameIdentity {
      return Verdict(relation: sameKind(evidence.likeness), strength: 1, reason: .sameIdentity)
    }
    if let apart = evidence.apart, apart > versionsWithin, containment >= sameContainment {
      return Verdict(relation: .template, strength: 0, reason: .tooFarApart)
    }
    if evidence.sameOutlet, !evidence.sharesAnOpening, evidence.likeness.shared > 0 {
      let relation: Relation = containment >= sameContainment ? .boilerplate : partial(evidence)
      return Verdict(relation: relation, strength: 0, reason: .onlyBelowTheOpening)
    }
    if containment >= sameContainment {
      let relation = sameKind(evidence.likeness)
      return Verdict(relation: relation, strength: containment, reason: .contained)
    }
    let relation = partial(evidence)
    return Verdict(
      relation: relation, strength: containment,
      reason: relation == .partial ? .passages : .nothing)
  }

  private func partial(_ evidence: PairEvidence) -> Relation {
    evidence.likeness.shared >= partialShingles ? .partial : .none
  }

  private func sameKind(_ likeness: Likeness) -> Relation {
    if likeness.resemblance >= verbatimResemblance { return .verbatim }
    let (first, second) = (Double(likeness.first), Double(likeness.second))
    if first < second * cutBelow { return .cut }
    return second < first * cutBelow ? .expanded : .version
  }
}
