import Foundation
import Testing

@testable import NearDuplicates

@Suite struct ReasonWordsTests {
  @Test("what a component says names the two stories, each measurement in words of its own")
  func names() {
    var told: Set<String> = []
    for name in ComponentFeature.allCases {
      let factor = ComponentVotes.Factor(name: name, value: 0.5, pull: 1)
      let words = factor.words(inner: "npa-1", outer: "echo-2")
      #expect(told.insert(words).inserted, "\(name) is told as another is")
      #expect(!words.contains("inner") && !words.contains("outer"))
      // What was stored without names is told with them.
      let stored = factor.words()
      #expect(
        stored.replacing(ComponentVotes.Factor.inner, with: "npa-1")
          .replacing(ComponentVotes.Factor.outer, with: "echo-2") == words)
    }
  }

  @Test(
    "small counts are told as they are, larger ones in two figures, since they are kept rounded",
    arguments: [(8, "8"), (60, "60"), (61, "about 61"), (234, "about 230"), (1500, "about 1500")])
  func counts(words: Double, told: String) {
    let value = Float(log2(1 + words))
    let factor = RelationExplanation.Factor(name: .narration, value: value, pull: 1)
    #expect(factor.words == "\(told) shared words are not speech")
  }

  @Test(
    "time apart is told in words that fit it",
    arguments: [
      (0.2, "less than half an hour apart"), (1.3, "an hour apart"), (30, "30 hours apart"),
    ])
  func time(hours: Double, words: String) {
    let factor = RelationExplanation.Factor(name: .hours, value: Float(log2(1 + hours)), pull: 1)
    #expect(factor.words == words)
  }
}
