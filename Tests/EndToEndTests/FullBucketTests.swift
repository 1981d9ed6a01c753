import Foundation
import Testing

extension EndToEnd {
  @Suite("Checking a store with full buckets")
  struct FullBucketTests {
    @Test("more copies of one text than a bucket holds are a note of check, not a finding")
    func copies() async throws {
      let workspace = try Workspace()
      let text = VoteTests.agency.joined(separator: " ")
      let lines = (0..<200).map { #"{"id": "copy-\#($0)", "outlet": "o", "text": "\#(text)"}"# }
      try workspace.drop(lines.joined(separator: "\n"), as: "copies.jsonl")
      try await workspace.drain()
      let check = try await workspace.run("check", "--every", "1")
      #expect(check.ending == .exit(0), "\(check.output)")
      #expect(check.output.contains("note: 72 of the stories signed again"), "\(check.output)")
      #expect(check.output.contains("200 signed again, 0 findings"), "\(check.output)")
      let row = JSONShape.object(try await workspace.run("check", "--every", "1", "--json").output)
      #expect((row["findings"] as? [String]) == [] && (row["notes"] as? [String])?.count == 1)
    }
  }
}
