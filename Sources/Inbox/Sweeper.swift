public import Stories
public import SystemPackage

/// Looks through the inbox for what is ready to be taken. Change notices only say when to look; what is
/// there is decided here.
///
/// A file is ready when it was renamed in, or when it is not being written and has not changed for the
/// settle time. Names that start with a dot or end in `.tmp` or `.part` belong to their writers.
public struct Sweeper: Sendable {
  /// What one sweep found.
  public struct Findings: Sendable {
    /// Ready files, the oldest first.
    public var ready: [Arrival] = []
    /// Things that are never read.
    public var odd: [OddEntry] = []
    /// Files that are still being written or have not settled, by their paths below the folder.
    public var waiting: [FilePath] = []
    /// How many these are.
    public var unsettled: Int { waiting.count }
    /// Folders that could not be listed.
    public var failures: [FileError] = []
  }

  private struct Sighting {
    let size: Int64
    let modified: Instant
    let since: ContinuousClock.Instant
  }

  private let folder: FilePath
  private let settle: Duration
  private let depth: Int
  private let tracker: WriteTracker?
  private var sightings: [FilePath: Sighting] = [:]

  /// Makes a sweeper.
  ///
  /// - Parameters:
  ///   - folder: the folder to look through.
  ///   - settle: how long a file must be unchanged; zero takes everything.
  ///   - depth: most folders below it.
  ///   - tracker: what change notices say, if there are any.
  public init(_ folder: FilePath, settle: Duration, depth: Int, tracker: WriteTracker? = nil) {
    (self.folder, self.settle, self.depth, self.tracker) = (folder, settle, depth, tracker)
  }

  /// Looks through the folder.
  ///
  /// - Parameters:
  ///   - door: the way to the files.
  ///   - now: monotonic time, for settling.
  ///   - wall: wall-clock time; a file that is old by it has settled before we first saw it.
  /// - Returns: what is ready and what is not.
  public mutating func sweep(
    through door: some FileDoor, now: ContinuousClock.Instant, wall: Instant
  ) -> Findings {
    var findings = Findings()
    var seen: [FilePath: Sighting] = [:]
    var files: [(arrival: Arrival, entry: FolderEntry)] = []
    visit(FilePath(), 0, door, &findings, &files)
    for (arrival, entry) in files {
      if isReady(arrival.relative, entry, now, wall, &seen) {
        findings.ready.append(arrival)
      } else {
        findings.waiting.append(arrival.relative)
      }
    }
    sightings = seen
    findings.ready.sort {
      $0.modified == $1.modified
        ? $0.relative.string < $1.relative.string : $0.modified < $1.modified
    }
    return findings
  }

  private func visit(
    _ below: FilePath, _ level: Int, _ door: some FileDoor, _ findings: inout Findings,
    _ files: inout [(arrival: Arrival, entry: FolderEntry)]
  ) {
    do throws(FileError) {
      let entries = try door.list(folder.appending(below: below))
      for entry in entries where !Sweeper.isLeftAlone(entry.name) {
        let path = below.pushing(entry.name)
        switch entry.kind {
        case .file:
          files.append((Arrival(relative: path, modified: entry.modified), entry))
        case .other(let kind): findings.odd.append(OddEntry(path, kind: kind))
        case .folder where level < depth: visit(path, level + 1, door, &findings, &files)
        case .folder: findings.odd.append(OddEntry(tooDeep: path))
        }
      }
    } catch {
      findings.failures.append(error)
    }
  }

  private func isReady(
    _ path: FilePath, _ entry: FolderEntry, _ now: ContinuousClock.Instant, _ wall: Instant,
    _ seen: inout [FilePath: Sighting]
  ) -> Bool {
    let state = tracker?.state(of: path)
    if state == .renamedIn || settle == .zero { return true }
    // A new name with nothing in it is a file that its writer has just made; with something in it and no
    // word of writing it is a link to a whole file.
    let mayBeWhole = state == nil || (state == .created && entry.size > 0)
    let isOld = entry.modified < wall && .milliseconds(wall.distance(to: entry.modified)) > settle
    if mayBeWhole, isOld { return true }
    if let known = sightings[path], known.size == entry.size, known.modified == entry.modified {
      seen[path] = known
      return mayBeWhole && now - known.since >= settle
    }
    seen[path] = Sighting(size: entry.size, modified: entry.modified, since: now)
    return false
  }

  /// Whether a name says that a file is hidden, or is still being written.
  public static func isLeftAlone(_ name: FilePath) -> Bool {
    let text = name.string
    return text.hasPrefix(".") || text.hasSuffix(".tmp") || text.hasSuffix(".part")
  }
}
