internal import Inbox
internal import Stories

extension Intake {
  /// Claims files off the line until a batch is full.
  func claimBatch(noting note: UnreadNote) throws -> [ClaimedFile] {
    var claimed: [ClaimedFile] = []
    var bytes = 0
    while claimed.count < Intake.filesPerStep, bytes < Intake.bytesPerStep,
      let arrival = queue.popFirst()
    {
      if let file = try claim(arrival, noting: note) {
        claimed.append(file)
        bytes += file.bytes.count
        tracker.forget(arrival)
      }
    }
    if !claimed.isEmpty { fault(.afterClaim) }
    return claimed
  }

  private func claim(_ arrival: Arrival, noting note: UnreadNote) throws -> ClaimedFile? {
    do throws(FileError) {
      let file = try inbox.claim(arrival, tracker: tracker)
      stuck.remove(arrival)
      return file
    } catch {
      // Whatever failed, the file may have been left in work.
      needsRecovery = true
      switch error {
      case .vanished, .changed: return nil
      case .exists:
        // What has its name is dealt with first. If that changes nothing it is left until it changes.
        if lastClash == arrival { setAside(arrival, error) }
        lastClash = arrival
        return nil
      case .full: throw error
      case .failed, .blocked, .immovable:
        try checkWork()
        setAside(arrival, error)
        return nil
      case .forbidden, .notRegular, .tooLarge:
        try checkWork()
        try refuseUnread([UnreadEntry(arrival, claimed: false, error)], noting: note)
        return nil
      }
    }
  }
}
