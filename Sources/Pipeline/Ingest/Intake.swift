internal import Inbox
internal import Stories
internal import SystemPackage

/// The way of files through the daemon's folders: found in the inbox, claimed into work, moved to where they belong when
/// their stories are stored. Knows nothing of stories.
///
/// What can refuse something unread is given what notes it in the store (`UnreadNote`), before it is moved: nobody can
/// forget to.
///
/// Owned by one task, like the ingest.
final class Intake<Door: FileDoor> {
  /// Files taken in one go, and the bytes of them, so that a batch of many is no longer a step than one large file.
  static var filesPerStep: Int { 256 }
  static var bytesPerStep: Int { 8 << 20 }
  /// Files that one sweep lines up at most; the oldest are taken, the rest is found again.
  static var lineUp: Int { 8192 }

  let folders: InboxFolders
  let door: Door
  let tracker: WriteTracker
  let log: IngestLog
  let fault: FaultHook
  let wall: WallClock
  private(set) var options: IngestOptions
  private var sweeper: Sweeper
  /// Files that are ready, the next one first.
  var queue: ArraySlice<Arrival> = []
  /// Whether something may have been left in work that is to be looked at.
  var needsRecovery = true
  /// Why no file could be moved, since the last commit.
  var moveFailure: FileError?
  /// The file whose name was taken in work when it was last tried.
  var lastClash: Arrival?
  /// Leftovers in work when that was last said.
  var leftoversSaid = 0
  /// Entries of the inbox that could be neither read nor moved.
  var stuck = StuckFiles()
  /// Entries of work that could be neither read nor moved.
  var stuckInWork = StuckFiles()
  /// Sweeps of the inbox in this run. What comes after the first has been sent since.
  private var sweeps = 0
  /// Files of the inbox that had not settled when it was last swept.
  private(set) var unsettled = 0
  /// Files that stood in the inbox unsettled when this run began.
  private var unsettledAtStart: Set<FilePath> = []
  /// Folders that could not be listed then.
  private var unlistedAtStart: [FilePath] = []
  /// Sub-folders that can't be listed, as was said.
  private var unlistable: Set<FileError> = []

  /// Makes the folders.
  ///
  /// - Throws: `FileError` where they can't be made.
  init(
    _ folders: InboxFolders, _ options: IngestOptions, door: Door, tracker: WriteTracker,
    log: IngestLog, fault: @escaping FaultHook, wall: @escaping WallClock
  ) throws(FileError) {
    (self.folders, self.options, self.door) = (folders, options, door)
    (self.tracker, self.log, self.fault, self.wall) = (tracker, log, fault, wall)
    sweeper = Intake.sweeper(folders, options, tracker)
    try folders.make(through: door)
  }

  /// The inbox under the current options.
  var inbox: Inbox<Door> { Inbox(folders, door: door, limits: options.limits) }

  /// Takes over new options.
  func adopt(_ options: IngestOptions) {
    self.options = options
    sweeper = Intake.sweeper(folders, options, tracker)
  }

  /// Begins anew after a step that broke off: what it had claimed stands in work.
  func startOver() { (needsRecovery, queue) = (true, []) }

  /// Sweeps the inbox and lines up what is ready; gets odd entries out of the way.
  func lookAround(noting note: UnreadNote) throws {
    let findings = sweeper.sweep(through: door, now: .now, wall: wall())
    try sayUnlistable(findings.failures)
    sweeps += 1
    unsettled = findings.unsettled
    if sweeps == 1 {
      (unsettledAtStart, unlistedAtStart) = (Set(findings.waiting), findings.failures.map(\.path))
    }
    stuck.keep(findings.ready + findings.odd.map(\.arrival))
    let now = wall()
    queue = findings.ready.filter { stuck.isDue($0, at: now) }.prefix(Intake.lineUp)
    log.backlog(findings.ready.count)
    let odd = findings.odd.filter { stuck.isDue($0.arrival, at: now) }
    try refuseUnread(odd.map { UnreadEntry($0, claimed: false) }, noting: note)
  }

  /// Whether something may have stood where it is when this run began: in work, or in the inbox of the first sweep.
  func mayStandSinceStart(_ entry: UnreadEntry) -> Bool {
    if sweeps <= 1 || unsettledAtStart.contains(entry.arrival.relative) { return true }
    guard !unlistedAtStart.isEmpty else { return false }
    let path = folders.inbox.appending(entry.arrival.relative.components)
    return unlistedAtStart.contains { path.starts(with: $0) }
  }

  /// A sub-folder that can't be listed is said once and holds up nothing; without the inbox nothing goes on.
  private func sayUnlistable(_ failures: [FileError]) throws {
    for failure in failures where failure.path == folders.inbox { throw failure }
    for failure in failures where !unlistable.contains(failure) { log.unlistable(failure) }
    unlistable = Set(failures)
  }

  private static func sweeper(
    _ folders: InboxFolders, _ options: IngestOptions, _ tracker: WriteTracker
  ) -> Sweeper {
    Sweeper(
      folders.inbox, settle: options.settle, depth: options.limits.folderDepth, tracker: tracker)
  }
}

extension OddEntry {
  /// The entry as an arrival, for refusing it.
  var arrival: Arrival { Arrival(relative: relative, modified: Instant(milliseconds: 0)) }
}
