internal import Store
internal import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What an event says, by kind.
enum EventBody {
  case storyAccepted(StoredStory, file: String?)
  case storyRefused(file: String, line: Int?, problem: String, remedy: String)
  case storyExpired(ExpiredStory)
  case group(GroupChange, like: Nearest?, why: String? = nil, decision: DecisionFields? = nil)
  case order(WireNotice.Kind, OrderFields)
  case orderLapsed(LapsedOrder)
  case storyCorrected(OrderFields)
  case storyCarries(StoredStory, StoryNumber, StoryState.Kind)

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
    /// Seen from the newcomer.
    let likeness: Likeness
  }

  /// The event, ready to be stored.
  ///
  /// - Throws: `EventError`: an event without its fields would be told for ever.
  func draft(at instant: Instant) throws(EventError) -> EventDraft {
    EventDraft(at: instant, kind: kind, body: try EventJSON.text(of: fields, kind: kind))
  }

  private var kind: String {
    switch self {
    case .storyAccepted: "story.accepted"
    case .storyRefused: "story.refused"
    case .storyExpired: "story.expired"
    case .order(.kill, _): "story.killed"
    case .order(.hold, _): "story.held"
    case .order(.release, _): "story.released"
    case .orderLapsed: "order.lapsed"
    case .storyCorrected: "story.corrected"
    case .storyCarries: "story.carries"
    case .group(.opened, _, _, _): "group.opened"
    case .group(.joined, _, _, _): "group.joined"
    case .group(.merged, _, _, _): "group.merged"
    case .group(.split, _, _, _): "group.split"
    }
  }

  private var fields: EventFields {
    switch self {
    case .storyAccepted(let stored, let file):
      var fields = EventFields(stored)
      fields.file = file
      return fields
    case .storyCarries(let stored, let wrong, let state):
      var fields = EventFields(stored)
      (fields.stories, fields.state) = ([wrong.value], state)
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
    case .orderLapsed(let lapsed): return lapsed.event
    case .order(_, let fields), .storyCorrected(let fields): return fields.event
    }
  }
}

/// JSON for events.
enum EventJSON {
  /// A share as it is written: four places are more than anybody reads.
  static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

  static func text(of fields: EventFields, kind: String) throws(EventError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(fields), as: UTF8.self)
    } catch {
      let story = fields.story ?? fields.stories?.first
      throw EventError(
        kind: kind, story: story.map { StoryNumber($0) }, file: fields.file, detail: "\(error)")
    }
  }
}

/// An event that can't be written as JSON.
struct EventError: Error, CustomStringConvertible {
  /// The event's kind.
  let kind: String
  /// The story that it is about.
  let story: StoryNumber?
  /// The file that brought it about.
  let file: String?
  /// What is wrong.
  let detail: String

  /// Which event it is, what that means, and what to do.
  var description: String {
    let story = story.map { " of story \($0)" } ?? ""
    let file = file.map { ", brought by \($0)," } ?? ""
    return
      "the event \(kind)\(story)\(file) can't be written (\(detail)), and nothing of its step is stored; take the "
      + "file that stands in work aside, start the daemon anew, and report the file"
  }
}
