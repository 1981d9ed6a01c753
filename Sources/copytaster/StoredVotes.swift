import NearDuplicates
import Settings
import Store
import Stories

/// What the components of a store make of their pairs: the grouping's decisions, worked out anew from what is
/// stored. Each component is read once.
final class StoredVotes {
  private let reader: StoreReader
  private let settings: Settings
  private let window: Int64
  /// The rule of now; nil where its model is missing, since then nothing can be told.
  private lazy var rule = try? settings.rule()
  /// By story; nil for a component that is too large, or that a story under an embargo is of.
  private var known: [StoryNumber: ComponentVotes?] = [:]

  init(_ reader: StoreReader, _ settings: Settings) {
    (self.reader, self.settings) = (reader, settings)
    window = Int64(settings.grouping.windowDays * Double(Instant.day))
  }

  /// What came of a pair; nil where another rule decided or its model is missing, where the component is too large to be asked, and where
  /// one of the two had expired when the newest of the component came.
  func vote(on pair: StoredPair) throws -> NamedVote? {
    guard let rule, pair.rule == rule.name,
      let vote = try votes(of: pair.first, rule)?.vote(pair.first, pair.second)
    else { return nil }
    guard let inner = vote.inner?.value, let outer = vote.outer?.value else {
      return NamedVote(vote: vote, sentence: vote.sentence(inner: "", outer: ""))
    }
    let names = try StoryNames([inner, outer], name: reader.name)
    return NamedVote(vote: vote, sentence: vote.sentence(inner: names[inner], outer: names[outer]))
  }

  private func votes(of story: StoryNumber, _ rule: RelationRule) throws -> ComponentVotes? {
    if let votes = known[story] { return votes }
    let component = try reader.component(
      of: story, tiedFrom: GroupKeeper.tieStrength, limit: GroupKeeper.componentLimit)
    guard let component, !component.isHidden else {
      known[story] = .some(nil)
      return nil
    }
    let newest = component.members.map(\.received).max() ?? Instant(milliseconds: 0)
    let members = component.members
      .filter { $0.received >= newest.advanced(byMilliseconds: -window) }
      .sorted {
        let (one, two) = (place($0), place($1))
        return one == two ? $0.number < $1.number : one < two
      }
    let votes = ComponentVotes(
      members.map(\.number), component.pairs.map(ComponentVotes.Pair.init), rule: rule)
    for member in members { known[member.number] = votes }
    return votes
  }

  private func place(_ member: StoredComponent.Member) -> (Int64, UInt64) {
    Face.place(member.published, member.digest.tieBreak)
  }
}

extension ComponentVotes.Pair {
  fileprivate init(_ pair: RestoredPair) {
    self.init(
      pair.first, pair.second, strength: pair.strength, isIdentity: pair.sameIdentity,
      covered: (pair.firstCovered, pair.secondCovered))
  }
}

/// A component's vote on a pair.
struct NamedVote {
  let vote: ComponentVotes.Vote
  /// The vote in words, its stories by their ids; nil where the pair by itself decides or says the same.
  let sentence: String?
}

/// A component's vote as JSON shows it.
struct VoteView: Encodable {
  /// How strongly the two pull into one group by what all stories of their component say, from 0 to 1.
  let strength: Double
  /// Stories of the component.
  let stories: Int
  /// The vote in words; nil where the pair by itself decides or says the same.
  let reason: String?

  init(_ named: NamedVote) {
    (strength, stories) = (JSON.rounded(named.vote.voted), named.vote.stories)
    reason = named.sentence
  }
}
