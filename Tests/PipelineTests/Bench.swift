import Inbox
import Logging
import NearDuplicates
import Pipeline
import Store
import Stories
import SystemPackage
import TestSupport

/// An ingest over a fresh folder, stepped by hand.
struct Bench {
  let folder = FreshFolder()
  var plan = BandPlan(bands: 64, rows: 2)
  var options = IngestOptions()

  init() {
    options.settle = .zero
    options.eventFile = EventFile(
      path: folder.path.appending("events.jsonl"), rotateBytes: 1 << 30, keep: 3)
  }

  var storePath: String { folder.path.appending("store.sqlite").string }

  func foundation(registers: Int = 128, window: Int64 = 14 * Instant.day) -> IngestFoundation {
    IngestFoundation(
      folders: folder.inboxFolders,
      shingler: Shingler(), sketch: FastSimilaritySketch(registers: registers), plan: plan,
      window: window, maySignAnew: true)
  }

  func ingest<Door: FileDoor>(
    door: Door, registers: Int = 128, window: Int64 = 14 * Instant.day,
    wall: @escaping @Sendable () -> Instant = { Instant(milliseconds: 1_772_500_000_000) },
    pulse: @escaping @Sendable () -> Bool = { true }
  ) throws -> Ingest<Door> {
    try Ingest(
      foundation: foundation(registers: registers, window: window), options: options,
      store: Store(path: storePath), door: door, tracker: WriteTracker(),
      log: .silent, wall: wall,
      pulse: pulse)
  }

  func ingest() throws -> Ingest<SystemFileDoor> { try ingest(door: SystemFileDoor()) }

  func reader() throws -> StoreReader { try StoreReader(path: storePath, exists: true) }

  /// Drops a story as a file of plain text.
  func drop(_ story: Story, name: String? = nil) throws {
    var head = "id: \(story.id)\n"
    if let outlet = story.outlet { head += "outlet: \(outlet.name)\n" }
    if let published = story.published { head += "published: \(published)\n" }
    try folder.write(head + "\n" + story.text, to: "in/\(name ?? story.id).txt")
  }

  /// The groups in the store, as sets of ids.
  func groups() throws -> Set<Set<String>> {
    let reader = try reader()
    return Set(
      try reader.groups(atLeast: 1, limit: .max).map { group in
        Set(try reader.stories(in: group).map(\.story.id))
      })
  }
}

extension IngestLog {
  /// One that nobody reads.
  static var silent: IngestLog {
    IngestLog(Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }
}

extension Ingest {
  /// Steps until there is nothing left to do, at most so often.
  func settle(steps: Int = 200) {
    for _ in 0..<steps where step() == .idle { return }
  }
}

/// Known stories as a partition by id.
func partition(_ stories: [StoryGenerator.Known]) -> Set<Set<String>> {
  Set(Dictionary(grouping: stories, by: \.group).values.map { Set($0.map(\.story.id)) })
}
