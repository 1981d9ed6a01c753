internal import Foundation
internal import Inbox
internal import Store
public import Stories

/// What a running daemon says of itself, as it stands in the store for `status` to show.
public struct IngestStatus: Codable, Hashable, Sendable {
  /// The daemon's process.
  public var process: Int32
  /// When it started, RFC 3339.
  public var started: String
  /// When it said this.
  public var at: String
  /// `starting`, `working`, `idle` when nothing is left to take or to look at again, `waiting` or `stopped`.
  public var state: String
  /// How far it is with what it does before it takes anything.
  public var progress: String?
  /// What it waits for.
  public var problem: String?
  /// Stories taken since the start.
  public var accepted: Int
  /// Stories since the start that were stored before.
  public var known: Int
  /// Deliveries and parts refused since the start.
  public var refused: Int
  /// The last refusal.
  public var lastRefusal: String?
  /// Stories a second over the last busy stretch.
  public var rate: Double
  /// Stories that can be found as candidates.
  public var indexedStories: Int
  /// Bytes of index, ties and cached keys in memory.
  public var indexBytes: Int
  /// Files that were ready but not yet taken when it last looked.
  public var backlog: Int
  /// Files in the inbox that can be neither read nor moved; nil where a program before this one said it.
  public var stuckInInbox: Int?
  /// The same in work.
  public var stuckInWork: Int?
  /// What is wrong with the first of them.
  public var stuckProblem: String?
}

extension IngestStatus {
  /// The longest that a daemon says nothing, beside the time between two sweeps.
  private static var longestSilence: Duration { .seconds(90) }

  /// Whether it should have said something since: it can't write to the store, or is in the midst of something long.
  public func isSilent(at now: Instant, sweep: Duration) -> Bool {
    guard let said = Instant(at), said < now else { return false }
    return .milliseconds(said.distance(to: now)) > IngestStatus.longestSilence + sweep
  }
}

extension IngestStatus {
  /// What a daemon says before it takes anything.
  init(process: Int32, started: Instant, at now: Instant, _ work: StartWork) {
    self.init(
      process: process, started: started.description, at: now.description, state: "starting",
      progress: work.text, accepted: 0, known: 0, refused: 0, rate: 0,
      indexedStories: work.kind == .indexing ? work.done : 0, indexBytes: 0, backlog: 0)
  }
}

extension Store {
  /// Leaves a daemon's status. Failure is no reason to stop: the next commit reports it.
  func write(_ status: IngestStatus) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(status) else { return }
    try? writeStatus(String(decoding: bytes, as: UTF8.self))
  }
}

extension Ingest {
  /// What there is to say now; `isIdle` tells whether the last step found nothing to do.
  public func status(
    process: Int32, started: Instant, rate: Double, isIdle: Bool
  ) -> IngestStatus {
    var (state, problem): (String, String?) = (isIdle ? "idle" : "working", nil)
    if case .waiting(let what, _) = health.state { (state, problem) = ("waiting", what) }
    return IngestStatus(
      process: process, started: started.description, at: wall().description, state: state,
      problem: problem, accepted: tally.accepted, known: tally.known, refused: tally.refused,
      lastRefusal: tally.lastRefusal, rate: (rate * 10).rounded() / 10,
      indexedStories: taster.count,
      indexBytes: taster.byteCount, backlog: intake.queue.count,
      stuckInInbox: intake.stuck.count, stuckInWork: intake.stuckInWork.count,
      stuckProblem: (intake.stuck.problem ?? intake.stuckInWork.problem)?.description)
  }

  /// Leaves the status in the store.
  public func write(_ status: IngestStatus) { store.write(status) }
}
