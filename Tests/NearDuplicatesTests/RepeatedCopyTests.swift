import Stories
import Testing

@testable import NearDuplicates

/// What is said of texts that agree word for word by a model that always says no.
@Suite struct RepeatedCopyTests {
  private func rule() throws -> RelationRule {
    let leaf = BoostedTrees.Node(feature: -1, threshold: 0, left: 0, value: 0)
    let no = try #require(BoostedTrees(base: -3, trees: [[leaf]]))
    return RelationRule(model: RelationModel(name: "no", together: no, same: no, partial: no))
  }

  private func verdict(words: Int, changed: Int? = nil, hours: Int64? = nil) throws -> Verdict {
    var other = Array(1...words)
    if let changed { other[changed] = 5000 }
    func face(_ hours: Int64?) -> Face {
      Face(
        outlet: nil, published: hours.map { Instant(milliseconds: $0 * Instant.hour) }, tieBreak: 1)
    }
    let one = ComparedText(AlignerTests.copy(Array(1...words)), face(hours.map { _ in 0 }))
    return try rule().judge(one.evidence(with: AlignerTests.copy(other), face(hours)))
  }

  @Test("the same words are one copy whatever a model says", arguments: [nil, 0, 35])
  func repeated(hours: Int64?) throws {
    let verdict = try verdict(words: 12, hours: hours)
    #expect(verdict.relation == .verbatim && verdict.strength >= GroupKeeper.tieStrength)
  }

  @Test("of the same words much later, or half a day later in one outlet, the model decides")
  func later() throws {
    #expect(try verdict(words: 12, hours: 36).relation == .template)
    var features = PairFeatures(values: PairFeatures.Name.allCases.map { _ in 0 })
    (features[.exactLeast], features[.titles], features[.sameOutlet]) = (1, 1, 1)
    #expect(RelationRule.isRepeated(features, apart: 12 * Instant.hour - 1))
    #expect(!RelationRule.isRepeated(features, apart: 12 * Instant.hour))
  }

  @Test("where one word is another the model decides")
  func changed() throws {
    #expect(try verdict(words: 30, changed: 12).relation != .verbatim)
  }

  @Test("fewer words than make a passage are one copy and pull at nothing")
  func few() throws {
    let verdict = try verdict(words: 6)
    #expect(verdict.relation == .verbatim && verdict.strength < GroupKeeper.tieStrength)
  }

  @Test(
    "a short notice under a headline of its own is another's, a long text says what it is about")
  func headlines() {
    var features = PairFeatures(values: PairFeatures.Name.allCases.map { _ in 0 })
    features[.exactLeast] = 1
    func isRepeated(words: Float, titles: Float) -> Bool {
      (features[.matchedWords], features[.titles]) = (words, titles)
      return RelationRule.isRepeated(features, apart: nil)
    }
    // Words as log2(1+n): 5 are 31, 6 are 63.
    #expect(isRepeated(words: 5, titles: -1) && isRepeated(words: 5, titles: 0.5))
    #expect(!isRepeated(words: 5, titles: 0.25) && isRepeated(words: 6, titles: 0.25))
  }
}
