import Foundation
import Inbox
import Pipeline
import Store
import Stories
import SystemPackage
import TestSupport
import Testing

@Suite struct EventFileTests {
  private struct Line: Decodable {
    let v: Int
    let id: String
    let sequence: Int64
    let kind: String
    let group: Int64?
  }

  private func lines(_ folder: FreshFolder, _ name: String) throws -> [Line] {
    try folder.read(name).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test("every event is a line of the file, in order, each once, with an id of its own")
  func writes() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 12)
    for story in generator.stories(groups: 8) { try bench.drop(story.story) }
    try bench.ingest().settle()
    let written = try lines(bench.folder, "events.jsonl")
    let stored = try bench.reader().events(after: 0, limit: .max)
    #expect(written.map(\.sequence) == stored.map(\.sequence))
    #expect(Set(written.map(\.id)).count == written.count && written.allSatisfy { $0.v == 1 })
    #expect(
      Set(written.map(\.kind)).isSuperset(of: ["story.accepted", "group.opened", "group.joined"]))
  }

  @Test("a file that has grown is rotated, and only so many are kept")
  func rotates() throws {
    var bench = Bench()
    bench.options.eventFile = EventFile(
      path: bench.folder.path.appending("events.jsonl"), rotateBytes: 500, keep: 2)
    let ingest = try bench.ingest()
    for number in 0..<12 {
      try bench.drop(Story(id: "s\(number)", text: "Story number \(number) of twelve."))
      ingest.settle()
    }
    let files = bench.folder.names().filter { $0.hasPrefix("events.jsonl") }
    #expect(
      files.contains("events.jsonl.1") && files.contains("events.jsonl.2") && files.count <= 3)
    let last = try lines(bench.folder, "events.jsonl.1").last?.sequence
    #expect(try bench.reader().counts().lastEvent - (last ?? 0) < 4)
  }

  @Test(
    "an event whose line broke off stands on a line of its own when it is written again",
    arguments: [100, 1 << 20])
  func tornLine(rotateBytes: Int64) throws {
    var bench = Bench()
    bench.options.eventFile = EventFile(
      path: bench.folder.path.appending("events.jsonl"), rotateBytes: rotateBytes, keep: 9)
    let torn = #"{"v":1,"id":"ab-1","sequ"#
    try bench.folder.write(torn, to: "events.jsonl")
    try bench.drop(Story(id: "a", text: "The ferry stays in port until the wind drops."))
    try bench.ingest().settle()
    let stored = try bench.reader().events(after: 0, limit: .max).map(\.sequence)
    let files = bench.folder.names().filter { $0.hasPrefix("events.jsonl") }
    let written = try files.flatMap { try bench.folder.read($0).split(separator: "\n") }
    let whole = written.compactMap { line in
      try? JSONDecoder().decode(Line.self, from: Data(line.utf8)).sequence
    }
    #expect(!stored.isEmpty && Set(whole) == Set(stored))
    #expect(written.count == stored.count + 1 && written.contains { $0 == torn })
  }

  @Test(
    "an event file that can't be written holds up no story of a backlog, and is written at last")
  func backlog() throws {
    let bench = Bench()
    for number in 0..<600 {
      try bench.drop(Story(id: "s\(number)", text: "Story number \(number) of them."))
    }
    let path = bench.folder.path.appending("events.jsonl").string
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let ingest = try bench.ingest()
    func state() -> String {
      ingest.status(process: 1, started: Instant(milliseconds: 0), rate: 0, isIdle: false).state
    }
    var (waits, steps) = (0, 0)
    while try bench.reader().counts().stories < 600, steps < 50 {
      steps += 1
      if case .wait = ingest.step() { waits += 1 }
      #expect(state() == "waiting", "and says so all the time")
    }
    #expect(waits <= 2, "one that finds it out, and one when all are taken")
    try FileManager.default.removeItem(atPath: path)
    ingest.settle()
    #expect(try lines(bench.folder, "events.jsonl").count == 1200 && state() != "waiting")
  }

  @Test("where a file can't be rotated its events are written once all the same")
  func notRotated() throws {
    var bench = Bench()
    bench.options.eventFile = EventFile(
      path: bench.folder.path.appending("events.jsonl"), rotateBytes: 1, keep: 2)
    // Folders that hold something are not replaced.
    for number in 1...2 { try bench.folder.write("", to: "events.jsonl.\(number)/in the way") }
    let ingest = try bench.ingest()
    for number in 0..<4 {
      try bench.drop(Story(id: "s\(number)", text: "Story number \(number) of four."))
      ingest.settle(steps: 5)
    }
    #expect(try lines(bench.folder, "events.jsonl").map(\.sequence) == Array(1...8))
  }

  @Test("what was kept when more files were kept goes with the next rotation")
  func fewerKept() throws {
    var bench = Bench()
    for number in 1...5 { try bench.folder.write("{}\n", to: "events.jsonl.\(number)") }
    bench.options.eventFile = EventFile(
      path: bench.folder.path.appending("events.jsonl"), rotateBytes: 1, keep: 2)
    try bench.drop(Story(id: "a", text: "The ferry stays in port until the wind drops."))
    try bench.ingest().settle()
    let files = bench.folder.names().filter { $0.hasPrefix("events.jsonl") }
    #expect(files.sorted() == ["events.jsonl.1", "events.jsonl.2"])
  }

  @Test("a named pipe is no event file, read or not, and nothing waits for one")
  func pipe() throws {
    let bench = Bench()
    let path = bench.folder.path.appending("events.jsonl")
    #expect(mkfifo(path.string, 0o600) == 0)
    for reads in [false, true] {
      let reader = reads ? open(path.string, O_RDONLY | O_NONBLOCK) : -1
      defer { if reader >= 0 { close(reader) } }
      let error = #expect(throws: FileError.self) { try AppendFile.append("{}\n", to: path) }
      #expect(error.map { "\($0)" }?.contains("not a file") == true)
    }
  }
}
