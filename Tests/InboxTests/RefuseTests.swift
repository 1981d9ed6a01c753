import Foundation
import Inbox
import Stories
import Synchronization
import SystemPackage
import TestSupport
import Testing

@Suite("Refusing many things at once") struct RefuseTests {
  private typealias Call = AskingFileDoor.Call

  /// The calls that were made.
  private final class Calls: Sendable {
    let made = Mutex<[Call]>([])
  }

  private let folder = FreshFolder()
  private let calls = Calls()

  /// Refuses files of work by their names. Returns what came of each.
  private func refuse(
    _ names: [String], failing: @escaping @Sendable (Call, FilePath) -> Bool = { _, _ in false }
  ) throws -> [FileError?] {
    let door = AskingFileDoor { [calls] call, path throws(FileError) in
      calls.made.withLock { $0.append(call) }
      if failing(call, path) { throw .full(path) }
    }
    let inbox = Inbox(folder.inboxFolders, door: door, limits: Limits())
    try inbox.folders.make(through: SystemFileDoor())
    for name in names { try folder.write("words of \(name)", to: "work/\(name)") }
    var ends = [FileError??](repeating: nil, count: names.count)
    inbox.refuse(
      names.map { RefusedEntry(FilePath($0), claimed: true, reason: "why \($0)") }
    ) { position, error in
      #expect(ends[position] == nil, "\(names[position]) ends twice")
      ends[position] = .some(error)
    }
    return try ends.map { try #require($0) }
  }

  /// The files in `refused` that have a reason beside them, by what stands in both.
  private func reasons() throws -> [String: String] {
    let names = folder.names(in: "refused")
    return try names.filter { names.contains($0 + ".reason") }.reduce(into: [:]) {
      $0[try folder.read("refused/\($1)")] = try folder.read("refused/\($1).reason")
    }
  }

  @Test("each folder is made durable once, when all reasons are written and nothing is moved")
  func onceAFolder() throws {
    let names = (1...40).map { "npa/\($0).txt" } + (1...40).map { "\($0).txt" }
    #expect(try refuse(names).allSatisfy { $0 == nil })
    #expect(folder.names(in: "work").isEmpty && folder.names(in: "refused").count == 160)
    let made = calls.made.withLock { $0 }.filter { [.write, .sync, .rename].contains($0) }
    #expect(made.count { $0 == .sync } == 2)
    let (sync, write) = (made.firstIndex(of: .sync), made.lastIndex(of: .write))
    #expect(try #require(write) < #require(sync))
    #expect(try #require(sync) < #require(made.firstIndex(of: .rename)))
  }

  @Test("while a folder can't be made durable nothing is moved into it, and what goes elsewhere is")
  func failingSync() throws {
    let ends = try refuse(["npa/a.txt", "b.txt", "npa/c.txt"]) { call, path in
      call == .sync && path.lastComponent == "npa"
    }
    #expect(ends.map { $0 == nil } == [false, true, false])
    #expect(folder.names(in: "work") == ["npa/a.txt", "npa/c.txt"])
    #expect(folder.names(in: "refused") == ["b.txt", "b.txt.reason"])
  }

  @Test("a reason that can't be written holds back its own file alone")
  func failingWrite() throws {
    let ends = try refuse(["a.txt", "b.txt"]) { call, path in
      call == .write && path.lastComponent == "a.txt.reason"
    }
    #expect(ends[0] != nil && ends[1] == nil)
    #expect(folder.names(in: "work") == ["a.txt"])
    #expect(folder.names(in: "refused") == ["b.txt", "b.txt.reason"])
  }

  @Test(
    "each has its own reason, whatever names they have",
    arguments: [
      ["a.txt", "a.txt.reason", "a.txt.reason.reason"],
      ["a.txt.reason.reason", "a.txt.reason", "a.txt"],
      ["a.txt.reason", "a.txt", "a.txt.reason.reason"],
      ["1", "2"].map { String(repeating: "x", count: 250) + $0 },
    ])
  func names(_ names: [String]) throws {
    #expect(try refuse(names).allSatisfy { $0 == nil })
    #expect(
      folder.names(in: "work").isEmpty && folder.names(in: "refused").count == names.count * 2)
    let reasons = try reasons()
    for name in names { #expect(reasons["words of \(name)"] == "why \(name)\n") }
  }

  @Test("what is gone meanwhile ends as vanished and leaves no reason")
  func gone() throws {
    let path = folder.path.appending("work/a.txt")
    let ends = try refuse(["a.txt", "b.txt"]) { call, found in
      if call == .sync { try? FileManager.default.removeItem(atPath: path.string) }
      return false
    }
    guard case .vanished? = ends[0] else { return #expect(Bool(false), "\(ends)") }
    #expect(ends[1] == nil && folder.names(in: "refused") == ["b.txt", "b.txt.reason"])
  }
}
