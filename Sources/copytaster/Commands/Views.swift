import Store
import Stories

/// A decision as JSON shows it.
struct PairView: Encodable {
  let first: Int64
  let second: Int64
  let relation: Relation
  let strength: Double
  let reason: String
  let rule: String
  let resemblance: Double
  let containmentOfFirst: Double
  let containmentOfSecond: Double
  /// What the pair's component makes of it.
  let component: VoteView?

  private enum CodingKeys: String, CodingKey {
    case first, second, relation, strength, reason, rule, resemblance, component
    case containmentOfFirst = "containment_first"
    case containmentOfSecond = "containment_second"
  }

  init(_ pair: StoredPair, _ votes: StoredVotes?) throws {
    component = try votes?.vote(on: pair).map { VoteView($0) }
    (first, second, relation) = (pair.first.value, pair.second.value, pair.relation)
    (strength, reason, rule) = (JSON.rounded(pair.strength), pair.reason, pair.rule)
    resemblance = JSON.rounded(pair.likeness.resemblance)
    containmentOfFirst = JSON.rounded(pair.likeness.containmentOfFirst)
    containmentOfSecond = JSON.rounded(pair.likeness.containmentOfSecond)
  }
}

/// A story as JSON shows it.
struct StoryView: Encodable {
  let story: Int64
  let id: String
  let group: Int64
  let version: Int
  let outlet: String?
  let published: String?
  let received: String
  let title: String?
  let url: String?
  let language: String?
  let text: String?
  /// Left out for a story that may be used as it is, with the next.
  let state: StoryState.Kind?
  /// When it got that state.
  let since: String?
  let pairs: [PairView]?

  init(
    _ stored: StoredStory, _ state: StoryState?, _ pairs: [StoredPair]? = nil,
    _ votes: StoredVotes? = nil,
    withText: Bool = false
  ) throws {
    (story, id, group) = (stored.number.value, stored.story.id, stored.group.value)
    (version, outlet) = (stored.version, stored.story.outlet?.name)
    (published, received) = (stored.story.published?.description, stored.received.description)
    (title, url, language) = (stored.story.title, stored.story.url, stored.story.language)
    text = withText ? stored.story.text : nil
    (self.state, since) = (state?.kind, state?.since.description)
    self.pairs = try pairs?.map { try PairView($0, votes) }
  }
}

/// A group as JSON shows it.
struct GroupView: Encodable {
  let group: Int64
  let size: Int
  /// The number of the story that stands for the group.
  let lead: Int64?
  /// The stories that ran first, as far as that is known.
  let first: FirstRun?
  let stories: [StoryView]
  let pairs: [PairView]
  /// What each story made of its own last take, or else of the one before it that it is most like.
  let changes: [GroupHistory.Step]
  /// Passages that stand in stories of other groups.
  let elsewhere: [SharedElsewhere]

  init(
    _ group: GroupNumber, _ stories: [StoredStory], _ states: [StoryNumber: StoryState],
    _ pairs: [StoredPair], _ votes: StoredVotes, lead: StoredStory?, steps: [GroupHistory.Step],
    elsewhere: [SharedElsewhere]
  ) throws {
    self.elsewhere = elsewhere
    (self.group, size) = (group.value, stories.count)
    (self.lead, changes, first) = (lead?.number.value, steps, FirstRun(stories))
    self.stories = try stories.map { try StoryView($0, states[$0.number]) }
    self.pairs = try pairs.map { try PairView($0, votes) }
  }
}
