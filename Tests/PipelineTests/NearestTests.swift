import Store
import Stories
import Testing

@testable import NearDuplicates
@testable import Pipeline

@Suite("The story that a join names") struct NearestTests {
  private func pair(_ first: Int64, shared: Int) -> JudgedPair {
    let zeroes = [Float](repeating: 0, count: PairFeatures.Name.allCases.count)
    return JudgedPair(
      first: StoryNumber(first), second: StoryNumber(3),
      evidence: PairEvidence(
        features: PairFeatures(values: zeroes),
        likeness: Likeness(first: 10, second: 10, shared: shared)),
      verdict: Verdict(relation: .version, strength: 0.8, reason: .sameCopy))
  }

  @Test("a join names the most alike of the stories in its group, not one that stands in another")
  func ownGroup() throws {
    var placement = Placement(group: GroupNumber(1))
    placement.changes = [.joined(group: GroupNumber(1), story: StoryNumber(3))]
    placement.pairs = [pair(1, shared: 5), pair(2, shared: 9)]
    var commit = Commit(nextStory: 4, nextGroup: 3)
    try commit.take(
      placement, of: StoryNumber(3), rule: RelationRule(), at: Instant(milliseconds: 0),
      audible: placement.changes, hidden: { _ in false },
      groupOf: { GroupNumber($0.value == 2 ? 2 : 1) })
    #expect(EventFieldsRead(try #require(commit.events.first).body).like == 1)
  }
}
