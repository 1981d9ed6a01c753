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

  @Test("a leftover is read again however deep it stands, and what is no file is refused")
  func deepLeftover() throws {
    var bench = bench
    bench.options.limits.folderDepth = 1
    try bench.folder.write("id: deep\n\nA story far down.", to: "work/a/b/c/w.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(bench.folder.path)/work/a/link", withDestinationPath: "/nowhere")
    try bench.ingest().settle()
    #expect(try bench.groups() == [["deep"]])
    #expect(try bench.folder.read("refused/a/link.reason").contains("a symbolic link"))
    #expect(try !bench.folder.isThere("work/a/link"))
  }

  @Test("a file is taken that has the name of folders which earlier files left in work")
  func fileAfterFolders() throws {
    let ingest = try bench.ingest()
    try bench.folder.write("id: inside\n\nA story inside.", to: "in/x/y/z.txt")
    ingest.settle()
    try FileManager.default.removeItem(atPath: "\(bench.folder.path)/in/x")
    try bench.folder.write("id: file\n\nThe story of the file.", to: "in/x")
    ingest.settle()
    #expect(try bench.groups() == [["inside"], ["file"]])
    #expect(bench.folder.names(in: "in").isEmpty)
  }
}
