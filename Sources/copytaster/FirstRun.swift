import Store
import Stories

/// Who ran a group's copy first, as far as that is known: by publication where every story has a date, and otherwise by
/// what came in first. A date without a time tells the day alone: nothing of that day is known to have been before it.
struct FirstRun: Encodable {
  /// What it is told by.
  enum Ground: String, Encodable { case published, received }

  let by: Ground
  /// Numbers of the stories: several where they are of one minute, or came in one delivery.
  let stories: [Int64]
  /// Outlets of these, each once.
  private let outlets: [String]
  private let isAmongOthers: Bool
  private let areDated: Bool
  /// The day of which the stories are, where for want of a time nothing more is known.
  private let day: String?

  private enum CodingKeys: String, CodingKey { case by, stories }

  /// Finds it; nil for no stories.
  init?(_ group: [StoredStory]) {
    let dates = group.compactMap(\.story.published)
    let earliest: [StoredStory]
    areDated = !dates.isEmpty
    if dates.count == group.count, let first = dates.min() {
      by = .published
      earliest = FirstRun.of(group, published: first)
      day = first.isDateAlone && earliest.count > 1 ? String(first.description.prefix(10)) : nil
    } else if let first = group.map(\.received).min() {
      (by, day) = (.received, nil)
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

  /// The one story of an instant, or all of the minute from it on where that is not one; all of its day where it is
  /// a date alone.
  private static func of(_ group: [StoredStory], published first: Instant) -> [StoredStory] {
    let exact = group.filter { $0.story.published == first }
    guard first.isDateAlone || exact.count > 1 else { return exact }
    let span = first.isDateAlone ? Instant.day : minute
    return group.filter { ($0.story.published?.distance(to: first) ?? span) < span }
  }

  private static let minute = Instant.hour / 60

  /// For people, without a full stop.
  var sentence: String {
    let names = listed(day == nil ? " and " : " or ")
    switch by {
    case .published:
      if let day, outlets.count > 1 {
        return "first run on \(day) by \(names), not all say at what time"
      }
      return "first run by \(names)" + (outlets.count > 1 ? ", in the same minute" : "")
    case .received:
      let why = !isAmongOthers ? "" : areDated ? "not all are dated, " : "none is dated, "
      return why + "first seen from \(names)" + (outlets.count > 1 ? ", at once" : "")
    }
  }

  private func listed(_ conjunction: String) -> String {
    guard outlets.count > 1, let last = outlets.last else { return outlets.first ?? "" }
    return outlets.dropLast().joined(separator: ", ") + conjunction + last
  }
}

extension Instant {
  /// Whether it stands for a day: a date without a time is stored as its midnight in UTC, and how it was given is not
  /// kept. So what ran at midnight sharp counts as such too.
  var isDateAlone: Bool { milliseconds % Instant.day == 0 }
}
