import Foundation
import Glibc
import Testing

extension EndToEnd {
  @Suite("Inputs of batch commands")
  struct BatchInputTests {
    private static let line = #"{"id": "piped", "text": "The mill burned down on Tuesday night."}"#
    private static let commands = [["group", "--json"], ["relate"], ["boilerplate", "mark"]]

    private func run(
      _ arguments: [String], in workspace: Workspace, unprivileged: Bool = false,
      redirection: String? = nil
    ) async throws -> Workspace.Finished {
      let child = try Child(
        arguments, in: workspace.path, unprivileged: unprivileged, redirection: redirection)
      let ending = try await child.ending()
      return Workspace.Finished(ending: ending, output: child.output, errors: child.errors)
    }

    @Test(
      "a link to a file in a folder is read; other odd entries are refused by name, the rest taken",
      arguments: Self.commands)
    func oddEntries(command: [String]) async throws {
      let workspace = try Workspace(more: "limits:\n  folder_depth: 1")
      let store = try workspace.write("id: linked\n\nThe bridge closed.", to: "annex/object")
      try workspace.write("id: plain\n\nThe mill burned.", to: "wire/plain.txt")
      try workspace.write("id: deep\n\nToo deep.", to: "wire/a/b/deep.txt")
      let wire = "\(workspace.path)/wire"
      for (target, name) in [(store, "link.txt"), ("none", "gone.txt"), (wire, "loop")] {
        workspace.check(symlink(target, "\(wire)/\(name)") == 0, "can't make a symbolic link")
      }
      workspace.check(mkfifo("\(wire)/pipe", 0o666) == 0, "can't make a named pipe")
      for name in ["x.tmp", "y.part", ".z"] { try workspace.write("no", to: "wire/\(name)") }
      let found = try await run(
        command + ["wire", "-c", "copytaster.yaml"], in: workspace)
      workspace.check(found.ending == .exit(66), "\(found)")
      for words in [
        "refused wire/gone.txt: this is a symbolic link to nothing",
        "refused wire/loop: this is a symbolic link to a folder",
        "refused wire/pipe: this is a named pipe",
        "refused wire/a/b: this is a folder nested deeper than limits.folder_depth (1)",
        "3 names were left alone in folders",
      ] {
        workspace.check(found.errors.contains(words), "\(words): \(found.errors)")
      }
      if command == ["group", "--json"] {
        workspace.check(
          found.lines.map { JSONShape.object($0)["id"] as? String } == ["linked", "plain"],
          found.output)
      }
    }

    @Test("files of one name in several folders go by their paths, and others by their names")
    func oneName() async throws {
      let workspace = try Workspace()
      let text = "The mill on the north bank burned down on Tuesday night, and nobody was hurt."
      for path in ["01/000.txt", "02/000.txt", "02/001.txt"] {
        try workspace.write(text, to: "wire/2020/\(path)")
      }
      let grouped = try await run(["group", "wire", "--json"], in: workspace)
      let ids = grouped.lines.compactMap { JSONShape.object($0)["id"] as? String }
      workspace.check(
        Set(ids) == ["wire/2020/01/000.txt", "wire/2020/02/000.txt", "001"], grouped.output)
      let related = try await run(["relate", "wire", "--json"], in: workspace)
      workspace.check(
        related.lines.allSatisfy { line in
          let row = JSONShape.object(line)
          return row["a"] as? String != row["b"] as? String
        } && !related.lines.isEmpty, related.output)
    }

    @Test(
      "standard input is read as - and by its path, from a pipe too",
      arguments: ["-", "/dev/stdin"])
    func pipes(name: String) async throws {
      let workspace = try Workspace()
      let here = "<<'END'\n\(Self.line)\nEND\n"
      for command in Self.commands + [["read"]] {
        let found = try await run(command + [name], in: workspace, redirection: here)
        workspace.check(found.ending == .exit(0), "\(command): \(found)")
        let told = command == ["relate"] ? "0 pairs of 1 story" : "mill burned down"
        let isTold = found.output.contains(told) || found.output.contains("piped")
        workspace.check(isTold, "\(command): \(found.output)")
      }
      try workspace.write(
        Self.line + "\n" + Self.line.replacing("piped", with: "other"), to: "stories.jsonl")
      let pairs = try await run(
        ["relate", "stories.jsonl", "--json", "--pairs", name], in: workspace,
        redirection: "<<'END'\n{\"a\": \"piped\", \"b\": \"other\"}\nEND\n")
      workspace.check(pairs.ending == .exit(0) && pairs.lines.count == 1, "\(pairs)")
    }

    @Test("a file that may not be read is refused with the system's words and the others are taken")
    func locked() async throws {
      let workspace = try Workspace()
      try workspace.write("id: open\n\nThe mill burned.", to: "wire/open.txt")
      let path = try workspace.write("id: locked\n\nLocked.", to: "wire/locked.txt")
      workspace.check(chmod(path, 0) == 0, "can't change a mode")
      if Workspace.isRoot { try workspace.giveAway() }
      for inputs in [["wire"], ["wire/locked.txt", "wire/open.txt"]] {
        let found = try await run(
          ["group", "--json"] + inputs, in: workspace, unprivileged: Workspace.isRoot)
        workspace.check(found.ending == .exit(66) && found.lines.count == 1, "\(found)")
        workspace.check(
          found.errors.contains("refused wire/locked.txt: it can't be read: Permission denied"),
          found.errors)
      }
    }

    @Test("an input of which nothing is a story ends with 66 and a way out")
    func nothing() async throws {
      let workspace = try Workspace()
      try workspace.write(
        #"{"uri": "urn:p1", "type": "picture", "headline": "A bridge"}"#, to: "picture.json")
      try workspace.write(Self.line, to: "story.jsonl")
      for command in Self.commands + [["read"]] {
        let alone = try await run(command + ["picture.json"], in: workspace)
        workspace.check(alone.ending == .exit(66), "\(command): \(alone)")
        let said = command == ["read"] ? alone.output : alone.errors
        workspace.check(said.contains("picture"), said)
        let beside = try await run(command + ["picture.json", "story.jsonl"], in: workspace)
        workspace.check(beside.ending == .exit(0), "\(command): \(beside)")
      }
    }

    @Test("markup that no reader knows is refused beside stories, and ends with 66")
    func unknownMarkup() async throws {
      let workspace = try Workspace()
      try workspace.write("<DOC>\n<TEXT>\nThe mill burned.\n</TEXT>\n</DOC>\n", to: "doc.xml")
      try workspace.write("<Harlow Mill Ltd> said its mill burned down.\n", to: "story.txt")
      let found = try await run(["group", "doc.xml", "story.txt", "--json"], in: workspace)
      workspace.check(found.ending == .exit(66) && found.lines.count == 1, "\(found)")
      let reason = "refused doc.xml: line 1: this is markup"
      workspace.check(found.errors.contains(reason), found.errors)
    }

    @Test("a folder in which there is nothing to read ends with 66 and is named")
    func emptyFolder() async throws {
      let workspace = try Workspace()
      try workspace.write("no", to: "half/a.tmp")
      try workspace.write(Self.line, to: "story.jsonl")
      for command in Self.commands + [["read"]] {
        let empty = try await run(command + ["staging", "half"], in: workspace)
        workspace.check(empty.ending == .exit(66), "\(command): \(empty)")
        for words in ["no file to read in staging, half", "1 name was left alone"] {
          workspace.check(empty.errors.contains(words), "\(command): \(empty.errors)")
        }
        let beside = try await run(command + ["staging", "story.jsonl"], in: workspace)
        workspace.check(beside.ending == .exit(0), "\(command): \(beside)")
      }
    }

    @Test("a file that is named twice is read once, and two links to a file are two")
    func namedTwice() async throws {
      let workspace = try Workspace()
      let path = try workspace.write(Self.line, to: "wire/a.jsonl")
      workspace.check(symlink("wire", "\(workspace.path)/same") == 0, "can't make a link")
      let found = try await run(
        ["group", "--json", "wire/a.jsonl", "wire", "same/a.jsonl", path], in: workspace)
      workspace.check(found.ending == .exit(0) && found.lines.count == 1, "\(found)")
      let said = "wire/a.jsonl is named more than once and read once, as are 2 more files"
      workspace.check(found.errors.contains(said), found.errors)
      for name in ["b.jsonl", "c.jsonl"] {
        workspace.check(symlink(path, "\(workspace.path)/wire/\(name)") == 0, "can't make a link")
      }
      let links = try await run(["group", "--json", "wire"], in: workspace)
      workspace.check(links.lines.count == 3 && links.errors.isEmpty, "\(links)")
    }

    @Test("limits of the configuration hold for marking boilerplate")
    func marking() async throws {
      let workspace = try Workspace(more: "limits:\n  line_bytes: 1024")
      try workspace.write(
        #"{"id": "long", "text": "\#(String(repeating: "mill ", count: 400))"}"#, to: "a.jsonl")
      for arguments in [["a.jsonl"], ["a.jsonl", "-c", "copytaster.yaml"]] {
        let found = try await run(["boilerplate", "mark"] + arguments, in: workspace)
        workspace.check(
          found.ending == .exit(66) && found.errors.contains("limits.line_bytes (1024)"), "\(found)"
        )
      }
    }

    @Test("orders are said to be left out of pairs as they are of groups")
    func orders() async throws {
      let workspace = try Workspace()
      try workspace.write(
        #"{"id": "k1", "outlet": "o", "status": "killed", "text": ""}"# + "\n" + Self.line,
        to: "a.jsonl")
      for (command, place) in [("group", "in no group"), ("relate", "in no pair")] {
        let found = try await workspace.run(command, "a.jsonl")
        workspace.check(
          found.ending == .exit(0)
            && found.errors.contains("orders to kill, hold or release stories are \(place)")
            && found.errors.contains("k1"), found.errors)
      }
      let clean = try await workspace.run("boilerplate", "mark", "a.jsonl", "--clean", "--json")
      workspace.check(
        clean.lines.count == 1 && clean.errors.contains("stories are left out"), "\(clean)")
    }

    @Test("where more is refused than is listed, read is named and lists all of a folder")
    func manyRefused() async throws {
      let workspace = try Workspace()
      for number in 10..<22 { try workspace.write("", to: "wire/ledger/\(number).txt") }
      try workspace.write("id: a\n\nThe mill burned.", to: "wire/ledger/a.txt")
      let grouped = try await workspace.run("group", "wire")
      workspace.check(
        grouped.errors.contains("2 more refused; 'copytaster read' lists all"), grouped.errors)
      let read = try await workspace.run("read", "wire", "--json")
      let rows = read.lines.map(JSONShape.object)
      workspace.check(
        read.ending == .exit(66) && rows.count { $0["outcome"] as? String == "refused" } == 12,
        "\(read)")
      workspace.check(rows.last?["outlet"] as? String == "ledger", read.output)
    }

    @Test("ties are written through a link, and where they can't be the groups are still printed")
    func ties() async throws {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: " ")
      for name in ["a", "b"] { try workspace.write(text + " \(name)", to: "wire/\(name).txt") }
      try workspace.write("old", to: "kept.jsonl")
      workspace.check(symlink("kept.jsonl", "\(workspace.path)/ties") == 0, "can't link")
      let written = try await workspace.run("group", "wire", "--json", "--ties", "ties")
      workspace.check(written.ending == .exit(0), written.errors)
      let row = JSONShape.object(workspace.text("kept.jsonl"))
      workspace.check(
        [row["a"], row["b"]].compactMap { $0 as? String }.sorted() == ["a", "b"], "\(row)")
      let target = try FileManager.default.destinationOfSymbolicLink(
        atPath: "\(workspace.path)/ties")
      workspace.check(target == "kept.jsonl", target)
      let failed = try await workspace.run("group", "wire", "--json", "--ties", "no/such/ties")
      workspace.check(failed.ending == .exit(1) && failed.lines.count == 2, "\(failed)")
      workspace.check(failed.errors.contains("No such file or directory"), failed.errors)
    }
  }
}
