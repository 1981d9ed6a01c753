import Pipeline
import Stories
import Wire

/// The stories that a list of pairs asks about, by their ids.
struct AskedStories {
  private let ids: Set<String>
  private var stories: [String: ComparableStory] = [:]
  /// Ids that more than one story bears.
  private var namesakes: Set<String> = []
  private var orders = OrdersLeftOut()
  private var ordered: Set<String> = []

  /// - Parameter ids: every id that is asked about.
  init(_ ids: Set<String>) { self.ids = ids }

  /// Whether something is an order about stories rather than a story. One that is asked about is told.
  mutating func leavesOut(_ delivered: DeliveredStory) -> Bool {
    guard delivered.story.facts?.notice != nil else { return false }
    if ids.contains(delivered.story.id) {
      ordered.insert(delivered.story.id)
      _ = orders.note(delivered)
    }
    return true
  }

  /// Keeps a story that is asked about; of several under one id the last.
  mutating func note(_ story: ComparableStory) {
    let id = story.story.id
    guard ids.contains(id) else { return }
    if let other = stories.updateValue(story, forKey: id)?.story,
      (other.text, other.outlet, other.published)
        != (story.story.text, story.story.outlet, story.story.published)
    {
      namesakes.insert(id)
    }
  }

  /// The story of an id.
  subscript(id: String) -> ComparableStory? { stories[id] }

  /// Whether there is nothing of an id, not even an order.
  func lacks(_ id: String) -> Bool { stories[id] == nil && !ordered.contains(id) }

  /// Says what is not compared as it might be meant.
  func say() {
    orders.say("in no pair")
    guard let first = namesakes.min() else { return }
    Terminal.complain(
      "\(Words.count(namesakes.count, "id stands", "ids stand")) for several stories, such as "
        + "'\(first)': the last of each is meant; give them ids of their own")
  }
}
