internal import NearDuplicates
public import Store
public import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What an event says, whatever its kind: the one list of fields that is written and read. Those that a kind has not
/// are left out of the JSON. Names are a contract with those who read events: fields may be added, none renamed or
/// taken away.
public struct EventFields: Sendable, Codable {
  /// The story that the event is about; of a correction that one, not what it corrects.
  public internal(set) var story: Int64?
  /// Its id.
  public internal(set) var storyID: String?
  /// Its outlet.
  public internal(set) var outlet: String?
  /// Its headline.
  public internal(set) var title: String?
  /// When it was published, RFC 3339.
  public internal(set) var published: String?
  /// Its version: what its source says, or else which of its takes it is, from 1.
  public internal(set) var version: Int?
  /// Its group, or the one that changed.
  public internal(set) var group: Int64?
  /// Groups that went into that one, or the one that was split.
  public internal(set) var from: [Int64]?
  /// Stories that moved, or that an order is about.
  public internal(set) var stories: [Int64]?
  /// The story that pulled a newcomer into its group.
  public internal(set) var like: Int64?
  /// What the newcomer is to that one.
  public internal(set) var relation: Relation?
  /// How alike the two are, from 0 to 1.
  public internal(set) var resemblance: Double?
  /// How much of the shorter one is in the other, from 0 to 1.
  public internal(set) var containment: Double?
  /// How much of the newcomer is in that one, from 0 to 1.
  public internal(set) var containmentOfStory: Double?
  /// How much of that one is in the newcomer.
  public internal(set) var containmentOfLike: Double?
  /// The file that brought it.
  public internal(set) var file: String?
  /// The line in that file, from 1.
  public internal(set) var line: Int?
  /// Why something was refused.
  public internal(set) var problem: String?
  /// What to do about it.
  public internal(set) var remedy: String?
  /// Other outlets' stories that still carry what an order is about.
  public internal(set) var live: [Int64]?
  /// What the version is that a story carries, or what an order that was let go would have made of its story.
  public internal(set) var state: StoryState.Kind?
  /// What an order says to editors.
  public internal(set) var note: String?
  /// What an order that has found no story calls it: ids, slugs or headlines.
  public internal(set) var waitsFor: [String]?
  /// Why a story was released: `hold` or `embargo`; why an order was let go: `age` or `number`.
  public internal(set) var reason: String?
  /// What was said or learned, where that changed a group.
  public internal(set) var why: String?
  /// What decided, where the keeper gives reasons.
  public internal(set) var decision: DecisionFields?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case story, outlet, title, published, version, group, from, stories, like, relation
    case resemblance, containment, file, line, problem, remedy, live, note, reason, why, state
    case decision
    case waitsFor = "waits_for"
    case storyID = "story_id"
    case containmentOfStory = "containment_story"
    case containmentOfLike = "containment_like"
  }

  init() {}

  /// Reads what an event says.
  ///
  /// - Throws: `DecodingError` for a body that no version of this program wrote.
  public init(_ event: StoredEvent) throws {
    self = try JSONDecoder().decode(EventFields.self, from: Data(event.draft.body.utf8))
  }

  /// What names a story.
  init(_ stored: StoredStory) {
    (story, storyID) = (stored.number.value, stored.story.id)
    (outlet, title) = (stored.story.outlet?.name, stored.story.title)
    published = stored.story.published?.description
    (version, group) = (stored.version, stored.group.value)
  }

  init(_ change: GroupChange, _ nearest: EventBody.Nearest?) {
    switch change {
    case .opened(let group, let story), .joined(let group, let story):
      (self.group, self.story) = (group.value, story.value)
    case .merged(let from, let into):
      (group, self.from) = (into.value, from.map(\.value))
    case .split(let from, let into, let stories):
      (group, self.from, self.stories) = (into.value, [from.value], stories.map(\.value))
    }
    guard let nearest else { return }
    (like, relation) = (nearest.story.value, nearest.relation)
    resemblance = EventJSON.rounded(nearest.likeness.resemblance)
    containment = EventJSON.rounded(nearest.likeness.containment)
    containmentOfStory = EventJSON.rounded(nearest.likeness.containmentOfFirst)
    containmentOfLike = EventJSON.rounded(nearest.likeness.containmentOfSecond)
  }
}
