internal import Store
internal import Stories

/// Tells how far a start is, which takes minutes where there are a million stories: the store for `status`, and the
/// supervisor, once a second; the log, once it has taken a while.
final class StartReporter {
  private let process: Int32
  private let started: Instant
  private let store: Store
  private let log: IngestLog
  private let notices: any ServiceNotices
  private var lastWritten: ContinuousClock.Instant?
  private var nextLine = ContinuousClock.now + StartReporter.patience

  /// How long nothing is logged, since most starts are over by then.
  private static let patience = Duration.seconds(2)
  private static let betweenLines = Duration.seconds(10)

  init(
    process: Int32, started: Instant, store: Store, log: IngestLog, notices: any ServiceNotices
  ) {
    (self.process, self.started, self.store) = (process, started, store)
    (self.log, self.notices) = (log, notices)
  }

  func report(_ work: StartWork) {
    let now = ContinuousClock.now
    if lastWritten.map({ now - $0 >= .seconds(1) }) ?? true {
      lastWritten = now
      store.write(IngestStatus(process: process, started: started, at: .now(), work))
      notices.status("starting: \(work.text)")
    }
    guard now >= nextLine else { return }
    nextLine = now + StartReporter.betweenLines
    log.starting(work)
  }
}
