internal import Stories

/// Decides what two stories are to each other: by a trained model, or by plain shares without one.
public struct RelationRule: Hashable, Sendable {
  /// The trained model; nil for the plain rule.
  public var model: RelationModel?
  /// Versions of one story come within less than this many milliseconds; a notice that looks the same then or later
  /// is another day's.
  public var versionsWithin: Int64 = 7 * Instant.day
  /// The plain rule's: share of one text's words from which two are the same copy.
  var sameShare: Float = 0.66
  /// The plain rule's: days within which versions come.
  var plainVersionsWithin: Int64 = 3 * Instant.day
  /// Share of the longer text that a word-for-word copy has at least.
  static let verbatimFrom: Float = 0.97
  /// Shared words up to which nothing is said to be shared.
  static let hardlyAny: Float = 12
  /// Without a model: share of the longer text below which a version is a cut of it.
  static let cutBelow: Float = 0.75
  /// Words of the longer text that a cut leaves out at least, as a part, and words of its own that it has at most.
  static let cutLeavesOut: Float = 0.03
  static let cutAdds: Float = 0.4
  /// The plain rule's: shared words from which two that are not the same share a passage.
  static let partialWords: Float = 20
  /// How strongly at most two pull that are not to be one group by themselves: less than what joins.
  static let apartStrength = 0.45
  /// What trees hold so unlikely they are sure is not so: either of the two questions, whether two stories are one copy
  /// and whether they are to stand in one group, has a veto on forms.
  static let surelyNot = 0.2
  /// Shared words outside of quotation marks up to which only quotations are shared: a sentence, such as who
  /// said it and where.
  static let narrationUpTo = 24
  /// Part of the shared words that must be speech where only quotations are shared: what most of it is.
  static let speechFrom: Float = 0.5

  /// Makes the rule.
  public init(model: RelationModel? = nil) { self.model = model }

  /// Name and version, recorded with every decision.
  public var name: String { model?.fullName ?? "shares/2" }

  /// Decides.
  public func judge(_ evidence: PairEvidence) -> Verdict {
    judge(evidence, strength: strength(evidence.features, apart: evidence.apart))
  }

  /// Decides, knowing how strongly the two pull.
  func judge(_ evidence: PairEvidence, strength: Double) -> Verdict {
    if evidence.sameIdentity {
      return Verdict(relation: sameKind(evidence), strength: 1, reason: .sameIdentity)
    }
    let features = evidence.features
    if features[.matchedWords] == 0 && features[.titles] < 0.5 {
      return Verdict(relation: .none, strength: 0, reason: .nothing)
    }
    if let apart = evidence.apart, apart >= versionsWithin {
      return tooFarApart(evidence)
    }
    if let reason = RelationRule.otherEvent(evidence) {
      return Verdict(relation: .template, strength: 0, reason: reason)
    }
    return model.map { judge(evidence, $0, strength) } ?? judgePlainly(evidence)
  }

  /// How strongly two stories pull into one group, from 0 to 1: a part of what `judge` says.
  func strength(_ features: PairFeatures, apart: Int64?) -> Double {
    if let apart, apart >= versionsWithin { return 0 }
    guard let model else { return Double(features[.shareMost]) }
    let strength = model.together.probability(features.values)
    return RelationRule.isRepeated(features, apart: apart)
      && features.counts(.matchedWords, atLeast: Comparison.leastPassage)
      ? max(strength, RelationRule.repeatedStrength) : strength
  }

  private func judge(
    _ evidence: PairEvidence, _ model: RelationModel, _ strength: Double
  ) -> Verdict {
    let isRepeated = RelationRule.isRepeated(evidence.features, apart: evidence.apart)
    let same = model.same.probability(evidence.features.values)
    if canBeShown(evidence), isRepeated || same >= model.sameFrom {
      return !isRepeated && isForm(evidence, strength)
        ? different(evidence, strength)
        : Verdict(relation: sameKind(evidence), strength: strength, reason: .sameCopy)
    }
    if hasPassage(evidence),
      model.partial.probability(evidence.features.values) >= model.partialFrom
    {
      return partial(evidence, strength)
    }
    let verdict = different(evidence, strength)
    guard verdict.relation == .template else { return verdict }
    // Two trees are asked two questions. What is to stand in one group is not called two events' formula there, unless
    // those that are taught by readers are sure of it.
    if strength >= GroupKeeper.tieStrength, same >= RelationRule.surelyNot {
      return Verdict(relation: sameKind(evidence), strength: strength, reason: .sameCopy)
    }
    // Word for word in the midst of more: nothing was filled in otherwise.
    if evidence.isOneRun && standsWhole(evidence) { return partial(evidence, strength) }
    return Verdict(
      relation: .template, strength: min(strength, RelationRule.apartStrength), reason: .formula)
  }

  /// Whether the trees that are taught forms as well are sure that two which look like one copy are none.
  private func isForm(_ evidence: PairEvidence, _ strength: Double) -> Bool {
    strength < RelationRule.surelyNot && evidence.features[.shareMost] >= 0.5
  }

  private func judgePlainly(_ evidence: PairEvidence) -> Verdict {
    let share = evidence.features[.shareMost]
    if let apart = evidence.apart, apart >= plainVersionsWithin { return tooFarApart(evidence) }
    if share >= sameShare {
      return Verdict(relation: sameKind(evidence), strength: Double(share), reason: .sameCopy)
    }
    return hasPlainPassage(evidence)
      ? partial(evidence, Double(share)) : different(evidence, Double(share))
  }

  /// Whether enough is shared for a passage where no model is asked.
  private func hasPlainPassage(_ evidence: PairEvidence) -> Bool {
    hasPassage(evidence) && evidence.features.words(.matchedWords) >= RelationRule.partialWords
  }

  /// Whether words that agree in one stretch are more than a name, a title or a stock phrase: without that no passage
  /// is shared, whatever a model says.
  private func hasPassage(_ evidence: PairEvidence) -> Bool {
    evidence.features.counts(.longestStretch, atLeast: Comparison.leastPassage)
  }

  /// Whether anything is shared that could be shown.
  private func hasWords(_ evidence: PairEvidence) -> Bool {
    evidence.features.counts(.longestStretch, atLeast: SharedStretches.leastWords)
  }

  /// Whether there is anything to show for one copy: words in a row, or most of a text that has no more. A headline
  /// alone, and a name under it, make none, however sure a model is.
  private func canBeShown(_ evidence: PairEvidence) -> Bool {
    hasWords(evidence) || evidence.features[.shareMost] >= 0.5
  }

  private func partial(_ evidence: PairEvidence, _ strength: Double) -> Verdict {
    // Two reports that quote the same words are no copy of one another, however much of them is speech.
    if evidence.sharesSpeechAlone {
      return Verdict(
        relation: .partial, strength: min(strength, RelationRule.apartStrength), reason: .quotations
      )
    }
    return Verdict(
      relation: .partial, strength: strength, reason: standsWhole(evidence) ? .whole : .passages)
  }

  /// Whether all of one text stands in the other, and that is less than half of it.
  private func standsWhole(_ evidence: PairEvidence) -> Bool {
    evidence.features[.shareMost] >= RelationRule.verbatimFrom
      && evidence.features[.shareLeast] < 0.5
  }

  private func different(_ evidence: PairEvidence, _ strength: Double) -> Verdict {
    evidence.features[.shareMost] >= 0.5
      ? Verdict(relation: .template, strength: strength, reason: .formula)
      : none(evidence, strength)
  }

  private func none(_ evidence: PairEvidence, _ strength: Double) -> Verdict {
    let isLittle =
      hasWords(evidence) || evidence.features.words(.matchedWords) > RelationRule.hardlyAny
    return Verdict(relation: .none, strength: strength, reason: isLittle ? .little : .nothing)
  }

  private func tooFarApart(_ evidence: PairEvidence) -> Verdict {
    if evidence.features[.shareMost] >= 0.5 {
      return Verdict(relation: .template, strength: 0, reason: .tooFarApart)
    }
    return hasPlainPassage(evidence) ? partial(evidence, 0) : none(evidence, 0)
  }

  private func sameKind(_ evidence: PairEvidence) -> Relation {
    if RelationRule.isVerbatim(evidence) { return .verbatim }
    let (one, two) = (evidence.likeness.first, evidence.likeness.second)
    guard one != two, isContained(evidence.features) else { return .version }
    return one < two ? .cut : .expanded
  }

  /// Whether nothing differs but a few words that one of the two has before or behind the other's: a byline, a credit.
  private static func isVerbatim(_ evidence: PairEvidence) -> Bool {
    evidence.isOneRun && evidence.features[.shareLeast] >= RelationRule.verbatimFrom
  }
}

extension RelationRule {
  /// Whether one of two stories that are the same copy is a cut of the other. A share alone can't tell where
  /// misread words lower it on both sides.
  private func isContained(_ features: PairFeatures) -> Bool {
    guard features[.lengthRatio] <= 1 - RelationRule.cutLeavesOut,
      features[.shareMost] >= 1 - RelationRule.cutAdds
    else { return false }
    return model?.contained.map { $0.score(features.values) > 0 }
      ?? (features[.shareLeast] < RelationRule.cutBelow)
  }
}

extension PairFeatures {
  /// A count of words that is held as a logarithm.
  public func words(_ name: Name) -> Float {
    var (power, value) = (Float(1), self[name])
    // 2^value − 1 by whole and broken part; a count of a few hundred comes out within a thousandth.
    while value >= 1 {
      power *= 2
      value -= 1
    }
    return power * (1 + value * (0.6565 + value * 0.3435)) - 1
  }

  /// Whether a count of words is at least so high; what `words` gives is off by less than half a word.
  func counts(_ name: Name, atLeast least: Int) -> Bool { words(name) > Float(least) - 0.5 }
}
