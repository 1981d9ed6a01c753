import Foundation
import Inbox
import Stories
import SystemPackage
import TestSupport
import Testing

@Suite("Paths in the archive") struct ArchivePathTests {
  private let folder = FreshFolder()

  private var inbox: Inbox<SystemFileDoor> { folder.inbox }

  private static let names = ["a.txt", "ledger/a.txt", "~2/a.txt", "~1/~3/a.txt", "~x/a.txt", "~2"]

  @Test(
    "what is put away is read back as it arrived, whatever folder it had to go to",
    arguments: names, [false, true])
  func roundTrip(_ name: String, isBlocked: Bool) throws {
    let day = "2026-11-30"
    if isBlocked {
      try folder.write("in the way", to: "done/\(day)")
      try folder.write("in the way", to: "refused/\(name.split(separator: "/")[0])")
    }
    for _ in 0..<2 {
      try folder.write("text", to: "work/\(name)")
      try inbox.moveToDone(
        Arrival(relative: FilePath(name), modified: Instant(milliseconds: 0)), day: day)
      try folder.write("text", to: "work/\(name)")
      try inbox.refuse(FilePath(name), claimed: true, reason: "no")
    }
    let done = try folder.names(in: "done").filter { try folder.read("done/\($0)") == "text" }
      .compactMap { ArchivePath(done: FilePath($0)) }
    let refused = try folder.names(in: "refused").filter {
      try folder.read("refused/\($0)") == "text"
    }.map { ArchivePath(refused: FilePath($0)) }
    #expect(done.count == 2 && refused.count == 2)
    #expect(done.allSatisfy { $0.day == day })
    let folders = FilePath(name).removingLastComponent()
    for path in done + refused {
      #expect(path.arrival.removingLastComponent() == folders, "\(path.relative)")
    }
    #expect(done.contains { $0.arrival == FilePath(name) })
  }

  @Test("what stands in done without a day is nobody's")
  func foreign() {
    #expect(ArchivePath(done: FilePath("a.txt")) == nil)
    #expect(ArchivePath(done: FilePath("~2/a.txt")) == nil)
    #expect(ArchivePath(done: FilePath("2026-11-30/a.txt"))?.arrival == FilePath("a.txt"))
  }
}
