import Foundation
import Testing

@testable import Pipeline

@Suite("The document on events") struct EventDocumentTests {
  @Test("every field that an event may have is told of in docs/events.md, and no other")
  func fields() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let document = try String(
      contentsOf: package.appending(path: "docs/events.md"), encoding: .utf8)
    let fields = EventFields.CodingKeys.allCases.map(\.rawValue)
    let decision = DecisionFields.CodingKeys.allCases.map(\.rawValue)
    let head = ["v", "id", "sequence", "at", "kind"]
    for name in fields + decision + head { #expect(document.contains("`\(name)`"), "\(name)") }
    let rows = document.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let known = Set(fields + decision + head)
    let named = rows.flatMap { row in
      row.split(separator: "|")[0...1].joined().split(separator: "`").enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }.filter { !$0.contains(".") }
    #expect(named.allSatisfy { known.contains($0) || $0 == "hold" || $0 == "embargo" })
  }
}
