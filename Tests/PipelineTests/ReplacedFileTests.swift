import Foundation
import Inbox
import Pipeline
import Stories
import SystemPackage
import TestSupport
import Testing

/// A deliverer may rename a new version over a file at any moment.
@Suite struct ReplacedFileTests {
  @Test("a file that is replaced after it was opened and before it was claimed is read")
  func certainRace() throws {
    let bench = Bench()
    let folder = bench.folder
    let isReplaced = Flag()
    let door = AskingFileDoor { call, path throws(FileError) in
      guard call == .rename, path == folder.path.appending("in/o/x.txt"),
        !isReplaced.set()
      else { return }
      try? folder.write("id: new\n\nWhat the newer file says.", to: "stage/x.txt")
      try AppendFile.replace(folder.path.appending("stage/x.txt"), with: path)
    }
    let ingest = try bench.ingest(door: door)
    try folder.write("id: old\n\nWhat the older file said.", to: "in/o/x.txt")
    ingest.settle()
    #expect(isReplaced.isSet)
    #expect(try bench.groups() == [["new"]])
    #expect(folder.names(in: "in").isEmpty && folder.names(in: "work").isEmpty)
    #expect(folder.names(in: "done").count == 1)
  }

  @Test("however fast one file is replaced, whatever ends in done was read")
  func manyRaces() async throws {
    let bench = Bench()
    let folder = bench.folder
    let ingest = try bench.ingest()
    let count = Tier.isShort ? 400 : 3000
    let isOver = Flag()
    let writer = Task.detached { [folder] in
      for number in 0..<count {
        try folder.write("id: v\(number)\n\nVersion \(number) of \(count).", to: "stage.txt")
        try FileManager.default.createDirectory(
          atPath: "\(folder.path)/in/o", withIntermediateDirectories: true)
        try AppendFile.replace(
          folder.path.appending("stage.txt"), with: folder.path.appending("in/o/x.txt"))
      }
    }
    let watcher = Task {
      defer { isOver.set() }
      try await writer.value
    }
    while !isOver.isSet {
      _ = ingest.step()
      await Task.yield()
    }
    try await watcher.value
    ingest.settle()
    let stored = try bench.groups().reduce(into: Set<String>()) { $0.formUnion($1) }
    let taken = try folder.names(in: "done").map { name in
      try folder.read("done/\(name)").split(separator: "\n")[0].dropFirst("id: ".count)
    }
    #expect(taken.contains("v\(count - 1)"))
    let unread = taken.filter { !stored.contains(String($0)) }
    #expect(unread.isEmpty, "\(unread.count) of \(taken.count) were never read")
    #expect(folder.names(in: "in").isEmpty && folder.names(in: "work").isEmpty)
  }
}
