internal import Store
internal import Stories

/// What events about kills, holds, releases and corrections say.
struct OrderFields {
  /// The story that the event is about: the correction, or the latest of those that an order names.
  var story: StoredStory?
  /// The versions that may not be used, or may again.
  var stories: [StoryNumber] = []
  /// Other outlets' stories that still carry them.
  var live: [StoryNumber] = []
  /// What the order says to editors.
  var note: String?
  /// Why a story is released: `hold` or `embargo`.
  var reason: String?
  /// The file that brought the order.
  var file: String?
  /// What an order that waits for its story calls it.
  var waitsFor: [String]?

  /// The fields as JSON has them.
  var event: EventFields {
    var fields = story.map { EventFields($0) } ?? EventFields()
    fields.stories = stories.map(\.value)
    fields.live = live.map(\.value)
    (fields.note, fields.reason, fields.file) = (note, reason, file)
    fields.waitsFor = waitsFor
    return fields
  }
}
