internal import Inbox
internal import Stories

extension Intake {
  /// Claims files off the line until a batch is full.
  func claimBatch() throws -> [ClaimedFile] {
    var claimed: [ClaimedFile] = []
    var bytes = 0
    while claimed.count < Intake.filesPerStep, bytes < Intake.bytesPerStep,
      let arrival = queue.popFirst()
    {
      if let file = try claim(arrival) {
        claimed.append(file)
        bytes += file.bytes.count
        tracker.forget(arrival)
      }
    }
    if !claimed.isEmpty { fault(.afterClaim) }
    return claimed
  }

  private func claim(_ arrival: Arrival) throws -> ClaimedFile? {
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
      case .failed, .blocked:
        try checkWork()
        setAside(arrival, error)
        return nil
      case .forbidden, .notRegular, .tooLarge:
        try checkWork()
        try refuseUnread(arrival, problem: "\(error)", remedy: Intake.remedy(for: error))
        return nil
      }
    }
  }

  static func remedy(for error: FileError) -> String {
    switch error {
    case .tooLarge: "split it, or raise limits.file_bytes"
    case .forbidden: "let the daemon's user read it and drop it again"
    default: "send the story as a regular file"
    }
  }
}
