import Pipeline
import Store
import Stories

/// The events that concern the story that a person named, all takes of it.
struct StoryFilter {
  private let name: String
  private var paths: [StoryPath]
  /// The first event that is kept.
  private var first: Int64?
  private var hasComplained = false

  /// Finds the story.
  init(_ name: String, _ reader: StoreReader) throws {
    self.name = name
    paths = try reader.find(name).map { StoryPath(of: $0.number) }
    guard !paths.isEmpty else {
      Terminal.complain("there is no story '\(name)' in \(reader.path)")
      throw Exit.answerIsNo
    }
  }

  /// Whether an event is meant. Ask in order of sequence, from the first.
  mutating func takes(_ event: StoredEvent) throws -> Bool {
    first = first ?? event.sequence
    let body = try EventFields(event)
    // A take that comes while events are followed.
    if event.draft.kind == "story.accepted", body.storyID == name, let story = body.story,
      !paths.contains(where: { $0.story == story })
    {
      paths.append(StoryPath(of: StoryNumber(story)))
    }
    var isMeant = false
    for index in paths.indices where paths[index].takes(body, kind: event.draft.kind) {
      isMeant = true
    }
    return isMeant
  }

  /// Says so, once, where events are gone that would have told in which group the story was.
  mutating func complainOfGaps() {
    guard !hasComplained, let first, first > 1, paths.contains(where: { !$0.knowsGroup }) else {
      return
    }
    hasComplained = true
    Terminal.complain(
      "events before \(first) are forgotten, and with them the group that '\(name)' came into: "
        + "merges and splits of it can't be told")
  }
}
