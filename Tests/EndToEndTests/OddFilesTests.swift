import Foundation
import Glibc
import Stories
import TestSupport
import Testing

extension EndToEnd {
  @Suite("Odd files")
  struct OddFilesTests {
    private static let limits = "limits:\n  file_bytes: 2048\n  folder_depth: 2"
    private static let leftAlone = [".hidden", "piece.part", "writing.tmp"]
    /// What is refused, and a word of its reason.
    private static let refused = [
      "a/b/c": "limits.folder_depth", "doc.xml": "no reader knows", "empty.txt": "empty",
      "huge.txt": "limit", "large.txt": "limit",
      "latin.txt": "UTF-8", "link.txt": "symbolic link", "locked.txt": "may not be read",
      "pipe.txt": "named pipe",
    ]

    @Test("each odd entry ends where it belongs with its reason, and good files are all grouped")
    func oddEntries() async throws {
      let workspace = try Workspace(seed: 31, more: OddFilesTests.limits)
      try dropOddEntries(into: workspace)
      let good = try dropGoodFiles(into: workspace)
      if Workspace.isRoot { try workspace.giveAway() }
      let daemon = try workspace.serve(unprivileged: Workspace.isRoot)
      let done = try await eventually {
        workspace.names(in: "inbox") == OddFilesTests.leftAlone
          && workspace.names(in: "work").isEmpty && daemon.errors.contains("started:")
      }
      workspace.check(done, "left: \(workspace.names(in: "inbox")), \(daemon.errors)")
      try await workspace.stop(daemon)
      for (name, word) in OddFilesTests.refused {
        let reason = workspace.text("refused/\(name).reason")
        workspace.check(reason.contains(word), "the reason of \(name) is '\(reason)'")
      }
      let names = OddFilesTests.refused.keys.map { $0 == "a/b/c" ? "a/b/c/deep.txt" : $0 }
      let expected = names + OddFilesTests.refused.keys.map { $0 + ".reason" }
      let found = workspace.names(in: "refused")
      workspace.check(found == expected.sorted(), "refused: \(found)")
      let stored = try await workspace.rows(StoredRow.self, "group", "--json").map(\.id).sorted()
      workspace.check(stored == good.sorted(), "stored: \(stored)")
    }

    @Test("a file that is written in place is taken whole and once, after its writer has closed it")
    func halfWritten() async throws {
      let workspace = try Workspace(seed: 32)
      var random = SeededGenerator(seed: workspace.seed)
      var generator = StoryGenerator(seed: workspace.seed)
      let daemon = try workspace.serve()
      _ = try await eventually { daemon.errors.contains("started:") }
      for number in 1...3 {
        let text = "id: slow-\(number)\n\n" + generator.text(words: 300)
        let cut = text.index(text.startIndex, offsetBy: Int.random(in: 100...900, using: &random))
        let path = try workspace.write("", to: "inbox/slow-\(number).txt")
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.write(contentsOf: Data(text[..<cut].utf8))
        try workspace.drop("id: quick-\(number)\n\nquick \(number)", as: "quick-\(number).txt")
        _ = try await eventually { workspace.names(in: "inbox") == ["slow-\(number).txt"] }
        try await Task.sleep(for: .milliseconds(700))  // past the settle time and several sweeps
        workspace.check(!workspace.isDrained, "a file was taken while it was open for writing")
        try file.write(contentsOf: Data(text[cut...].utf8))
        try file.close()
        workspace.check(try await eventually { workspace.isDrained }, "it was never taken")
        let done = workspace.names(in: "done").first { $0.hasSuffix("/slow-\(number).txt") }
        workspace.check(workspace.text("done/\(done ?? "")") == text, "it was not taken whole")
      }
      try await workspace.stop(daemon)
      let stored = try await workspace.rows(StoredRow.self, "group", "--json").map(\.id)
      let expected = (1...3).flatMap { ["quick-\($0)", "slow-\($0)"] }
      workspace.check(stored.sorted() == expected.sorted(), "stored: \(stored)")
    }

    private func dropOddEntries(into workspace: Workspace) throws {
      let secret = try workspace.write("id: secret\n\nnot to be read", to: "secret.txt")
      workspace.link("link.txt", to: secret)
      workspace.pipe("pipe.txt")
      try workspace.drop("id: locked\n\nlocked", as: "locked.txt", mode: 0)
      try workspace.drop([0x68, 0xFF, 0x68], as: "latin.txt")
      try workspace.drop("", as: "empty.txt")
      try workspace.drop("<DOC>\n<TEXT>\nIt closed.\n</TEXT>\n</DOC>\n", as: "doc.xml")
      try workspace.drop(String(repeating: "large ", count: 500), as: "large.txt")
      try workspace.dropSparse(as: "huge.txt", bytes: 10 << 30)
      try workspace.drop("id: deep\n\ntoo deep", as: "a/b/c/deep.txt")
      for name in OddFilesTests.leftAlone { try workspace.drop("id: \(name)\n\nno", as: name) }
    }

    /// Drops good stories under ordinary and extraordinary names. Returns their ids.
    private func dropGoodFiles(into workspace: Workspace) throws -> [String] {
      var generator = StoryGenerator(seed: workspace.seed)
      let stories = generator.stories(groups: 8, words: 60).map(\.story)
      let names: [[UInt8]] =
        [
          Array("with spaces.txt".utf8), Array("with\nnew line.txt".utf8),
          [0xFF, 0xFE, 0x20, 0xC3] + Array(".txt".utf8),
          Array(repeating: UInt8(ascii: "x"), count: 251) + Array(".txt".utf8),
          Array("'; DROP TABLE story; --.txt".utf8), Array("-rf.txt".utf8),
        ] + stories.indices.map { Array("ordinary-\($0).txt".utf8) }
      for (story, name) in zip(stories, names) {
        try workspace.drop(Format.plainText(story), asBytes: name)
      }
      return stories.map(\.id)
    }
  }
}
