import Stories
import TestSupport
import Testing

@testable import NearDuplicates

extension GroupKeeperTests {
  @Test(
    "asked anew from what is remembered of pairs, components vote for the groups that the keeper made"
  )
  func votes() throws {
    let rule = try trained()
    var random = SeededGenerator(seed: 41)
    let stories = prepare(versions(200, &random))
    let placed = place(stories, order: Array(stories.indices), rule: rule)
    var (groups, refined) = (Set<Set<Int>>(), 0)
    for component in components(placed.pairs, count: stories.count) {
      let votes = votes(of: component, stories, placed.pairs, rule)
      for cluster in votes.clusters { groups.insert(Set(cluster.map { Int($0.value) - 1 })) }
      for pair in placed.pairs where component.contains(pair.first) {
        guard let vote = votes.vote(pair.first, pair.second), vote.alone != vote.voted else {
          continue
        }
        refined += 1
        #expect(vote.stories == component.count)
        let sentence = vote.sentence(inner: "a", outer: "b")
        let (alone, voted) = (Int((vote.alone * 100).rounded()), Int((vote.voted * 100).rounded()))
        // What makes no difference in whole percentages is not told.
        #expect((sentence == nil) == (alone == voted))
        #expect(sentence?.contains("the \(component.count) stories") != false)
        #expect(vote.factors.allSatisfy { ($0.pull > 0) == (vote.voted >= 0.5) })
        #expect(votes.vote(pair.second, pair.first)?.voted == vote.voted)
      }
    }
    #expect(groups == placed.groups)
    #expect(refined > 20)
  }

  @Test("a vote is told only where the component was asked, and for its own stories only")
  func silence() throws {
    let stories = prepare([Array(1...60), Array(1...60)])
    let placed = place(stories, order: [0, 1], rule: try trained())
    let two = [StoryNumber(1), StoryNumber(2)]
    let votes = votes(of: two, stories, placed.pairs, try trained())
    let vote = try #require(votes.vote(two[0], two[1]))
    #expect(
      vote.alone == vote.voted && vote.alone > 0.5 && vote.sentence(inner: "a", outer: "b") == nil)
    #expect(votes.vote(two[0], StoryNumber(3)) == nil)
    #expect(votes.vote(two[0], two[0]) == nil)
  }

  func votes(
    of component: [StoryNumber], _ stories: [Prepared], _ pairs: [JudgedPair], _ rule: RelationRule
  ) -> ComponentVotes {
    let face = { (story: StoryNumber) in stories[Int(story.value) - 1].face }
    return ComponentVotes(
      component.sorted { face($0).precedes(face($1)) },
      pairs.map {
        ComponentVotes.Pair(
          $0.first, $0.second, strength: $0.verdict.strength, isIdentity: $0.evidence.sameIdentity,
          covered: ($0.evidence.firstCovered, $0.evidence.secondCovered))
      }, rule: rule)
  }

  /// Stories bound by pairs that tie, directly or through others, by plain merging of sets.
  private func components(_ pairs: [JudgedPair], count: Int) -> [[StoryNumber]] {
    var of = Array(0...count)
    for pair in pairs where pair.verdict.strength >= GroupKeeper.tieStrength {
      let (kept, gone) = (of[Int(pair.first.value)], of[Int(pair.second.value)])
      of = of.map { $0 == gone ? kept : $0 }
    }
    return Dictionary(grouping: 1...count) { of[$0] }.values.map {
      $0.map { StoryNumber(Int64($0)) }
    }
  }
}
