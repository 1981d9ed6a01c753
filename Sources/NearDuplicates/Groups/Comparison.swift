internal import Stories

/// The comparisons that one newcomer causes, each pair once.
struct Comparison {
  private let newcomer: Newcomer
  private let rule: RelationRule
  private let members: MemberTable
  private let copies: (StoryNumber) -> PackedCopy?
  /// Stories that the newcomer was compared with: lists, since they are short, and gone through sooner than hashed.
  private var compared: [StoryNumber] = []
  /// Stories of which a pair with the newcomer is kept.
  private var noted: [StoryNumber] = []
  private let own: ComparedText

  /// Share of either text that must be in shared stretches for a pair to be looked at closely: less makes no
  /// version, and most chance candidates have less. Of misread texts less is recognised as shared.
  private static func leastShare(_ one: PackedCopy, _ two: PackedCopy) -> Float {
    one.looksMisread || two.looksMisread ? 0.15 : 0.25
  }

  /// Words that agree in one stretch, short of which no passage is shared, and stories that share a print or two are
  /// not looked at closely: names, titles and stock phrases are as long.
  static let leastPassage = 8

  /// What the comparisons found.
  struct Findings {
    /// Pairs that share anything.
    var pairs: [JudgedPair] = []
    /// Pairs that share a passage and are of no account for groups.
    var passages: [JudgedPair] = []
    /// Stories that the newcomer is tied to.
    var ties: [StoryNumber] = []
    /// Whether a comparison was left out.
    var reachedLimit = false
  }

  private(set) var findings = Findings()

  init(
    _ newcomer: Newcomer, rule: RelationRule, members: MemberTable,
    copies: @escaping (StoryNumber) -> PackedCopy?
  ) {
    (self.newcomer, self.rule) = (newcomer, rule)
    (self.members, self.copies) = (members, copies)
    own = ComparedText(newcomer.copy, newcomer.face)
  }

  /// Compares the newcomer with some stories, leaving out those it has been compared with.
  mutating func compare(_ stories: [StoryNumber]) {
    for story in stories where !compared.contains(story) && story != newcomer.number {
      // What is not held any more takes up none of the limit.
      guard let member = members[story], let copy = copies(story) else { continue }
      guard compared.count < GroupKeeper.comparisonLimit else {
        findings.reachedLimit = true
        return
      }
      compared.append(story)
      copy.fetch()
      let judged = own.judged(
        with: copy, member.face, sameIdentity: newcomer.earlierTakes.contains(story), by: rule,
        leastShare: Comparison.leastShare(newcomer.copy, copy),
        leastStrength: GroupKeeper.leastStrength)
      if let judged { note(judged.evidence, judged.verdict, of: newcomer.number, with: story) }
    }
  }

  /// Compares the newcomer with stories that may share a passage with it, and keeps those that do, apart from
  /// the pairs that decide about groups. As many as are compared for groups, and no more: of a form that thousands fill
  /// in every pair shares copy.
  ///
  /// - Parameters:
  ///   - stories: those that may.
  ///   - whole: whether stories that share more than a passage are kept as well: templates, and versions too unlike to
  ///     be candidates for groups.
  mutating func comparePassages(_ stories: [StoryNumber], andMore whole: Bool) {
    var seen: Set<StoryNumber> = []
    for story in stories
    where story != newcomer.number && !noted.contains(story) && seen.insert(story).inserted {
      guard seen.count <= GroupKeeper.comparisonLimit else {
        findings.reachedLimit = true
        return
      }
      guard let member = members[story], let copy = copies(story),
        let judged = own.judged(
          with: copy, member.face, by: rule, leastShare: 0, leastStrength: 0,
          leastPassage: whole ? 0 : Comparison.leastPassage),
        judged.verdict.relation == .partial || whole && judged.verdict.relation.sharesCopy
      else { continue }
      let verdict = Verdict(
        relation: judged.verdict.relation, strength: 0, reason: judged.verdict.reason)
      findings.passages.append(pair(judged.evidence, verdict, of: newcomer.number, with: story))
    }
  }

  /// Compares the stories of components that the newcomer binds together with each other.
  mutating func compareAcross(parts: [[StoryNumber]]) {
    for (position, part) in parts.enumerated() {
      for other in parts[(position + 1)...] {
        for story in part { compare(story, with: other) }
      }
    }
  }

  /// Compares a story other than the newcomer with some others.
  private mutating func compare(_ story: StoryNumber, with others: [StoryNumber]) {
    guard let text = text(of: story) else { return }
    for other in others {
      guard let member = members[other], let copy = copies(other) else { continue }
      let judged = text.judged(
        with: copy, member.face, by: rule, leastShare: Comparison.leastShare(text.copy, copy),
        leastStrength: GroupKeeper.leastStrength)
      if let judged { note(judged.evidence, judged.verdict, of: story, with: other) }
    }
  }

  /// Puts down what was found from `story` towards `other`, the earlier first.
  private mutating func note(
    _ evidence: PairEvidence, _ verdict: Verdict, of story: StoryNumber,
    with other: StoryNumber
  ) {
    let pair = self.pair(evidence, verdict, of: story, with: other)
    findings.pairs.append(pair)
    if story == newcomer.number { noted.append(other) }
    if verdict.strength >= GroupKeeper.tieStrength, story == newcomer.number {
      findings.ties.append(other)
    }
  }

  private func pair(
    _ evidence: PairEvidence, _ verdict: Verdict, of story: StoryNumber, with other: StoryNumber
  ) -> JudgedPair {
    story < other
      ? JudgedPair(first: story, second: other, evidence: evidence, verdict: verdict)
      : JudgedPair(
        first: other, second: story, evidence: evidence.reversed, verdict: verdict.reversed)
  }

  private func text(of story: StoryNumber) -> ComparedText? {
    guard let copy = copies(story), let member = members[story] else { return nil }
    return ComparedText(copy, member.face)
  }
}
