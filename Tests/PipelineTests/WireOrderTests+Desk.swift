import Inbox
import Pipeline
import Store
import Stories
import TestSupport

extension WireOrderTests {
  /// An ingest with a clock, and what to ask its store.
  struct Desk {
    var bench = Bench()
    let clock = HandMovedClock(start: 1_772_440_000_000)
    var files = 0

    func start() throws -> Ingest<SystemFileDoor> {
      let clock = clock
      return try bench.ingest(door: SystemFileDoor()) { clock.now }
    }

    mutating func drop(_ text: String, to folder: String = "") throws {
      files += 1
      try bench.folder.write(text, to: "in/\(folder)\(files).txt")
    }

    /// Drops files one after the other, each when the one before is dealt with.
    mutating func take(_ files: [String], by ingest: Ingest<SystemFileDoor>) throws {
      for file in files {
        try drop(file)
        ingest.settle()
      }
    }

    /// Drops a file and has it dealt with.
    mutating func take(_ file: String, by ingest: Ingest<SystemFileDoor>) throws {
      try take([file], by: ingest)
    }

    /// The states after some files, one after the other.
    static func states(after files: [String]) throws -> [String: StoryState.Kind] {
      var desk = WireOrderTests.Desk()
      try desk.take(files, by: desk.start())
      return try desk.states()
    }

    func kinds(after sequence: Int64 = 0) throws -> [String] {
      try bench.reader().events(after: sequence, limit: .max).map(\.draft.kind)
    }

    func states() throws -> [String: StoryState.Kind] {
      let reader = try bench.reader()
      return try reader.states().reduce(into: [:]) { result, state in
        guard let story = try reader.story(state.story) else { return }
        result["\(story.story.id) v\(story.version)"] = state.kind
      }
    }
  }
}
