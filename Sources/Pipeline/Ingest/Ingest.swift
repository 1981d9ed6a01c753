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
  let door: Door
  let log: IngestLog
  let fault: FaultHook
  let wall: WallClock
  let pulse: Pulse
  /// Called where a step gives a sign of life, so that what it has done so far can be told.
  public var whileBusy: (Ingest<Door>) -> Void = { _ in }
  let tracker: WriteTracker
  let identity: String
  var options: IngestOptions
  var taster: Taster
  var sweeper: Sweeper
  var health = Health()
  var tally = Tally()
  var queue: ArraySlice<Arrival> = []
  /// The number that the next story gets, as the store has it.
  var nextStory: Int64
  var needsRecovery = true
  var needsRebuild = false
  /// Whether this step has brought anything into the store.
  var hasWritten = false
  /// Whether the event file could not be written when that was last tried.
  var cannotPublish = false
  /// Why no file could be moved, since the last commit.
  var moveFailure: FileError?
  /// The file whose name was taken in work when it was last tried.
  var lastClash: Arrival?
  /// Sub-folders that can't be listed, as was said.
  var unlistable: Set<FileError> = []
  /// Leftovers in work when that was last said.
  var leftoversSaid = 0
  /// Versions, orders, corrections and embargoes.
  var desk: WireDesk
  /// The last ruling on boilerplate that was taken up.
  var lastRuling: Int64 = 0
  /// Entries of the inbox that could be neither read nor moved.
  var stuck = StuckFiles()
  /// Entries of work that could be neither read nor moved.
  var stuckInWork = StuckFiles()
  /// The last row of the ledger when this run began.
  let deliveriesAtStart: Int64
  /// Sweeps of the inbox in this run. What comes after the first has been sent since.
  var sweeps = 0
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
    var unsettled = 0
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
    (self.door, self.log, self.fault) = (door, log, fault)
    (self.wall, self.tracker, self.pulse) = (wall, tracker, Pulse(pulse))
    reader = try StoreReader(path: store.path, exists: true)
    identity = try store.identity()
    nextStory = try store.nextNumbers().story
    deliveriesAtStart = try store.lastDelivery()
    sweeper = Ingest.sweeper(foundation, options, tracker)
    try foundation.folders.make(through: door)
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

  /// The inbox under the current options.
  var inbox: Inbox<Door> { Inbox(foundation.folders, door: door, limits: options.limits) }

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
    sweeper = Ingest.sweeper(foundation, options, tracker)
  }

  private static func sweeper(
    _ foundation: IngestFoundation, _ options: IngestOptions, _ tracker: WriteTracker
  ) -> Sweeper {
    Sweeper(
      foundation.folders.inbox, settle: options.settle, depth: options.limits.folderDepth,
      tracker: tracker)
  }
}
