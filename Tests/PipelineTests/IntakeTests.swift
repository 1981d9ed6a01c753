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

  @Test("a file is found, claimed and moved to the folder of its day")
  func done() throws {
    let intake = try intake(of: bench)
    try bench.folder.write("words", to: "in/npa/1.txt")
    try intake.lookAround()
    let files = try intake.claimBatch()
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
    #expect(throws: Broken.self) { try intake.recoverIfNeeded { _ in throw Broken() } }
    var handedOver: [FilePath] = []
    for _ in 0..<2 {
      try intake.recoverIfNeeded { files in
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
    intake.noteUnread = { _, _ in throw Full() }
    try bench.folder.write("words", to: "in/1.txt")
    try intake.lookAround()
    #expect(throws: Full.self) { try intake.claimBatch() }
    #expect(bench.folder.names(in: "in") == ["1.txt"])
    var noted: [String] = []
    intake.noteUnread = { [folder = bench.folder] arrival, refusal in
      #expect(folder.names(in: "refused").isEmpty)
      noted.append("\(arrival.relative): \(refusal.remedy)")
    }
    try intake.lookAround()
    #expect(try intake.claimBatch().isEmpty)
    #expect(noted == ["1.txt: split it, or raise limits.file_bytes"])
    #expect(bench.folder.names(in: "refused") == ["1.txt", "1.txt.reason"])
  }
}
