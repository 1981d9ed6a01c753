internal import Store
internal import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What an event says, by kind. The field names are a contract with those who read events: fields may be
/// added, none renamed or taken away.
enum EventBody {
  case storyAccepted(StoredStory, file: String?)
  case storyRefused(file: String, line: Int?, problem: String, remedy: String)
  case storyExpired(ExpiredStory)
  case group(GroupChange, like: Nearest?, why: String? = nil, decision: DecisionFields? = nil)
  case order(WireNotice.Kind, OrderFields)
  case storyCorrected(OrderFields)

  /// The event for a state that a story has when it is first told of.
  static func state(_ kind: StoryState.Kind, _ fields: OrderFields) -> EventBody {
    switch kind {
    case .killed: .order(.kill, fields)
    case .held: .order(.hold, fields)
    case .corrected: .storyCorrected(fields)
    }
  }

  /// The story that pulled a newcomer into its group.
  struct Nearest {
    let story: StoryNumber
    let relation: Relation
    let likeness: Likeness
  }

  /// The event, ready to be stored.
  func draft(at instant: Instant) -> EventDraft {
    EventDraft(at: instant, kind: kind, body: EventJSON.text(of: fields))
  }

  private var kind: String {
    switch self {
    case .storyAccepted: "story.accepted"
    case .storyRefused: "story.refused"
    case .storyExpired: "story.expired"
    case .order(.kill, _): "story.killed"
    case .order(.hold, _): "story.held"
    case .order(.release, _): "story.released"
    case .storyCorrected: "story.corrected"
    case .group(.opened, _, _, _): "group.opened"
    case .group(.joined, _, _, _): "group.joined"
    case .group(.merged, _, _, _): "group.merged"
    case .group(.split, _, _, _): "group.split"
    }
  }

  private var fields: EventFields {
    switch self {
    case .storyAccepted(let stored, let file):
      var fields = EventFields()
      fields.story = stored.number.value
      fields.storyID = stored.story.id
      fields.outlet = stored.story.outlet?.name
      fields.title = stored.story.title
      fields.published = stored.story.published?.description
      fields.version = stored.version
      fields.group = stored.group.value
      fields.file = file
      return fields
    case .storyRefused(let file, let line, let problem, let remedy):
      var fields = EventFields()
      (fields.file, fields.line) = (file, line)
      (fields.problem, fields.remedy) = (problem, remedy)
      return fields
    case .storyExpired(let story):
      var fields = EventFields()
      (fields.story, fields.storyID) = (story.number.value, story.id)
      (fields.outlet, fields.group) = (story.outlet?.name, story.group.value)
      return fields
    case .group(let change, let like, let why, let decision):
      var fields = EventFields(change, like)
      (fields.why, fields.decision) = (why, decision)
      return fields
    case .order(_, let fields), .storyCorrected(let fields): return fields.event
    }
  }
}

/// The fields of all kinds; those that a kind has not are left out of the JSON.
struct EventFields: Encodable {
  var story: Int64?
  var storyID: String?
  var outlet: String?
  var title: String?
  var published: String?
  var version: Int?
  var group: Int64?
  var from: [Int64]?
  var stories: [Int64]?
  var like: Int64?
  var relation: Relation?
  var resemblance: Double?
  var containment: Double?
  var file: String?
  var line: Int?
  var problem: String?
  var remedy: String?
  var live: [Int64]?
  var note: String?
  var reason: String?
  var why: String?
  var decision: DecisionFields?

  private enum CodingKeys: String, CodingKey {
    case story, outlet, title, published, version, group, from, stories, like, relation
    case resemblance, containment, file, line, problem, remedy, live, note, reason, why
    case decision
    case storyID = "story_id"
  }

  init() {}

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
  }
}

/// JSON for events.
enum EventJSON {
  /// A share as it is written: four places are more than anybody reads.
  static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

  static func text(of fields: EventFields) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(fields) else { return "{}" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
