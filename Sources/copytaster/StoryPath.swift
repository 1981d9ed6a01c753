import Pipeline
import Store
import Stories

/// Tells which events concern one story: those that name it, and what befell its group while it was there.
struct StoryPath {
  /// The story's number.
  let story: Int64
  private var group: Int64?

  init(of story: StoryNumber) { self.story = story.value }

  /// Whether it is known in which group the story is: not before an event that says so.
  var knowsGroup: Bool { group != nil }

  /// Whether an event concerns the story. Ask in order of sequence, from the first.
  mutating func takes(_ event: EventFields, kind: String) -> Bool {
    switch kind {
    case "group.opened", "group.joined":
      guard event.story == story else { return false }
      group = event.group
      return true
    case "group.merged":
      guard let into = event.group, let group else { return false }
      guard event.from?.contains(group) == true else { return group == into }
      self.group = into
      return true
    case "group.split":
      if event.stories?.contains(story) == true {
        group = event.group
        return true
      }
      guard let group else { return false }
      return event.from?.contains(group) == true || event.group == group
    default:
      return event.story == story || event.stories?.contains(story) == true
        || event.live?.contains(story) == true
    }
  }
}
