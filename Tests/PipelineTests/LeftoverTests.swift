import Foundation
import Inbox
import Pipeline
import Store
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

  @Test("a folder in work that can't be listed holds up nothing, and is read once it can be")
  func shutFolder() throws {
    let (isFree, clock) = (Flag(), HandMovedClock(start: 1_772_440_000_000))
    let shut = bench.folder.path.appending("work/a")
    let door = AskingFileDoor { call, path throws(FileError) in
      if call == .list, path == shut, !isFree.isSet { throw .forbidden(path) }
    }
    try bench.folder.write("id: left\n\nA story that was left.", to: "work/a/w.txt")
    try bench.folder.write("id: good\n\nAnother, with its own words.", to: "in/x.txt")
    let ingest = try bench.ingest(door: door) { clock.now }
    ingest.settle(steps: 20)
    #expect(try bench.reader().counts().stories == 1)
    isFree.set()
    clock.advance(by: 31_000)
    ingest.settle(steps: 20)
    #expect(try bench.reader().counts().stories == 2)
    #expect(bench.folder.names(in: "work").isEmpty)
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
