import Foundation
import Inbox
import Stories
import SystemPackage
import TestSupport
import Testing

/// Finding a place for a file in `done` and `refused`.
@Suite struct PlaceTests {
  private let folder = FreshFolder()

  private var inbox: Inbox<SystemFileDoor> { folder.inbox }

  private func moveToDone(_ name: String) throws {
    try folder.write("text", to: "work/\(name)")
    try inbox.moveToDone(
      Arrival(relative: FilePath(name), modified: Instant(milliseconds: 0)), day: "day")
  }

  @Test("there is no end to files of one name, and the next number is found among gaps")
  func manyOfOneName() throws {
    try folder.write("", to: "done/day/a.txt")
    for number in 2...10_000 {
      let path = "\(folder.path)/done/day/a~\(number).txt"
      try #require(FileManager.default.createFile(atPath: path, contents: nil))
    }
    try moveToDone("a.txt")
    #expect(try folder.read("done/day/a~10001.txt") == "text")
    try FileManager.default.removeItem(atPath: "\(folder.path)/done/day/a~7.txt")
    try moveToDone("a.txt")
    #expect(folder.names(in: "done/day").count == 10_001)
  }

  @Test("a folder that stands where the reason belongs is neither replaced nor in the way")
  func folderAtReason() throws {
    for name in ["news.reason/bad.txt", "news"] {
      try folder.write("x", to: "work/\(name)")
      try inbox.refuse(FilePath(name), claimed: true, reason: "no")
    }
    #expect(
      folder.names(in: "refused") == [
        "news.reason/bad.txt", "news.reason/bad.txt.reason", "news~2", "news~2.reason",
      ])
    #expect(folder.names(in: "work").isEmpty)
  }

  @Test("a small file that can't get its name leaves nothing behind")
  func failedWrite() throws {
    try folder.write("x", to: "taken/inside")
    #expect(throws: FileError.self) {
      try SystemFileDoor().write("text", to: folder.path.appending("taken"))
    }
    #expect(folder.names() == ["taken/inside"])
  }

  @Test("a file that stands where the day's folder belongs is not in the way")
  func fileAtDay() throws {
    try folder.write("mine", to: "done/day")
    try moveToDone("o/a.txt")
    #expect(folder.names(in: "done") == ["day", "~2/day/o/a.txt"])
  }
}
