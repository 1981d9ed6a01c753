import Foundation
import Glibc
import Testing

extension EndToEnd {
  @Suite("Odd names and ways in")
  struct OddNamesTests {
    private static let longest = String(repeating: "x", count: 251) + ".txt"

    @Test("a refused file with a name of 255 bytes has its reason beside it")
    func longNameRefused() async throws {
      let workspace = try Workspace()
      try workspace.drop([0xFF], as: OddNamesTests.longest)
      try workspace.drop("id: good\n\ngood", as: "good.txt")
      try await workspace.drain()
      let names = workspace.names(in: "refused")
      // It is cut, so that the reason can have the same name and an ending.
      let cut = try #require(names.first { $0.hasPrefix("xxx") && $0.hasSuffix(".txt") })
      workspace.check(names == [cut, cut + ".reason"], "refused: \(names)")
      let stored = try await workspace.rows(StoredRow.self, "group", "--json").map(\.id)
      workspace.check(stored == ["good"], "stored: \(stored)")
    }

    @Test("a name of 255 bytes that comes twice a day holds nothing up")
    func longNameTwice() async throws {
      let workspace = try Workspace()
      let daemon = try workspace.serve()
      for number in 1...3 {
        try workspace.drop("id: long-\(number)\n\ntext \(number)", as: OddNamesTests.longest)
        let taken = try await eventually(within: .seconds(10)) { workspace.isDrained }
        workspace.check(taken, "delivery \(number) is stuck: \(daemon.errors)")
      }
      try await workspace.stop(daemon)
    }

    @Test("refused files whose names are not text keep a reason each")
    func namesThatAreNoText() async throws {
      let workspace = try Workspace()
      for byte: UInt8 in [0xFE, 0xFF] {
        try workspace.drop("", asBytes: [byte] + Array(".txt".utf8))
      }
      try await workspace.drain()
      let names = workspace.names(in: "refused")
      workspace.check(names.count { $0.hasSuffix(".reason") } == 2, "refused: \(names)")
    }

    /// Drops a story into a folder of the inbox; neither name is text.
    private func dropUnnamed(into workspace: Workspace) throws {
      let folder = Array("\(workspace.path)/inbox/out".utf8) + [0xE9, 0]
      let code = folder.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { folder in
        folder.baseAddress.map { mkdir($0, 0o755) } ?? -1
      }
      workspace.check(code == 0, "can't make a folder: \(errno)")
      for byte: UInt8 in [0xE9, 0xE8] {
        let name = Array("out".utf8) + [0xE9] + Array("/caf".utf8) + [byte] + Array(".txt".utf8)
        try workspace.drop("The mill burned \(byte).", asBytes: name)
      }
    }

    @Test("files and folders whose names are not UTF-8 are read by commands, names repaired")
    func namesReadByCommands() async throws {
      let workspace = try Workspace()
      try dropUnnamed(into: workspace)
      let grouped = try await workspace.run("group", "inbox", "--json")
      workspace.check(grouped.ending == .exit(0), "\(grouped)")
      let rows = grouped.lines.map(JSONShape.object)
      workspace.check(rows.count == 2, grouped.output)
      // Repaired, both have one name, and so go by their paths.
      let path = "inbox/out\u{FFFD}/caf\u{FFFD}.txt"
      for (field, name) in [("id", path), ("outlet", "out\u{FFFD}")] {
        workspace.check(rows.allSatisfy { $0[field] as? String == name }, "\(rows)")
      }
      let read = try await workspace.run("read", "inbox", "--json")
      workspace.check(read.ending == .exit(0) && read.lines.count == 2, "\(read)")
      for path in [#"inbox/out\351"#, #"inbox/out\351/caf\350.txt"#] {
        let child = try Child(
          ["group", "--json"], in: workspace.path, redirection: "\"$(printf '\(path)')\"")
        let ending = try await child.ending()
        let count = child.output.split(separator: "\n").count
        workspace.check(
          ending == .exit(0) && count == (path.hasSuffix("txt") ? 1 : 2),
          "\(path): \(ending), \(child.output) \(child.errors)")
      }
      let child = try Child(
        ["group"], in: workspace.path, redirection: "\"$(printf 'inbox/none\\351')\"")
      let ending = try await child.ending()
      workspace.check(
        ending == .exit(66) && child.errors.contains("there is no such file"), child.errors)
    }

    @Test("a refused file is not overwritten by the reason of another")
    func reasonOverFile() async throws {
      let workspace = try Workspace()
      let daemon = try workspace.serve()
      for (name, bytes) in [("a.txt.reason", [0xFF, 0x01] as [UInt8]), ("a.txt", [0xFF, 0x02])] {
        try workspace.drop(bytes, as: name)
        workspace.check(try await eventually { workspace.isDrained }, daemon.errors)
      }
      try await workspace.stop(daemon)
      let contents = workspace.names(in: "refused").map {
        FileManager.default.contents(atPath: "\(workspace.path)/refused/\($0)")
      }
      for bytes in [[0xFF, 0x01] as [UInt8], [0xFF, 0x02]] {
        workspace.check(contents.contains(Data(bytes)), "\(bytes) is gone")
      }
    }

    @Test("a file that is linked into the inbox is taken while the daemon runs")
    func linkedIn() async throws {
      let workspace = try Workspace()
      let daemon = try workspace.serve()
      _ = try await eventually { daemon.errors.contains("started:") }
      let staged = try workspace.write("id: linked\n\nlinked in", to: "staging/linked.txt")
      workspace.check(link(staged, "\(workspace.path)/inbox/linked.txt") == 0, "can't link")
      let taken = try await eventually(within: .seconds(10)) { workspace.isDrained }
      workspace.check(taken, "it still lies in the inbox: \(daemon.errors)")
      try await workspace.stop(daemon)
    }

    @Test("a sub-folder that may not be read is said once and holds nothing else up")
    func unreadableFolder() async throws {
      let workspace = try Workspace()
      try workspace.drop("id: held\n\nheld", as: "closed/held.txt")
      if Workspace.isRoot { try workspace.giveAway() }
      let closed = "\(workspace.path)/inbox/closed"
      workspace.check(chmod(closed, 0) == 0, "can't change a mode")
      let daemon = try workspace.serve(unprivileged: Workspace.isRoot)
      let said = try await eventually { daemon.errors.contains("the rest of the inbox goes on") }
      workspace.check(said, "nothing was said: \(daemon.errors)")
      try workspace.drop("id: other\n\nother", as: "open.txt")
      let wentOn = try await eventually {
        workspace.names(in: "done").contains { $0.hasSuffix("open.txt") }
      }
      workspace.check(wentOn, "the other folder is held up")
      workspace.check(chmod(closed, 0o755) == 0, "can't change a mode")
      workspace.check(try await eventually { workspace.isDrained }, "it doesn't go on")
      let lines = daemon.errors.split(separator: "\n").filter { $0.contains("goes on") }
      workspace.check(lines.count == 1, "said more than once: \(lines)")
      try await workspace.stop(daemon)
    }

    @Test("status tells how many files can be neither read nor moved, and what is wrong with one")
    func stuckFile() async throws {
      let workspace = try Workspace()
      try workspace.drop("id: stuck\n\nstuck", as: "feed/stuck.txt")
      if Workspace.isRoot { try workspace.giveAway() }
      let feed = "\(workspace.path)/inbox/feed"
      workspace.check(chmod(feed, 0o555) == 0, "can't change a mode")
      let daemon = try workspace.serve(unprivileged: Workspace.isRoot)
      _ = try await eventually { daemon.errors.contains("stuck.txt") }
      var status: [String: Any] = [:]
      let deadline = ContinuousClock.now + .seconds(20)
      repeat {
        let row = JSONShape.object(try await workspace.run("status", "--json").output)
        status = row["daemon"] as? [String: Any] ?? [:]
      } while status["stuck_in_inbox"] as? Int != 1 && ContinuousClock.now < deadline
      workspace.check(status["stuck_in_inbox"] as? Int == 1, "\(status)")
      workspace.check(status["stuck_in_work"] as? Int == 0, "\(status)")
      let problem = status["stuck_problem"] as? String ?? ""
      workspace.check(problem.contains("feed/stuck.txt"), problem)
      let shown = try await workspace.run("status").output
      workspace.check(shown.contains("1 file in the inbox, 0 in work"), shown)
      workspace.check(chmod(feed, 0o755) == 0, "can't change a mode")
      try await workspace.stop(daemon)
    }
  }
}
