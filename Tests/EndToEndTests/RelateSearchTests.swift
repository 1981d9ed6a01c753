import Foundation
import Testing

extension EndToEnd {
  @Suite("Pairs that nobody names")
  struct RelateSearchTests {
    /// The sample stories' paragraphs, without what stands before them.
    private func bodies() throws -> [[String]] {
      let folders = try FileManager.default.contentsOfDirectory(atPath: Samples.inbox).sorted()
      return try folders.flatMap { folder in
        let folder = "\(Samples.inbox)/\(folder)"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
          .filter { $0.hasSuffix(".txt") }
          .map { name in
            try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
              .components(separatedBy: "\n\n").dropFirst().map { $0 }
          }
      }
      .filter { $0.count >= 3 }
    }

    private func sentence(of paragraphs: [String]) -> String? {
      paragraphs.dropFirst().flatMap { $0.components(separatedBy: ". ") }
        .first { (15...40).contains($0.split(separator: " ").count) }
    }

    private func pairs(_ output: String) -> Set<String> {
      Set(
        output.split(separator: "\n").map { JSONShape.object(String($0)) }
          .filter { !["none", "boilerplate"].contains($0["relation"] as? String ?? "none") }
          .map { "\($0["a"] as? String ?? "") \($0["b"] as? String ?? "")" })
    }

    @Test("every sentence that one story has of another is found, as it is where the two are named")
    func sentences() async throws {
      let bodies = try bodies()
      let half = bodies.count / 2
      var (stories, named): ([String], [String]) = ([], [])
      for (number, body) in bodies.enumerated() {
        var text = body
        if number >= half, let sentence = sentence(of: bodies[number - half]) {
          text.insert(sentence + ".", at: 1)
          named.append(#"{"a": "s\#(number - half)", "b": "s\#(number)"}"#)
        }
        let object = ["id": "s\(number)", "text": text.joined(separator: "\n\n")]
        stories.append(String(decoding: try JSONEncoder().encode(object), as: UTF8.self))
      }
      let workspace = try Workspace()
      try workspace.write(stories.joined(separator: "\n"), to: "stories.jsonl")
      try workspace.write(named.joined(separator: "\n"), to: "pairs.jsonl")
      let told = pairs(
        try await workspace.run("relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
          .output)
      let found = pairs(try await workspace.run("relate", "stories.jsonl", "--json").output)
      #expect(told.count >= 15)
      #expect(told.isSubset(of: found), "not found: \(told.subtracting(found).sorted())")
    }
  }
}
