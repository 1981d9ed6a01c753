internal import Stories

/// Why a decision was made: what spoke for it and what against, the weightiest first.
public struct RelationExplanation: Hashable, Sendable {
  /// One thing that was measured, and how it pulled.
  struct Factor: Hashable, Sendable {
    /// What was measured.
    let name: PairFeatures.Name
    /// What it was.
    let value: Float
    /// How it moved the logarithm of the odds of one copy; above 0 towards it.
    let pull: Float
  }

  /// The decision in words.
  let reason: String
  /// The weightiest factors of a model's decision; none where a rule decided.
  let factors: [Factor]

  /// One sentence: the decision and the factors.
  public var sentence: String {
    let told = factors.map { $0.words }
    return told.isEmpty ? reason : reason + " (" + told.joined(separator: "; ") + ")"
  }

  /// The same without what was measured on one thing, for where that is not known to be so.
  public func without(_ name: PairFeatures.Name) -> RelationExplanation {
    RelationExplanation(reason: reason, factors: factors.filter { $0.name != name })
  }
}

extension RelationRule {
  /// Factors that an explanation names.
  private static let told = 3

  /// Why a decision came out as it did.
  public func explain(_ evidence: PairEvidence, _ verdict: Verdict) -> RelationExplanation {
    guard let model, !evidence.sameIdentity, verdict.reason.isModels else {
      return RelationExplanation(
        reason: verdict.reason.rawValue,
        factors: RelationRule.tellingOfOtherEvent(evidence, verdict.reason).map {
          .init(name: $0, value: evidence.features[$0], pull: 0)
        })
    }
    let pulls = model.same.contributions(evidence.features.values)
    let wanted: Float = verdict.relation.isSame ? 1 : -1
    let factors = zip(PairFeatures.Name.allCases, pulls)
      .filter { $0.1 * wanted > 0.05 && !RelationRule.saysNothing($0.0, evidence) }
      .sorted { abs($0.1) > abs($1.1) }.prefix(RelationRule.told)
      .map { name, pull in
        RelationExplanation.Factor(name: name, value: evidence.features[name], pull: pull)
      }
    return RelationExplanation(reason: verdict.reason.rawValue, factors: Array(factors))
  }
}

extension RelationRule {
  /// Whether a measurement would be told as that there is none of something that nobody expects.
  fileprivate static func saysNothing(_ name: PairFeatures.Name, _ evidence: PairEvidence) -> Bool {
    (name == .unknownMost || name == .unknownLeast) && evidence.features[name] < 0.005
  }

  /// The measurements that say of another event what it is one by; names only where enough of them are others.
  fileprivate static func tellingOfOtherEvent(
    _ evidence: PairEvidence, _ reason: Verdict.Reason
  ) -> [PairFeatures.Name] {
    switch reason {
    case .otherEvent where evidence.features[.namesMissing] >= namesMissingFrom:
      [.figuresChanged, .namesMissing]
    case .otherEvent: [.figuresChanged]
    case .otherNames: [.namesMissing]
    default: []
    }
  }
}

extension Verdict.Reason {
  /// Whether a trained model had the word.
  fileprivate var isModels: Bool {
    switch self {
    case .sameCopy, .formula, .passages, .whole, .quotations, .little, .nothing: true
    case .sameIdentity, .tooFarApart, .otherEvent, .otherNames, .boilerplate, .mostlyBoilerplate:
      false
    }
  }
}
