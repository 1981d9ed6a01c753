import Foundation
import Inbox
import Stories
import SystemPackage
import TestSupport
import Testing

@Suite struct FileTimeTests {
  @Test("a file whose time is beyond all calendars is found, and its time is held at the end")
  func endOfTime() throws {
    // Memory file systems keep such times; others cut them.
    let path = "/dev/shm/copytaster-test-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, seconds) in [("late", 922_337_203_685_477_580), ("early", -922_337_203_685_477_580)]
    {
      try #require(FileManager.default.createFile(atPath: "\(path)/\(name)", contents: nil))
      var times = [timespec(), timespec(tv_sec: seconds, tv_nsec: 0)]
      #expect(utimensat(AT_FDCWD, "\(path)/\(name)", &times, 0) == 0)
    }
    var sweeper = Sweeper(FilePath(path), settle: .seconds(2), depth: 1)
    let start = ContinuousClock.now
    for (now, wall) in [
      (start, Instant(milliseconds: -5)), (start + .seconds(9), Instant(milliseconds: 5)),
    ] {
      let findings = sweeper.sweep(through: SystemFileDoor(), now: now, wall: wall)
      #expect(findings.ready.first?.relative == "early")
      #expect(findings.ready.count + findings.unsettled == 2)
    }
  }
}
