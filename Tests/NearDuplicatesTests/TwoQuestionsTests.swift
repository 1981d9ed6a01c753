import Stories
import Testing

@testable import NearDuplicates

/// What is said of two texts of which half and more is shared, by models whose answers to the two questions differ.
@Suite("Two questions, whether two are one copy and whether they are to stand in one group")
struct TwoQuestionsTests {
  /// A pair of which two words in three agree, in one stretch, by trees that always say the same.
  private func verdict(same: Double, together: Double, partial: Double = 0.1) throws -> Verdict {
    func always(_ probability: Double) throws -> BoostedTrees {
      let leaf = BoostedTrees.Node(feature: -1, threshold: 0, left: 0, value: 0)
      let odds = Logarithm.natural(Float(probability / (1 - probability)))
      return try #require(BoostedTrees(base: odds, trees: [[leaf]]))
    }
    let rule = RelationRule(
      model: RelationModel(
        name: "two", together: try always(together), same: try always(same),
        partial: try always(partial)))
    let face = Face(outlet: nil, published: nil, tieBreak: 1)
    let one = ComparedText(AlignerTests.copy(Array(1...90)), face)
    let other = Array(1...60) + Array(1001...1030)
    return rule.judge(one.evidence(with: AlignerTests.copy(other), face))
  }

  @Test("are answered alike of a version and of a form")
  func alike() throws {
    let version = try verdict(same: 0.9, together: 0.9)
    #expect(version.relation == .version && version.strength >= GroupKeeper.tieStrength)
    let form = try verdict(same: 0.1, together: 0.1)
    #expect(form.relation == .template && form.strength < GroupKeeper.tieStrength)
  }

  @Test("what looks like one copy is a form where it is sure to stand in two groups")
  func sureOfTwoGroups() throws {
    #expect(try verdict(same: 0.9, together: 0.19).relation == .template)
    #expect(try verdict(same: 0.9, together: 0.21).relation == .version)
  }

  @Test("what stands in one group is one copy unless it surely is none; then it pulls no more")
  func sureOfNoCopy() throws {
    let doubtful = try verdict(same: 0.21, together: 0.9)
    #expect(doubtful.relation == .version && doubtful.strength >= GroupKeeper.tieStrength)
    let form = try verdict(same: 0.19, together: 0.9)
    #expect(form.relation == .template && form.strength < GroupKeeper.tieStrength)
  }

  @Test("what shares a passage pulls as it did, however little it is one copy")
  func passage() throws {
    let partial = try verdict(same: 0.1, together: 0.9, partial: 0.9)
    #expect(partial.relation == .partial && partial.strength >= GroupKeeper.tieStrength)
  }
}
