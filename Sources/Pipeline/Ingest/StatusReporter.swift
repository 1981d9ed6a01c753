internal import Inbox
internal import Stories

/// Writes the status to the store and to the supervisor, at most once a second while busy, in the midst of a
/// step too, and when a stretch of work ends.
final class StatusReporter {
  private let process: Int32
  private let started: Instant
  private var last: ContinuousClock.Instant?
  private var stretchStart: ContinuousClock.Instant = .now
  private var stretchAccepted = 0
  private var rate = 0.0
  private var said: IngestStatus?

  init(process: Int32, started: Instant) { (self.process, self.started) = (process, started) }

  func report(
    _ ingest: Ingest<SystemFileDoor>, _ notices: any ServiceNotices,
    after outcome: Ingest<SystemFileDoor>.Outcome
  ) {
    let finished = outcome != .more
    let now = ContinuousClock.now
    let accepted = ingest.tally.accepted - stretchAccepted
    let seconds = (now - stretchStart) / .seconds(1)
    if accepted > 0, seconds > 0 { rate = Double(accepted) / seconds }
    if finished { (stretchStart, stretchAccepted) = (now, ingest.tally.accepted) }
    if let last, now - last < .seconds(1), !finished { return }
    var status = ingest.status(
      process: process, started: started, rate: rate, isIdle: outcome == .idle)
    let quiet = last.map { now - $0 < .seconds(30) } ?? false
    if let said, quiet, status.sameBut(at: said) { return }
    last = now
    said = status
    ingest.write(status)
    status.at = ""
    notices.status(
      "\(status.state): \(status.accepted) stories taken, \(status.refused) refused, "
        + "\(status.indexedStories) in the window")
  }

  func reportStopped(_ ingest: Ingest<SystemFileDoor>) {
    var status = ingest.status(process: process, started: started, rate: rate, isIdle: false)
    status.state = "stopped"
    ingest.write(status)
  }
}

extension IngestStatus {
  fileprivate func sameBut(at other: IngestStatus) -> Bool {
    var mine = self
    mine.at = other.at
    return mine == other
  }
}
