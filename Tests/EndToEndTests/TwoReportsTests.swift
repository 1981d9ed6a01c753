import Foundation
import Testing

extension EndToEnd {
  /// Two reporters at one occasion quote the same sentence. Each text has about as many words of its own as it quotes, or
  /// twice as many.
  @Suite("Two short reports that quote one speaker")
  struct TwoReportsTests {
    struct Pair: Sendable, CustomTestStringConvertible {
      let testDescription: String
      let first: String
      let second: String
    }

    static let pairs: [Pair] = [
      Pair(
        testDescription: "ferry",
        first: """
          Passengers slept on benches at Port Ansel after the last crossing was called off on Sunday night. Blankets \
          came from the seamen's mission.

          "We had one engine that coughed and another that did not start at all, and I will not take four hundred \
          people past the skerries on a cough," said Captain Hilde Marr.

          The morning boat left on time.
          """,
        second: """
          A ferry line has ordered spare parts from abroad for the second time this year, and its shares lost a \
          tenth of their value in early trade.

          "We had one engine that coughed and another that did not start at all, and I will not take four hundred \
          people past the skerries on a cough," Marr told the board.

          Analysts expect a loss for the quarter, and a new chairman by autumn.
          """),
      Pair(
        testDescription: "school",
        first: """
          Parents in Tarn Street have collected nine hundred signatures against closing the village school.

          "My daughter would be on the bus longer than she would be at her desk, and nobody at the county has been \
          able to tell me who drives it when it snows," said Ines Brandt.

          The council meets again on Thursday evening.
          """,
        second: """
          Rural bus routes cost the county twice what they did five years ago, auditors say, mostly for want of \
          drivers. Two firms have handed back their licences.

          "My daughter would be on the bus longer than she would be at her desk, and nobody at the county has been \
          able to tell me who drives it when it snows," Brandt wrote to the auditors.
          """),
    ]

    @Test("they share a quotation and are two stories", arguments: pairs)
    func twoStories(_ pair: Pair) async throws {
      let workspace = try Workspace()
      let lines = try [
        ("a", "npa", "07:00", pair.first), ("b", "ledger", "08:15", pair.second),
      ].map { id, outlet, time, text in
        let story = [
          "id": id, "outlet": outlet, "published": "2026-03-02T\(time):00Z", "text": text,
        ]
        let line = try JSONSerialization.data(withJSONObject: story)
        return String(decoding: line, as: UTF8.self)
      }
      try workspace.write(lines.joined(separator: "\n") + "\n", to: "stories.jsonl")
      let groups = try await workspace.run("group", "stories.jsonl", "--json").output
        .split(separator: "\n").compactMap { JSONShape.object(String($0))["group"] as? String }
      #expect(Set(groups).count == 2)
      let told = try await workspace.run("relate", "stories.jsonl", "--json").output
      #expect(told.contains(#""relation":"partial""#), "\(told)")
      #expect(told.contains(#""quotes_only":true"#), "\(told)")
    }
  }
}
