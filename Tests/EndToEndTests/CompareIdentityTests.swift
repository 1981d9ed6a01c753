import Testing

extension EndToEnd {
  @Suite("Identity in compare")
  struct CompareIdentityTests {
    private func report(_ word: String) -> String {
      (1...80).map { "\(word)\($0)" }.joined(separator: " ") + ".\n"
    }

    @Test("two files of one name are not called one story, and two takes of a given id are")
    func fileNames() async throws {
      let workspace = try Workspace()
      for text in [
        report("harbour"), report("theatre"), "id: a-1\n\n" + report("market"),
        "id: a-1\n\n" + report("school"),
      ] {
        try workspace.drop(text, as: "out1/report.txt")
        try await workspace.drain()
      }
      let apart = try await workspace.run("compare", "#1", "#2")
      #expect(apart.ending == .exit(0), "\(apart.errors)")
      #expect(!apart.output.contains("same identity"), "\(apart.output)")
      let takes = try await workspace.run("compare", "#3", "#4")
      #expect(takes.output.contains("same identity"), "\(takes.output)")
    }
  }
}
