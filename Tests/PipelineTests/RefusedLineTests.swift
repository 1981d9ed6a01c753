import Foundation
import Pipeline
import SystemPackage
import TestSupport
import Testing

@Suite("Lines that are refused") struct RefusedLineTests {
  private func read(_ lines: String) throws -> (ids: Set<String>, reason: String?) {
    let bench = Bench()
    try bench.folder.write(lines, to: "in/npa/day.jsonl")
    try bench.ingest().settle()
    let refused = bench.folder.path.appending("refused").string
    let names = FileManager.default.enumerator(atPath: refused)?.compactMap { $0 as? String } ?? []
    let reason = try names.first { $0.hasSuffix(".reason") }.map {
      try String(contentsOfFile: refused + "/" + $0, encoding: .utf8)
    }
    return (Set(try bench.groups().flatMap { $0 }), reason)
  }

  @Test("a line without a known key goes to refused with its reason, and the others are taken")
  func withoutKeys() throws {
    let (ids, reason) = try read(
      #"{"id": "good", "text": "The bridge will close for eight weeks."}"# + "\n"
        + #"{"headline": "Bridge shut", "body": "The whole story."}"#)
    #expect(ids == ["good"])
    #expect(reason?.contains("line 2") == true && reason?.contains("\"body\"") == true)
  }

  @Test("ids that differ behind a NUL never become one in the store")
  func zeros() throws {
    let (ids, reason) = try read(
      ["one", "two", "three"].map {
        #"{"id": "a\u0000\#($0)", "text": "The bridge of \#($0) will close for weeks."}"#
      }.joined(separator: "\n"))
    #expect(ids.isEmpty)
    #expect(reason?.contains("line 3: \"id\" holds NUL") == true)
  }
}
