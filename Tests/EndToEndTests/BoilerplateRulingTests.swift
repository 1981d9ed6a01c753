import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
  @Suite("Boilerplate, confirmed and rejected")
  struct BoilerplateRulingTests {
    private struct Segment: Decodable {
      struct Ruling: Decodable {
        let answer: String
        let person: String
        let outlet: String?
      }
      let segment: String
      let text: String
      let stories: Int
      let groups: Int
      let rulings: [Ruling]
    }

    private static let footer =
      "Perfunctory zeppelins gather beneath seventeen amber lighthouses whenever obedient gardeners whistle "
      + "forgotten anthems across marble courtyards, and patient librarians polish every brass telescope "
      + "until drowsy harbours glitter with quiet lanterns before another copper evening settles softly"

    /// Unrelated briefs longer than what stands under them.
    private static let bodies: [String] = {
      var generator = StoryGenerator(seed: 71)
      return (0..<4).map { _ in generator.text(words: 50).replacing("\n", with: "") }
    }()

    private func filled() async throws -> Workspace {
      let workspace = try Workspace()
      for (number, body) in Self.bodies.enumerated() {
        let text = "id: s\(number)\noutlet: echo\n\n\(body)\n\(Self.footer)"
        try workspace.drop(text, as: "echo-\(number).txt")
      }
      let daemon = try workspace.serve()
      let learned = try await eventually {
        try Child(["boilerplate", "list", "--at-least", "4"], in: workspace.path)
          .finalOutput.contains("Perfunctory")
      }
      workspace.check(learned, daemon.errors)
      try await workspace.stop(daemon)
      return workspace
    }

    @Test("what recurs is listed, shown, rejected while the daemon runs, exported and imported")
    func road() async throws {
      let workspace = try await filled()
      let daemon = try workspace.serve()
      let listed = try await workspace.rows(Segment.self, "boilerplate", "list", "--json")
      let segment = try #require(listed.first { $0.text == Self.footer })
      workspace.check(segment.stories == 4 && segment.groups == 4, "\(segment)")
      let key = String(segment.segment.prefix(8))
      let table = try await workspace.run("boilerplate", "list", "--outlet", "echo")
      workspace.check(table.lines.contains { $0.contains(key) && $0.columnsFit }, table.output)
      let reject = try await workspace.run("boilerplate", "reject", key, "--by", "mk")
      workspace.check(reject.ending == .exit(0), reject.errors)
      let applied = try await eventually {
        try Child(["boilerplate", "show", key, "--json"], in: workspace.path).finalOutput
          .contains("\"applied\":true")
      }
      workspace.check(applied, daemon.errors)
      try await workspace.stop(daemon)
      let shown = try await workspace.rows(Segment.self, "boilerplate", "show", key, "--json")
      workspace.check(shown.first?.rulings.first?.person == "mk", "\(shown)")
      let export = try await workspace.run("boilerplate", "export")
      try workspace.write(export.output, to: "rulings.json")
      let again = try await workspace.run("boilerplate", "import", "rulings.json")
      workspace.check(again.output.hasPrefix("0 taken, 1 known"), again.output + again.errors)
      let other = try await Samples.stored()
      try other.write(export.output, to: "rulings.json")
      let taken = try await other.run("boilerplate", "import", "rulings.json", "--json")
      other.check(JSONShape.object(taken.output)["taken"] as? Int == 1, taken.errors)
    }

    @Test("what is not understood is refused with its exit code and nothing is taken")
    func refusals() async throws {
      let workspace = try await filled()
      let unknown = try await workspace.run("boilerplate", "show", "0000000000000000")
      workspace.check(unknown.ending == .exit(2), unknown.errors)
      let both = try await workspace.run("boilerplate", "confirm", "abcd", "--text", "words")
      workspace.check(both.ending == .exit(64), both.errors)
      let quoted = try await workspace.run("boilerplate", "confirm", "--text", Self.bodies[0])
      workspace.check(quoted.ending == .exit(0), quoted.errors)
      let file = try await workspace.run("boilerplate", "export").output
      for (from, to) in [
        ("\"version\" : 1", "\"version\" : 2"), ("\"rulings\"", "\"verdicts\""),
        ("\"answer\" : \"confirmed\"", "\"answer\" : \"perhaps\""),
        ("\"text\" : \"", "\"text\" : \"Bakers "),
      ] {
        let edited = file.replacing(from, with: to)
        workspace.check(edited != file, "\(from) is not in \(file)")
        try workspace.write(edited, to: "edited.json")
        let refused = try await workspace.run("boilerplate", "import", "edited.json")
        workspace.check(refused.ending == .exit(66), "\(to): \(refused.output) \(refused.errors)")
        workspace.check(refused.errors.contains("edited.json"), refused.errors)
      }
      let rulings = try await workspace.rows(
        Segment.self, "boilerplate", "list", "--ruled", "--json")
      workspace.check(rulings.count == 1, "\(rulings)")
    }

    @Test(
      "the help of every boilerplate command has an example",
      arguments: ["mark", "list", "show", "confirm", "reject", "export", "import"])
    func help(_ command: String) async throws {
      let workspace = try Workspace()
      let finished = try await workspace.run("boilerplate", command, "--help")
      #expect(finished.ending == .exit(0) && finished.output.contains("EXAMPLE"))
    }
  }
}

extension Child {
  /// All that it says, once it has ended.
  fileprivate var finalOutput: String {
    while isRunning { usleep(5000) }
    return output
  }
}

extension String {
  /// Whether a line fits where there is no terminal.
  fileprivate var columnsFit: Bool { count <= 100 }
}

extension EndToEnd.BoilerplateRulingTests {
  @Test(
    "killed before and after commits, the register has every story once and rulings are applied",
    arguments: ["before-commit", "after-commit", "after-claim"])
  func killed(_ point: String) async throws {
    let workspace = try Workspace()
    var generator = StoryGenerator(seed: 81)
    let footer = generator.text(words: 40).replacing("\n", with: "").replacing(".", with: "")
    func drop(_ number: Int) throws {
      let body = generator.text(words: 90).replacing("\n", with: "")
      try workspace.drop("id: k\(number)\noutlet: echo\n\n\(body)\n\(footer)", as: "k\(number).txt")
    }
    for number in 0..<3 { try drop(number) }
    try await workspace.drain()
    let confirm = try await workspace.run("boilerplate", "confirm", "--text", footer)
    workspace.check(confirm.ending == .exit(0), confirm.errors)
    for life in 1...3 {
      let daemon = try workspace.serve(dyingAt: point, count: 1)
      try drop(2 + life)
      let ending = try await daemon.ending()
      workspace.check(ending == .killed(by: SIGKILL), "\(ending): \(daemon.errors)")
    }
    let daemon = try workspace.serve()
    let counted = try await eventually {
      let listed = try Child(["boilerplate", "list", "--ruled", "--json"], in: workspace.path)
      return daemon.errors.contains("started:") && workspace.isDrained
        && listed.finalOutput.contains(#""stories":6,"#)
    }
    let listed = try await workspace.run("boilerplate", "list", "--ruled", "--json").output
    workspace.check(counted && listed.contains(#""groups":6,"#), listed + daemon.errors)
    workspace.check(listed.contains(#""applied":true"#), listed)
    try await workspace.stop(daemon)
    let check = try await workspace.run("check", "--every", "1")
    workspace.check(check.ending == .exit(0), check.output)
  }
}
