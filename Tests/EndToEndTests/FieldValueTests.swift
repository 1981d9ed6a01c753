import Foundation
import Testing

extension EndToEnd {
  @Suite("What numbers in JSON mean")
  struct FieldValueTests {
    @Test("an hour between two stories is 3600 seconds")
    func apart() async throws {
      let workspace = try Workspace()
      let copy = VoteTests.agency.joined(separator: " ")
      let rows = ["08", "09"].map {
        #"{"id": "\#($0)", "published": "2026-03-02T\#($0):00:00Z", "text": "\#(copy)"}"#
      }
      try workspace.write(rows.joined(separator: "\n") + "\n", to: "two.jsonl")
      let row = JSONShape.object(try await workspace.run("relate", "two.jsonl", "--json").output)
      #expect(row["seconds_apart"] as? Int == 3600, "\(row)")
    }

    @Test("what waits in the inbox and what was being read are counted each by itself")
    func waiting() async throws {
      let workspace = try Workspace()
      try await workspace.drain()
      for name in ["a", "b"] { try workspace.write("Words of \(name).", to: "inbox/\(name).txt") }
      try workspace.write("Words.", to: "work/c.txt")
      let status = JSONShape.object(try await workspace.run("status", "--json").output)
      #expect(status["backlog"] as? Int == 2 && status["unfinished"] as? Int == 1, "\(status)")
    }

    @Test("pairs of a group are pairs in it")
    func pairs() async throws {
      let workspace = try await Samples.stored()
      for group in ["g1", "g2", "g3"] {
        let shown = JSONShape.object(try await workspace.run("show", group, "--json").output)
        let stories = (shown["stories"] as? [[String: Any]] ?? []).compactMap {
          $0["story"] as? Int
        }
        let pairs = shown["pairs"] as? [[String: Any]] ?? []
        #expect(!stories.isEmpty, "\(shown.keys)")
        for pair in pairs {
          let named = ["first", "second"].compactMap { pair[$0] as? Int }
          #expect(named.count == 2 && Set(named).isSubset(of: stories), "\(pair)")
        }
      }
    }

    @Test("a store of which a page was written over ends a command with 69")
    func damaged() async throws {
      let workspace = try Workspace()
      try workspace.drop("A story of some words about the ferry.", as: "a.txt")
      try await workspace.drain()
      let path = "\(workspace.path)/store/copytaster.sqlite"
      let file = try #require(FileHandle(forUpdatingAtPath: path), "\(workspace.names(in: "."))")
      let size = try file.seekToEnd()
      for page in stride(from: UInt64(4096), to: size, by: 4096) {
        try file.seek(toOffset: page)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 4096))
      }
      try file.close()
      let shown = try await workspace.run("show", "g1")
      #expect(shown.ending == .exit(69) && shown.errors.contains("damaged"), "\(shown)")
    }
  }
}
