internal import Inbox
public import ServiceLifecycle
public import Store
internal import Stories
internal import Synchronization

/// Runs the ingest as a service: starts it, keeps it stepping, wakes it on changes, ends it cleanly.
///
/// A step is never torn: shutdown takes effect between two steps, or where a long one checks in.
public final class IngestService: Service {
  private let foundation: IngestFoundation
  private let store: Store
  private let log: IngestLog
  private let notices: any ServiceNotices
  private let fault: FaultHook
  private let process: Int32
  private let inbox = Mutex<Change?>(nil)
  private let initial: IngestOptions
  private let rest = Rest()
  private let stopping = Atomic<Bool>(false)
  private let unwatched = Unwatched()

  /// Sub-folders of the inbox that could not be watched. A class, so that the watching thread can count on.
  private final class Unwatched: Sendable {
    private let count = Atomic(0)

    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
  }

  /// New options, and what is to be done when they are in force.
  private struct Change: Sendable {
    let options: IngestOptions
    let whenInForce: @Sendable () -> Void
  }

  /// Longest time between two signs of life while there is nothing to do.
  private static let heartbeat = Duration.seconds(5)

  /// Makes the service; nothing happens before `run`.
  public init(
    foundation: IngestFoundation, options: IngestOptions, store: Store, log: IngestLog,
    notices: any ServiceNotices, process: Int32, fault: @escaping FaultHook = { _ in }
  ) {
    (self.foundation, self.store, self.log) = (foundation, store, log)
    (self.notices, self.fault, self.process) = (notices, fault, process)
    initial = options
  }

  /// Hands over new options; they count from the next step on, all of them or none.
  ///
  /// - Parameters:
  ///   - options: the options.
  ///   - whenInForce: what else the configuration changes. Called when they are in force, and never where they are refused.
  public func adopt(
    _ options: IngestOptions, whenInForce: @escaping @Sendable () -> Void = {}
  ) {
    inbox.withLock { $0 = Change(options: options, whenInForce: whenInForce) }
    rest.wakeUp()
  }

  /// Notes that a new configuration was refused.
  public func noteRefusedOptions(_ reason: String) { log.reloadRefused(reason) }

  /// Works until shutdown.
  public func run() async throws {
    let (tracker, started) = (WriteTracker(), Instant.now())
    let watcher = watch(tracker)
    try await withTaskCancellationOrGracefulShutdownHandler {
      guard let ingest = try await open(tracker, started) else { return }
      notices.ready()
      await work(ingest, watcher, tracker, started)
    } onCancelOrGracefulShutdown: { [self] in
      stopping.store(true, ordering: .relaxed)
      rest.end()
    }
    notices.stopping()
    // Nothing is lost where it can't be: what is committed stands in the log.
    try? store.gather()
    log.stopped()
  }

  /// Opens everything, as soon as there is room for it; nil when a stop came meanwhile.
  private func open(
    _ tracker: WriteTracker, _ started: Instant
  ) async throws -> Ingest<SystemFileDoor>? {
    let reporter = StartReporter(
      process: process, started: started, store: store, log: log, notices: notices)
    let isStopping: @Sendable () -> Bool = { [self] in stopping.load(ordering: .relaxed) }
    do {
      return try await Room(log, notices).waiting {
        await pause($0)
        return !isStopping()
      } _: {
        try Ingest(
          foundation: foundation, options: initial, store: store, door: SystemFileDoor(),
          tracker: tracker, log: log, fault: fault,
          pulse: { [notices] in
            notices.alive()
            return !isStopping()
          }, starting: { reporter.report($0) })
      }
    } catch is CancellationError {
      return nil
    }
  }

  private func watch(_ tracker: WriteTracker) -> Watcher? {
    do throws(FileError) {
      try foundation.folders.make(through: SystemFileDoor())
      return try startWatching(tracker)
    } catch {
      log.noWatch(error)
      return nil
    }
  }

  private func startWatching(_ tracker: WriteTracker) throws(FileError) -> Watcher {
    try Watcher(
      foundation.folders.inbox, depth: initial.limits.folderDepth, tracker: tracker,
      onUnwatched: { [log, unwatched] error in
        log.unwatched(error, count: unwatched.next())
      }, onChange: { [rest] in rest.wake() })
  }

  /// Watches an inbox that was removed or moved away, as soon as it is there again.
  private func watchAgain(_ watcher: inout Watcher?, _ tracker: WriteTracker) {
    guard watcher?.isLost == true else { return }
    tracker.forgetAll()
    do throws(FileError) {
      let next = try startWatching(tracker)
      watcher?.stop()
      watcher = next
      log.watchingAgain()
    } catch {
      if case .vanished = error { return }
      log.noWatch(error)
      watcher = nil
    }
  }

  private func work(
    _ ingest: Ingest<SystemFileDoor>, _ first: Watcher?, _ tracker: WriteTracker,
    _ started: Instant
  ) async {
    var watcher = first
    defer { watcher?.stop() }
    let reporter = StatusReporter(process: process, started: started)
    ingest.whileBusy = { [notices] in reporter.report($0, notices, after: .more) }
    var sweep = initial.sweep
    var settle = initial.settle
    while !stopping.load(ordering: .relaxed) {
      if let change = takeChange(), adopt(change, ingest) {
        (sweep, settle) = (change.options.sweep, change.options.settle)
      }
      watchAgain(&watcher, tracker)
      let outcome = ingest.step()
      notices.alive()
      reporter.report(ingest, notices, after: outcome)
      switch outcome {
      case .more: await Task.yield()
      case .idle: await sleep(min(sweep, untilRelease(ingest) ?? sweep))
      case .settling: await sleep(min(sweep, settle + .milliseconds(20)))
      // What can't be stored costs a rebuild for each attempt; an event file that can't be written holds up no story.
      case .wait(let time): await ingest.needsRebuild ? pause(time) : sleep(time)
      }
    }
    reporter.reportStopped(ingest)
  }

  /// The time to the end of the next embargo, which is kept to the tenth of a second unless files are being
  /// read then: it waits for the step to end.
  private func untilRelease(_ ingest: Ingest<SystemFileDoor>) -> Duration? {
    guard let next = ingest.nextRelease else { return nil }
    let left = next.milliseconds - Instant.now().milliseconds
    return .milliseconds(max(20, min(left, 60_000)))
  }

  private func takeChange() -> Change? {
    inbox.withLock { $0.take() }
  }

  /// Takes over new options. Returns whether they are in force now.
  private func adopt(_ change: Change, _ ingest: Ingest<SystemFileDoor>) -> Bool {
    do throws(StoreError) {
      try ingest.adopt(change.options)
      change.whenInForce()
      log.reloaded()
      return true
    } catch {
      log.reloadRefused("\(error)")
      return false
    }
  }

  /// Waits for a change in the inbox, at most so long.
  private func sleep(_ time: Duration) async {
    await rest.take(time, heartbeat: IngestService.heartbeat) { notices.alive() }
  }

  /// Waits before something that failed is tried again, whatever comes into the inbox meanwhile.
  private func pause(_ time: Duration) async {
    await rest.take(time, isPause: true, heartbeat: IngestService.heartbeat) { notices.alive() }
  }
}
