internal import NearDuplicates
internal import Stories

/// Why a group changed, as an event says it: what the daemon knew when it decided. Stays true whatever is read, learned
/// or installed afterwards.
public struct DecisionFields: Hashable, Sendable, Codable {
  /// The mean of what all pairs between the two parts pull; 0 where nothing ties them any more.
  public let mean: Double
  /// Pairs between the two.
  public let pairs: Int
  /// The mean from which parts are one group.
  public let least: Double
  /// Stories of the component.
  public let component: Int
  /// The pair that pulls most: the story in the part that moved, and the other.
  public let strongest: [Int64]?
  /// How strongly that pair pulls by itself, from 0 to 1.
  public let byItself: Double?
  /// The same by what all stories of the component say.
  public let byComponent: Double?
  /// Given where the source says that both are one story, which decides by itself.
  public let sameIdentity: Bool?
  /// What moved the component's vote on the pair, the weightiest first.
  public let because: [String]?
  /// The story of the pair that `because` calls the inner one.
  public let inner: Int64?
  /// The rule that decided, with its version.
  public let rule: String

  enum CodingKeys: String, CodingKey, CaseIterable {
    case mean, pairs, least, component, strongest, because, inner, rule
    case byItself = "by_itself"
    case byComponent = "by_component"
    case sameIdentity = "same_identity"
  }

  init(_ decision: GroupDecision, rule: String) {
    let pull = decision.pull
    (mean, pairs) = (EventJSON.rounded(pull?.mean ?? 0), pull?.pairs ?? 0)
    (least, component) = (GroupKeeper.joinStrength, decision.component.count)
    strongest = pull.map { [$0.first.value, $0.second.value] }
    byItself = pull.map { EventJSON.rounded($0.vote.alone) }
    byComponent = pull.map { EventJSON.rounded($0.vote.voted) }
    sameIdentity = pull?.isIdentity == true ? true : nil
    let factors =
      decision.isByPairAlone
      ? ["the component is too large to be asked as a whole"]
      : pull?.vote.factors.map { $0.words() } ?? []
    because = factors.isEmpty ? nil : factors
    inner = pull?.vote.inner?.value
    self.rule = rule
  }
}
