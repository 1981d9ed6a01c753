public import Stories

/// The comparisons that one newcomer causes, each pair once.
struct Comparison {
  private let newcomer: Newcomer
  private let rule: RelationRule
  private let shingler: Shingler
  private let members: MemberTable
  private let keys: (StoryNumber) -> [TokenKey]?
  private var texts: [StoryNumber: ComparableText] = [:]
  private var compared: Set<StoryNumber> = []
  private let own: ComparableText

  /// What the comparisons found.
  struct Findings {
    /// Pairs that share anything.
    var pairs: [JudgedPair] = []
    /// Stories judged to be the same copy as the newcomer.
    var sames: [StoryNumber] = []
    /// Whether a comparison was left out.
    var reachedLimit = false
  }

  private(set) var findings = Findings()

  init(
    _ newcomer: Newcomer, rule: RelationRule, shingler: Shingler, members: MemberTable,
    keys: @escaping (StoryNumber) -> [TokenKey]?
  ) {
    (self.newcomer, self.rule, self.shingler) = (newcomer, rule, shingler)
    (self.members, self.keys) = (members, keys)
    own = ComparableText(hashes: newcomer.shingles ?? shingler.hashes(of: newcomer.keys))
  }

  /// Compares the newcomer with some stories, leaving out those it has been compared with.
  mutating func compare(_ stories: [StoryNumber]) {
    for story in stories where !compared.contains(story) {
      guard compared.count < GroupKeeper.comparisonLimit else {
        findings.reachedLimit = true
        return
      }
      compared.insert(story)
      let sameIdentity = newcomer.earlierTakes.contains(story)
      guard let member = members[story], let text = text(of: story, evenIfForeign: sameIdentity)
      else { continue }
      judge(
        story, text, member.face, newcomer.number, own, newcomer.face, sameIdentity: sameIdentity)
    }
  }

  /// Compares the stories of components that the newcomer binds together with each other.
  mutating func compareAcross(parts: [[StoryNumber]]) {
    for (position, part) in parts.enumerated() {
      for other in parts[(position + 1)...] {
        for first in part {
          for second in other { comparePair(min(first, second), max(first, second)) }
        }
      }
    }
  }

  private mutating func comparePair(_ first: StoryNumber, _ second: StoryNumber) {
    guard let one = members[first], let two = members[second], let oneText = text(of: first),
      let twoText = text(of: second)
    else { return }
    judge(first, oneText, one.face, second, twoText, two.face, sameIdentity: false)
  }

  private mutating func judge(
    _ first: StoryNumber, _ firstText: ComparableText, _ firstFace: Face,
    _ second: StoryNumber, _ secondText: ComparableText, _ secondFace: Face, sameIdentity: Bool
  ) {
    let evidence = PairEvidence(
      firstText, firstFace, secondText, secondFace, sameIdentity: sameIdentity)
    guard evidence.likeness.shared > 0 || sameIdentity else { return }
    let verdict = rule.judge(evidence)
    findings.pairs.append(
      JudgedPair(first: first, second: second, evidence: evidence, verdict: verdict))
    if verdict.relation.isSame, second == newcomer.number {
      findings.sames.append(first)
    }
  }

  /// A story's text, ready to be compared. Nil as well for a text that has nothing in common with the
  /// newcomer, as most chance candidates, unless it is wanted all the same: no set need be made of it.
  private mutating func text(of story: StoryNumber, evenIfForeign: Bool = true) -> ComparableText? {
    if let known = texts[story] { return known }
    guard let keys = keys(story) else { return nil }
    let hashes = shingler.hashes(of: keys)
    guard evenIfForeign || own.shingles.containsAny(of: hashes) else { return nil }
    let text = ComparableText(hashes: hashes)
    texts[story] = text
    return text
  }
}

/// A text's shingles as a set, and those of its opening in order.
public struct ComparableText: Sendable {
  let shingles: ShingleSet
  let opening: [UInt64]

  /// Shingles that make an opening: about the first 25 words.
  static let openingLength = 21

  /// Makes it of token keys.
  public init(_ keys: [TokenKey], _ shingler: Shingler) {
    self.init(hashes: shingler.hashes(of: keys))
  }

  /// Makes it of shingles in order.
  init(hashes: [UInt64]) {
    shingles = ShingleSet(hashes: hashes)
    opening = Array(hashes.prefix(ComparableText.openingLength))
  }
}

extension PairEvidence {
  /// Gathers what two texts and their faces say.
  public init(
    _ first: ComparableText, _ firstFace: Face, _ second: ComparableText, _ secondFace: Face,
    sameIdentity: Bool = false
  ) {
    let likeness = first.shingles.likeness(to: second.shingles)
    var apart: Int64?
    if let one = firstFace.published, let two = secondFace.published {
      apart = one.distance(to: two)
    }
    self.init(
      likeness: likeness,
      sharesAnOpening: first.opening.contains { second.shingles.contains($0) }
        || second.opening.contains { first.shingles.contains($0) },
      sameOutlet: firstFace.outlet != nil && firstFace.outlet == secondFace.outlet,
      sameIdentity: sameIdentity, apart: apart)
  }
}
