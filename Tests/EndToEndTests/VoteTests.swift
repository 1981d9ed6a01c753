import Foundation
import Testing

extension EndToEnd {
  @Suite("Votes of components")
  struct VoteTests {
    static let agency = [
      "The harbour board of Port Ansel voted on Tuesday to close the old tidal basin for good after engineers found the lock gates corroded.",
      "Chairwoman Mirela Dost said the repair would have cost 48 million crowns, three times the sum set aside two years ago.",
      "Some 60 fishing boats will move to the eastern quay by the end of May, where new pontoons are being laid.",
      "The skippers' guild called the decision a disgrace and announced a blockade of the fairway for Saturday morning.",
      "The basin was dug in 1871 and served the grain fleet until silos were built upriver in the nineteen fifties.",
      "A museum of navigation has asked for the lock keeper's house, which is to be sold at auction in the autumn.",
    ]
    static let own = [
      "In the market hall on Wednesday nobody talked of anything else, least of all of the weather that had spoiled the cherries.",
      "Our own count found 14 empty stalls, two closed bakeries and a barber who has not cut a skipper's hair since Easter.",
    ]

    private struct Pair: Decodable {
      struct Vote: Decodable {
        let strength: Double
        let stories: Int
        let reason: String?
      }
      let first: Int
      let second: Int
      let strength: Double
      let component: Vote?
    }
    private struct Shown: Decodable { let pairs: [Pair] }

    /// A story as the agency sent it, two cuts of it that hardly overlap, and a report with half of it.
    private func filled() async throws -> Workspace {
      let workspace = try Workspace()
      let (all, own) = (VoteTests.agency, VoteTests.own)
      let texts = [
        all, Array(all[..<4]), Array(all[2...]), all[1..<4] + own, Array(all[..<4]) + [own[1]],
      ]
      let lines = texts.enumerated().map { number, sentences in
        #"{"id": "take-\#(number)", "outlet": "paper-\#(number)", "text": "\#(sentences.joined(separator: #"\n\n"#))"}"#
      }
      try workspace.drop(lines.joined(separator: "\n") + "\n", as: "takes.jsonl")
      try await workspace.drain()
      return workspace
    }

    @Test("what a component made of a pair is told by show and compare, the same by both")
    func told() async throws {
      let workspace = try await filled()
      var asked = 0
      for story in 0..<5 {
        let shown = try await workspace.rows(Shown.self, "show", "take-\(story)", "--json")
        let words = try await workspace.run("show", "take-\(story)").output
        for pair in try #require(shown.first).pairs {
          guard let vote = pair.component, let reason = vote.reason else { continue }
          asked += 1
          #expect(vote.stories == 5 && vote.strength != pair.strength)
          #expect(reason.contains("the 5 stories of their component"))
          #expect(words.contains(reason))
          let compared = try await workspace.run("compare", "#\(pair.first)", "#\(pair.second)")
          #expect(compared.output.contains(reason))
        }
      }
      #expect(asked >= 4)
    }

    @Test("of pairs that no component was asked about nothing is told")
    func silent() async throws {
      let workspace = try await Samples.stored()
      let shown = try await workspace.rows(Shown.self, "show", "npa-002", "--json")
      let pairs = try #require(shown.first).pairs
      #expect(pairs.contains { $0.component?.stories == 6 })
      #expect(pairs.allSatisfy { $0.component?.reason == nil })
      let words = try await workspace.run("show", "npa-002").output
      #expect(!words.contains("component"))
    }
  }
}
