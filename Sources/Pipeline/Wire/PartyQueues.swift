/// Places of waiting orders by the party that gave them, so that where too many wait, those go of whom most are: who sends
/// orders by the thousand must not push out another's one kill.
struct PartyQueues {
  private struct Queue {
    /// In order; some may be gone.
    var places: [Int] = []
    /// The first that may be there still.
    var first = 0
    var count = 0
  }

  private var queues: [String: Queue] = [:]

  /// Adds a place behind all others.
  mutating func append(_ place: Int, of party: String) {
    queues[party, default: Queue()].places.append(place)
    queues[party]?.count += 1
  }

  /// Notes that one of a party's places is gone.
  ///
  /// - Parameters:
  ///   - party: the party.
  ///   - isThere: which places are there still.
  ///
  /// Complexity: O(1) on average.
  mutating func remove(of party: String, _ isThere: (Int) -> Bool) {
    guard var queue = queues.removeValue(forKey: party), queue.count > 1 else { return }
    queue.count -= 1
    if queue.places.count > 2 * queue.count + 16 {
      (queue.places, queue.first) = (queue.places[queue.first...].filter(isThere), 0)
    }
    queues[party] = queue
  }

  /// The oldest place of the party that has most.
  ///
  /// Complexity: O(n) in the parties.
  mutating func oldestOfLongest(_ isThere: (Int) -> Bool) -> Int? {
    let longest = queues.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let party = longest?.key, var queue = queues.removeValue(forKey: party) else {
      return nil
    }
    while queue.first < queue.places.count, !isThere(queue.places[queue.first]) { queue.first += 1 }
    let oldest = queue.first < queue.places.count ? queue.places[queue.first] : nil
    queues[party] = queue
    return oldest
  }
}
