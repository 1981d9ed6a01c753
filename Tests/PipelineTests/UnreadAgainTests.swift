import Foundation
import Inbox
import Pipeline
import Store
import SystemPackage
import TestSupport
import Testing

/// What nobody reads is told whenever it is sent, however often.
@Suite struct UnreadAgainTests {
  private let bench = Bench()
  private static let modified = Date(timeIntervalSince1970: 1_772_000_000)

  /// A door at which one file may be moved and not read.
  private func ingest() throws -> Ingest<AskingFileDoor> {
    let path = bench.folder.path.appending("in/shut.txt")
    return try bench.ingest(
      door: AskingFileDoor { call, found throws(FileError) in
        if call == .read, found == path { throw .forbidden(path) }
      })
  }

  /// Sends what nobody reads: the same each time, as rsync does.
  private func send(_ name: String) throws {
    let path = "\(bench.folder.path)/in/\(name)"
    if name == "link" {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere")
    } else {
      try bench.folder.write("A story that nobody may read.", to: "in/\(name)")
      try FileManager.default.setAttributes(
        [.modificationDate: Self.modified], ofItemAtPath: path)
    }
  }

  private func refusals() throws -> Int { try bench.reader().counts().refusals }

  @Test(
    "what was refused unread and is sent again is told again, after a restart too",
    arguments: ["shut.txt", "link"])
  func sentAgain(name: String) throws {
    let first = try ingest()
    try send(name)
    first.settle()
    #expect(try refusals() == 1)
    let second = try ingest()
    second.settle()
    try send(name)
    second.settle()
    #expect(try refusals() == 2)
    #expect(bench.folder.names(in: "in").isEmpty)
  }

  @Test(
    "what was noted as refused before a crash and has not settled when the next run begins is told once"
  )
  func unsettledAtStart() throws {
    var bench = bench
    let path = bench.folder.path.appending("in/shut.txt")
    try bench.folder.write("A story that nobody may read.", to: "in/shut.txt")
    // By the clock of these runs it is of tomorrow.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_772_600_000)], ofItemAtPath: path.string)
    let crashing = AskingFileDoor { call, found throws(FileError) in
      if [.read, .rename].contains(call), found == path { throw .forbidden(path) }
    }
    try bench.ingest(door: crashing).settle()
    #expect(try refusals() == 1 && bench.folder.names(in: "in") == ["shut.txt"])
    bench.options.settle = .milliseconds(20)
    let next = try bench.ingest(
      door: AskingFileDoor { call, found throws(FileError) in
        if call == .read, found == path { throw .forbidden(path) }
      })
    #expect(next.step() == .settling)
    for _ in 0..<1000 where !bench.folder.names(in: "in").isEmpty {
      _ = next.step()
      Thread.sleep(forTimeInterval: 0.005)
    }
    #expect(bench.folder.names(in: "refused") == ["shut.txt", "shut.txt.reason"])
    #expect(try refusals() == 1)
  }

  @Test(
    "what was noted as refused before a crash in a folder that can't be listed at first is told once"
  )
  func unlistedAtStart() throws {
    let path = bench.folder.path.appending("in/npa")
    try bench.folder.write("Left alone.", to: "in/npa/.hidden")
    try FileManager.default.createSymbolicLink(
      atPath: path.appending("link").string, withDestinationPath: "/nowhere")
    let crashing = AskingFileDoor { call, found throws(FileError) in
      if call == .rename, found == path.appending("link") { throw .forbidden(path) }
    }
    try bench.ingest(door: crashing).settle()
    #expect(try refusals() == 1)
    let isOpen = Flag()
    let next = try bench.ingest(
      door: AskingFileDoor { call, found throws(FileError) in
        if call == .list, found == path, !isOpen.isSet { throw .failed("opendir", path, .ioError) }
      })
    next.settle()
    isOpen.set()
    next.settle()
    #expect(try bench.folder.isThere("refused/npa/link") && refusals() == 1)
  }
}
