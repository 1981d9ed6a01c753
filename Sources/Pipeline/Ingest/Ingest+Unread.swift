internal import Inbox
internal import Store
internal import Stories
internal import SystemPackage
internal import Wire

extension Ingest {
  /// Notes in the store what is refused unread, all of it or nothing, but what an earlier run noted just so and could not
  /// get out of the way any more.
  func noteUnread(_ entries: [UnreadEntry]) throws {
    let now = wall()
    var again = unreadAgain
    var commit = Commit(nextStory: nextStory, nextGroup: taster.nextGroup)
    var noted: [(name: String, refusal: Refusal)] = []
    for entry in entries {
      let name = entry.arrival.relative.string
      let digest = Ingest.digest(of: entry.arrival, entry.refusal)
      if intake.mayStandSinceStart(entry), let row = try store.deliveryNumber(digest, name: name),
        row <= deliveriesAtStart, again.insert(digest).inserted
      {
        continue
      }
      commit.ledger.append(
        LedgerRow(
          name: name, digest: digest, at: now, taken: 0, known: 0, refused: 1,
          reason: entry.refusal.description))
      commit.events.append(try entry.refusal.event(file: name, at: now))
      noted.append((name, entry.refusal))
    }
    if !noted.isEmpty { try put(commit) }
    unreadAgain = again
    for (name, refusal) in noted {
      tally.refused += 1
      tally.lastRefusal = "\(name): \(refusal)"
      log.refused(name, refusal.description, count: tally.refused)
    }
  }

  /// What an entry is known by that nobody reads: its name, when it changed, and why it is refused.
  private static func digest(of arrival: Arrival, _ refusal: Refusal) -> ContentDigest {
    let text = "unread\0\(arrival.relative.string)\0\(arrival.modified)\0\(refusal)"
    return Array(text.utf8).withUnsafeBytes { Digest.of($0) }
  }
}
