import Foundation
import Inbox
import Pipeline
import Stories
import SystemPackage
import TestSupport
import Testing

/// What is left in work by accident is found again.
@Suite struct LeftoverTests {
  private let bench = Bench()

  @Test("a file that changes while it is read is found again though its folder is gone")
  func goneFolder() throws {
    let folder = bench.folder
    let isDone = Flag()
    let door = AskingFileDoor { call, path in
      guard call == .renamed, path.lastComponent == "x.txt",
        !isDone.set()
      else { return }
      try? folder.write("id: x\n\nWhat it says in the end.", to: "work/o/x.txt")
      try? FileManager.default.removeItem(atPath: "\(folder.path)/in/o")
    }
    let ingest = try bench.ingest(door: door)
    try folder.write("id: x\n\nWhat", to: "in/o/x.txt")
    ingest.settle()
    #expect(isDone.isSet)
    #expect(try bench.groups() == [["x"]])
    #expect(folder.names(in: "work").isEmpty && folder.names(in: "done").count == 1)
  }
}
