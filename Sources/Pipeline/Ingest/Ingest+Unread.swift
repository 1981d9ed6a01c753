internal import Inbox
internal import Store
internal import Stories
internal import SystemPackage
internal import Wire

extension Ingest {
  /// Notes in the store that something is refused unread, unless an earlier run noted just that and could not
  /// get it out of the way any more: then it stands there from the first sweep on, or before that in work.
  func noteUnread(_ arrival: Arrival, _ refusal: Refusal) throws {
    let (name, now) = (arrival.relative.string, wall())
    let digest = Ingest.digest(of: arrival, refusal)
    if intake.sweeps <= 1, let row = try store.deliveryNumber(digest, name: name),
      row <= deliveriesAtStart, unreadAgain.insert(digest).inserted
    {
      return
    }
    var commit = Commit(nextStory: nextStory, nextGroup: taster.nextGroup)
    commit.ledger = [
      LedgerRow(
        name: name, digest: digest, at: now, taken: 0, known: 0, refused: 1,
        reason: refusal.description)
    ]
    commit.events = [try refusal.event(file: name, at: now)]
    try put(commit)
    tally.refused += 1
    tally.lastRefusal = "\(name): \(refusal)"
    log.refused(name, refusal.description, count: tally.refused)
  }

  /// What an entry is known by that nobody reads: its name, when it changed, and why it is refused.
  private static func digest(of arrival: Arrival, _ refusal: Refusal) -> ContentDigest {
    let text = "unread\0\(arrival.relative.string)\0\(arrival.modified)\0\(refusal)"
    return Array(text.utf8).withUnsafeBytes { Digest.of($0) }
  }
}
