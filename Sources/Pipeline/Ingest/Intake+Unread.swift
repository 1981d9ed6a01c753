internal import Inbox
internal import Wire

/// Something that is refused and was not read.
struct UnreadEntry {
  let arrival: Arrival
  /// Whether it stands in work rather than in the inbox.
  let claimed: Bool
  let refusal: Refusal

  /// A file that could not be read.
  init(_ arrival: Arrival, claimed: Bool, _ error: FileError) {
    (self.arrival, self.claimed) = (arrival, claimed)
    refusal = Refusal(problem: "\(error)", remedy: UnreadEntry.remedy(for: error))
  }

  /// Something that is never read.
  init(_ odd: OddEntry, claimed: Bool) {
    (arrival, self.claimed) = (odd.arrival, claimed)
    refusal = Refusal(problem: odd.problem, remedy: odd.remedy)
  }

  private static func remedy(for error: FileError) -> String {
    switch error {
    case .tooLarge: "split it, or raise limits.file_bytes"
    case .forbidden: "let the daemon's user read it and drop it again"
    default: "send the story as a regular file"
    }
  }
}

/// Notes in the store, all or none, that things are refused unread.
typealias UnreadNote = ([UnreadEntry]) throws -> Void

extension Intake {
  /// Refuses what was not read, a batch at a time: notes it in the store, then gets it out of the way. What is stuck has
  /// been noted and is only moved.
  ///
  /// - Parameters:
  ///   - entries: what is refused.
  ///   - note: notes it in the store.
  /// - Throws: `StoreError` when it can't be noted; what can't be moved is left where it is.
  func refuseUnread(_ entries: [UnreadEntry], noting note: UnreadNote) throws {
    var rest = entries[...]
    while !rest.isEmpty {
      let batch = Array(rest.prefix(Intake.filesPerStep))
      rest = rest.dropFirst(Intake.filesPerStep)
      let new = batch.filter { !($0.claimed ? stuckInWork : stuck).contains($0.arrival) }
      if !new.isEmpty { try note(new) }
      let refused = batch.map {
        RefusedEntry($0.arrival.relative, claimed: $0.claimed, reason: $0.refusal.description)
      }
      inbox.refuse(refused) { noteEnd(of: batch[$0], $1) }
    }
  }

  private func noteEnd(of entry: UnreadEntry, _ error: FileError?) {
    switch error {
    case nil:
      fault(.afterRefuse)
      if entry.claimed { stuckInWork.remove(entry.arrival) } else { stuck.remove(entry.arrival) }
    case .vanished: return
    case .some(let error):
      if entry.claimed { leaveInWork(entry.arrival, error) } else { setAside(entry.arrival, error) }
    }
  }
}
