import Foundation

/// The numbers in an event's body.
struct EventFieldsRead {
  private struct Body: Decodable {
    var story: Int64?
    var group: Int64?
    var from: [Int64]?
    var stories: [Int64]?
    var live: [Int64]?
    var like: Int64?
  }

  let story, group, like: Int64?
  let from, stories, live: [Int64]

  init(_ text: String) {
    let body = (try? JSONDecoder().decode(Body.self, from: Data(text.utf8))) ?? Body()
    (story, group, like) = (body.story, body.group, body.like)
    (from, stories, live) = (body.from ?? [], body.stories ?? [], body.live ?? [])
  }

  /// Every story that the event names.
  var named: Set<Int64> { Set([story, like].compactMap { $0 } + stories + live) }
}
