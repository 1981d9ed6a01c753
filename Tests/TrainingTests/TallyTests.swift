import NearDuplicates
import Testing

@testable import Training

@Suite struct TallyTests {
  @Test("characters are counted as scalars, white space and neutral parts left out")
  func tally() {
    let story = LabelledStory(
      id: "a", host: "h",
      parts: [
        LabelledPart("Der Rat tagte.", .news), LabelledPart("By A. Writer", .neutral),
        LabelledPart("Teilen für Öl", .boilerplate),
      ])
    let bytes = Array(story.text.utf8)
    let last = story.boilerplate.first ?? 0..<0
    #expect(String(decoding: bytes[last], as: UTF8.self) == "Teilen für Öl")
    var tally = CharacterTally()
    tally.add(story, marked: [last, 0..<3])
    #expect(tally.boilerplate == 11 && tally.found == 11)
    #expect(tally.news == 12 && tally.lost == 3)
    #expect(tally.recall == 1 && tally.precision == 11.0 / 14 && tally.newsLost == 0.25)
  }

  @Test("a host is in the same part each time, and parts are about as large")
  func split() {
    let hosts = (0..<4000).map { "host\($0).example" }
    let parts = hosts.map { HostSplit.part(of: $0, of: 4, seed: 7) }
    #expect(parts == hosts.map { HostSplit.part(of: $0, of: 4, seed: 7) })
    for part in 0..<4 { #expect((900...1100).contains(parts.count { $0 == part })) }
    #expect(parts != hosts.map { HostSplit.part(of: $0, of: 4, seed: 8) })
  }

  @Test("the regression finds the log odds of a coin, and leaves a feature that says nothing at 0")
  func regression() {
    var penalties = ProximalRegression.Penalties()
    (penalties.first, penalties.second) = (3, 0)
    var regression = ProximalRegression(features: 2, penalties: penalties)
    var generator = SeededOrder(seed: 2)
    for _ in 0..<20_000 {
      let isPositive = generator.below(4) == 0
      let noise = generator.below(2) == 0 ? 0.01 : -0.01
      regression.learn([(0, 1), (1, noise)], isPositive: isPositive, importance: 1)
    }
    #expect(abs(Logistic.probability(regression.weight(0)) - 0.25) < 0.05)
    #expect(regression.weight(1) == 0)
  }
}
