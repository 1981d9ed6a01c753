public import Inbox
internal import NearDuplicates
public import Store
public import Stories

/// Reads wall-clock time; tests move it by hand.
public typealias WallClock = @Sendable () -> Instant

/// The daemon's work, one step at a time: find files, claim them, read and group their stories, commit,
/// move the files, publish.
///
/// Owned by one task. If a commit fails the groups in memory are ahead of the store; they are then thrown
/// away and rebuilt from it before anything else is read.
public final class Ingest<Door: FileDoor> {
  let foundation: IngestFoundation
  let store: Store
  /// Reads the same store, for decisions.
  let reader: StoreReader
  let log: IngestLog
  let fault: FaultHook
  let wall: WallClock
  let pulse: Pulse
  /// Called where a step gives a sign of life, so that what it has done so far can be told.
  public var whileBusy: (Ingest<Door>) -> Void = { _ in }
  let identity: String
  var options: IngestOptions
  var taster: Taster
  /// The way of files through the folders.
  let intake: Intake<Door>
  var health = Health()
  var tally = Tally()
  /// The number that the next story gets, as the store has it.
  var nextStory: Int64
  var needsRebuild = false
  /// Whether this step has brought anything into the store.
  var hasWritten = false
  /// Whether the event file could not be written when that was last tried.
  var cannotPublish = false
  /// Versions, orders, corrections and embargoes.
  var desk: WireDesk
  /// The last ruling on boilerplate that was taken up.
  var lastRuling: Int64 = 0
  /// The last row of the ledger when this run began.
  let deliveriesAtStart: Int64
  /// Entries that an earlier run refused and that still stood there. Who sends such again is told again.
  var unreadAgain: Set<ContentDigest> = []

  /// Counts since the start.
  struct Tally {
    var accepted = 0
    var known = 0
    var refused = 0
    var lastRefusal: String?
    /// Orders that were let go before they had found all that they were about.
    var lapsed = 0
    /// Stories that were compared with fewer than might be copies of them.
    var reachedLimit = 0
    var lastRetention: Instant?
    var lastShortening: Instant?
  }

  /// Opens everything and rebuilds the index, which takes a minute or two of a million stories: `starting` is told how
  /// far it is.
  ///
  /// - Throws: `StoreError`, `FileError` or `TokeniserError`, and `CancellationError` when `pulse` asked for a
  ///   stop; nothing has been read then.
  public init(
    foundation: IngestFoundation, options: IngestOptions, store: Store, door: Door,
    tracker: WriteTracker, log: IngestLog, fault: @escaping FaultHook = { _ in },
    wall: @escaping WallClock = { Instant.now() },
    pulse: @escaping @Sendable () -> Bool = { true },
    starting: @escaping (StartWork) -> Void = { _ in }
  ) throws {
    (self.foundation, self.options, self.store) = (foundation, options, store)
    (self.log, self.fault, self.wall, self.pulse) = (log, fault, wall, Pulse(pulse))
    reader = try StoreReader(path: store.path, exists: true)
    identity = try store.identity()
    nextStory = try store.nextNumbers().story
    deliveriesAtStart = try store.lastDelivery()
    intake = try Intake(
      foundation.folders, options, door: door, tracker: tracker, log: log, fault: fault, wall: wall)
    let restoration = Restoration(
      store: store, foundation: foundation, log: log, goesOn: pulse, tell: starting)
    try restoration.signAnew()
    try restoration.settleSegmentKeys()
    taster = try restoration.taster(options, at: wall())
    try store.keepOnlySink(options.eventFile == nil ? nil : EventFile.sink)
    desk = try WireDesk(
      store, GroupMembers(taster: taster, reader: reader), wall: wall, pulse: self.pulse)
    self.pulse.whileBusy = { [unowned self] in self.whileBusy(self) }
    log.started(stories: taster.count)
  }

  /// Throws the groups in memory away and makes them anew from the store.
  func rebuildIfNeeded() throws {
    guard needsRebuild else { return }
    let restoration = Restoration(
      store: store, foundation: foundation, log: log, goesOn: pulse.goesOn)
    let isAgain = health.state != .working
    taster = try restoration.taster(options, at: wall(), isAgain: isAgain)
    nextStory = try store.nextNumbers().story
    lastRuling = 0
    desk = try WireDesk(
      store, GroupMembers(taster: taster, reader: reader), wall: wall, pulse: pulse)
    needsRebuild = false
  }

  /// When the next embargo ends; nil if there is none.
  public var nextRelease: Instant? { desk.states.embargoes.next }

  /// Takes over new options from the next step on.
  ///
  /// - Throws: `StoreError` where the store can't take them; then all old ones stay in force.
  public func adopt(_ options: IngestOptions) throws(StoreError) {
    try store.keepOnlySink(options.eventFile == nil ? nil : EventFile.sink)
    self.options = options
    taster.keeper.rule = options.rule
    taster.keeper.noise = options.noise
    intake.adopt(options)
  }
}
