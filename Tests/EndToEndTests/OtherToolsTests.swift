import Foundation
import Stories
import TestSupport
import Testing

extension EndToEnd {
  @Suite("What is shown to people from other tools")
  struct OtherToolsTests {
    /// The commands of the section, a block each.
    private static func blocks() throws -> [String] {
      let recipes = try String(
        contentsOf: Program.package.appending(path: "docs/recipes.md"), encoding: .utf8)
      let section =
        recipes.split(separator: "\n## ").first { $0.hasPrefix("From other tools") } ?? ""
      return section.split(separator: "\n\n").filter { $0.hasPrefix("    ") }.map(String.init)
    }

    private func shell(_ script: String, in workspace: Workspace) throws -> [String] {
      var environment = ProcessInfo.processInfo.environment
      let folder = URL(filePath: Program.path).deletingLastPathComponent().path
      environment["PATH"] = folder + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
      let (output, errors) = ("\(workspace.path)/out", "\(workspace.path)/errors")
      let process = try Spawn.start(
        ["/bin/sh", "-c", script], in: workspace.path, environment: environment, output: output,
        errors: errors)
      var status: Int32 = 0
      while waitpid(process, &status, 0) == -1, errno == EINTR {}
      workspace.check(
        Spawn.exitCode(status) == 0, "\(script)\nended with \(status): \(workspace.text("errors"))")
      return workspace.text("out").split(separator: "\n").map(String.init)
    }

    @Test("each of its commands does what is said above it")
    func commands() throws {
      guard try Spawn.run("/bin/sh", "-c", "command -v jq >/dev/null") == 0 else {
        print("skipped: jq is not installed")
        return
      }
      let workspace = try Workspace()
      let agency = VoteTests.agency.joined(separator: " ")
      var generator = StoryGenerator(seed: workspace.seed)
      let other = generator.text(words: 120)
      let call = "Sign up for our free newsletter, straight to your inbox."
      let stories = [
        ("l1", "ledger", agency + "\n\n" + call), ("l2", "ledger", other), ("l3", "ledger", agency),
        ("p1", "post", agency + " \(generator.text(words: 8))"), ("p2", "post", agency),
        ("n1", "npa", agency), ("n2", "npa", VoteTests.own.joined(separator: " ")),
        ("w1", "weekly", (VoteTests.agency[..<3] + VoteTests.own).joined(separator: "\n\n")),
        ("x1", "local", generator.text(words: 90)),
      ]
      let lines = try stories.map { id, outlet, text in
        let object = ["id": id, "outlet": outlet, "text": text]
        return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
      }
      try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
      let blocks = try Self.blocks()
      #expect(blocks.count == 3)

      let kept = try shell(blocks[0], in: workspace).map(JSONShape.object)
      workspace.check(kept.count == Set(kept.compactMap { $0["id"] as? String }).count, "\(kept)")
      workspace.check((2...6).contains(kept.count), "\(kept)")
      workspace.check(
        kept.allSatisfy { ($0["text"] as? String)?.contains(call) == false }, "\(kept)")

      let shares = try shell(blocks[1], in: workspace).map { $0.split(separator: "\t") }
      workspace.check(
        shares.map { $0.first } == ["ledger", "local", "post", "weekly"], "\(shares)")
      let numbers = shares.compactMap { $0.last.flatMap { Double($0) } }
      let copied = 2 * Double(agency.count)
      let expected = [copied / (copied + Double(other.count)), 0, 0.97, 1]
      workspace.check(
        numbers.count == 4 && zip(numbers, expected).allSatisfy { abs($0 - $1) < 0.03 },
        "\(shares) for \(expected)")

      let pairs = try shell(blocks[2], in: workspace)
      workspace.check(pairs.contains { $0.hasPrefix(#"["l3","n1","#) }, "\(pairs)")
      workspace.check(!pairs.contains { $0.contains("l2") }, "\(pairs)")
    }

    @Test(
      "an outlet whose stories are furniture and nothing else ends no count of an agency's share")
    func furnitureAlone() throws {
      guard try Spawn.run("/bin/sh", "-c", "command -v jq >/dev/null") == 0 else {
        print("skipped: jq is not installed")
        return
      }
      let workspace = try Workspace()
      let agency = VoteTests.agency.joined(separator: " ")
      let call =
        "Sign up for our free newsletter. Follow us on Twitter and Facebook. All rights reserved."
      let stories = [("a1", "album", call), ("n1", "npa", agency), ("p1", "post", agency)]
      let lines = try stories.map { id, outlet, text in
        let object = ["id": id, "outlet": outlet, "text": text]
        return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
      }
      try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
      let shares = try shell(try Self.blocks()[1], in: workspace)
      workspace.check(shares.count == 1 && shares[0].hasPrefix("post\t"), "\(shares)")
    }
  }
}
