import Stories
import Wire

/// Counts what was refused in a batch and says it: each of the first few, the rest as a number.
struct RefusalCount {
  private static let mostSaid = 10
  private(set) var count = 0
  /// Parts that are well and no stories; naming them is no failure beside stories.
  private(set) var passedOver = 0
  private var hasStories = false

  /// Notes that there was a story, or an order about one.
  mutating func noteStory() { hasStories = true }

  mutating func note(_ refusal: Refusal, _ file: String) {
    if refusal.kind == .notAStory {
      passedOver += 1
      if passedOver <= Self.mostSaid { Terminal.complain("passed over \(file): \(refusal)") }
      return
    }
    count += 1
    if count <= Self.mostSaid { Terminal.complain("refused \(file): \(refusal)") }
  }

  /// Ends with the exit code for refused input, if there was any, or if there was no story.
  func finish() throws {
    sayMore(passedOver, "passed over")
    sayMore(count, "refused")
    if count > 0 || !hasStories { throw Exit.inputMissing }
  }

  private func sayMore(_ number: Int, _ what: String) {
    guard number > Self.mostSaid else { return }
    Terminal.complain("\(number - Self.mostSaid) more \(what); 'copytaster read' lists all")
  }
}

/// Orders about stories that a batch can't carry out, and says.
struct OrdersLeftOut {
  private var ids: [String] = []

  /// Notes a story that is an order. Returns whether it is one.
  mutating func note(_ delivered: DeliveredStory) -> Bool {
    guard delivered.story.facts?.notice != nil else { return false }
    ids.append(delivered.story.id)
    return true
  }

  /// Says that there were some.
  ///
  /// - Parameter place: where they are missing, such as `in no group`.
  func say(_ place: String) {
    guard let first = ids.first else { return }
    let others = ids.count > 1 ? " and \(ids.count - 1) more" : ""
    Terminal.complain(
      "orders to kill, hold or release stories are \(place), the daemon carries them out: "
        + first + others + "; 'read' tells what they say")
  }
}
