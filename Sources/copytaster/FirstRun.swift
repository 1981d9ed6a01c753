import Store
import Stories

/// Who ran a group's copy first, as far as that is known: by publication where every story has a date, and otherwise by
/// what came in first.
struct FirstRun: Encodable {
  /// What it is told by.
  enum Ground: String, Encodable { case published, received }

  let by: Ground
  /// Numbers of the stories: several where they are of one minute, or came in one delivery.
  let stories: [Int64]
  /// Outlets of these, each once.
  private let outlets: [String]
  private let isAmongOthers: Bool

  private enum CodingKeys: String, CodingKey { case by, stories }

  /// Finds it; nil for no stories.
  init?(_ group: [StoredStory]) {
    let dates = group.compactMap(\.story.published)
    let earliest: [StoredStory]
    if dates.count == group.count, let first = dates.min() {
      by = .published
      earliest = FirstRun.of(group, published: first)
    } else if let first = group.map(\.received).min() {
      by = .received
      earliest = group.filter { $0.received == first }
    } else {
      return nil
    }
    stories = earliest.map(\.number.value)
    var outlets: [String] = []
    for story in earliest {
      let name = story.story.outlet?.name ?? "an outlet not known (\(story.story.id))"
      if !outlets.contains(name) { outlets.append(name) }
    }
    self.outlets = outlets
    isAmongOthers = group.count > 1
  }

  /// The one story of an instant, or all of its minute where that is not one.
  private static func of(_ group: [StoredStory], published first: Instant) -> [StoredStory] {
    let exact = group.filter { $0.story.published == first }
    guard exact.count > 1 else { return exact }
    return group.filter { Words.time($0.story.published) == Words.time(first) }
  }

  /// For people, without a full stop.
  var sentence: String {
    let names = listed
    switch by {
    case .published:
      return "first run by \(names)" + (outlets.count > 1 ? ", in the same minute" : "")
    case .received:
      let why = isAmongOthers ? "not all are dated, " : ""
      return why + "first seen from \(names)" + (outlets.count > 1 ? ", at once" : "")
    }
  }

  private var listed: String {
    guard outlets.count > 1, let last = outlets.last else { return outlets.first ?? "" }
    return outlets.dropLast().joined(separator: ", ") + " and " + last
  }
}
