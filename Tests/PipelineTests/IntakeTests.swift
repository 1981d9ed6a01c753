import Inbox
import Stories
import SystemPackage
import TestSupport
import Testing
import Wire

@testable import Pipeline

@Suite("The way of files, without a store") struct IntakeTests {
  private let bench = Bench()
  private let clock = HandMovedClock(start: 1_772_440_000_000)

  private func intake(of bench: Bench) throws -> Intake<SystemFileDoor> {
    let clock = clock
    return try Intake(
      bench.foundation().folders, bench.options, door: SystemFileDoor(), tracker: WriteTracker(),
      log: IngestLog.silent, fault: { _ in },
      wall: { clock.now })
  }

  /// For steps in which nothing is refused unread.
  private func unexpected(_ entries: [UnreadEntry]) {
    Issue.record("\(entries.map(\.arrival.relative)) were refused")
  }

  @Test("a file is found, claimed and moved to the folder of its day")
  func done() throws {
    let intake = try intake(of: bench)
    try bench.folder.write("words", to: "in/npa/1.txt")
    try intake.lookAround(noting: unexpected)
    let files = try intake.claimBatch(noting: unexpected)
    #expect(files.map(\.arrival.relative) == ["npa/1.txt"])
    #expect(bench.folder.names(in: "work") == ["npa/1.txt"])
    intake.dispose(files.map { .init(arrival: $0.arrival, reason: nil) })
    try intake.throwMoveFailure()
    #expect(bench.folder.names(in: "done") == ["2026-03-02/npa/1.txt"])
  }

  @Test(
    "what an interrupted step left in work is handed over by the next run, and again if that fails")
  func leftover() throws {
    struct Broken: Error {}
    try bench.folder.write("words", to: "work/1.txt")
    let intake = try intake(of: bench)
    #expect(throws: Broken.self) {
      try intake.recoverIfNeeded(noting: unexpected) { _ in throw Broken() }
    }
    var handedOver: [FilePath] = []
    for _ in 0..<2 {
      try intake.recoverIfNeeded(noting: unexpected) { files in
        handedOver += files.map(\.arrival.relative)
        intake.dispose(files.map { .init(arrival: $0.arrival, reason: nil) })
      }
    }
    #expect(handedOver == ["1.txt"] && bench.folder.names(in: "work").isEmpty)
  }

  @Test(
    "what is refused unread is noted before it is moved, and stays where it is if it can't be noted"
  )
  func unread() throws {
    struct Full: Error {}
    var bench = bench
    bench.options.limits.fileBytes = 3
    let intake = try intake(of: bench)
    try bench.folder.write("words", to: "in/1.txt")
    try intake.lookAround(noting: unexpected)
    #expect(throws: Full.self) { try intake.claimBatch { _ in throw Full() } }
    #expect(bench.folder.names(in: "in") == ["1.txt"])
    var noted: [String] = []
    try intake.lookAround(noting: unexpected)
    let claimed = try intake.claimBatch { entries in
      #expect(bench.folder.names(in: "refused").isEmpty)
      noted += entries.map { "\($0.arrival.relative): \($0.refusal.remedy)" }
    }
    #expect(claimed.isEmpty)
    #expect(noted == ["1.txt: split it, or raise limits.file_bytes"])
    #expect(bench.folder.names(in: "refused") == ["1.txt", "1.txt.reason"])
  }

  @Test("what is refused unread in the inbox or in work is noted once, whichever way it is met")
  func allWays() throws {
    var bench = bench
    bench.options.limits.fileBytes = 3
    bench.options.limits.folderDepth = 1
    let intake = try intake(of: bench)
    for name in ["in/long.txt", "in/a/b/deep.txt", "work/left.txt"] {
      try bench.folder.write("words", to: name)
    }
    var noted: [String] = []
    func note(_ entries: [UnreadEntry]) { noted += entries.map(\.arrival.relative.string) }
    try intake.recoverIfNeeded(noting: note) { #expect($0.isEmpty) }
    #expect(noted == ["left.txt"])
    try intake.lookAround(noting: note)
    #expect(noted == ["left.txt", "a/b"])
    #expect(try intake.claimBatch(noting: note).isEmpty)
    #expect(noted == ["left.txt", "a/b", "long.txt"])
    try intake.recoverIfNeeded(noting: note) { #expect($0.isEmpty) }
    try intake.lookAround(noting: note)
    #expect(noted.count == 3 && bench.folder.names(in: "in").isEmpty)
  }
}
