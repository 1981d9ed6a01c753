import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite("Round-ups") struct RoundUpTests {
  private static let half: UInt64 = 0x0000_0000_FFFF_FFFF

  /// A text that has half of one story and half of another, which share nothing. The other ties are as given.
  private func table(
    kin: Double = 0, taken: UInt64 = half, given: UInt64 = half
  ) -> ComponentTable {
    var table = ComponentTable(count: 3)
    func pair(_ one: Int, _ two: Int, _ strength: Double, _ mine: UInt64, _ theirs: UInt64) {
      table.set(
        one, two, strength: strength, covered: (Coverage(bits: mine), Coverage(bits: theirs)))
    }
    pair(0, 1, 0.7, Self.half, Self.half)
    pair(0, 2, 0.6, taken << 32, given)
    if kin > 0 { pair(1, 2, kin, 0xFF, 0xFF) }
    return table
  }

  @Test("a text of which two strangers cover a half each is the round-up of both pairs")
  func halves() {
    let context = ComponentContext(table(taken: Self.half))
    #expect(context.roundUp(0, 1) == 0)
    #expect(context.roundUp(1, 0) == 0)
    #expect(context.roundUp(0, 2) == 0)
  }

  @Test("no round-up is what two stories share that have to do with each other")
  func kin() {
    #expect(ComponentContext(table(kin: 0.2)).roundUp(0, 1) == nil)
  }

  @Test("no round-up is what has little of the other story, or only little for it")
  func little() {
    #expect(ComponentContext(table(given: 0xFFFF)).roundUp(0, 1) == nil)
    // Two halves, each of which stands whole in the whole.
    #expect(ComponentContext(table(given: .max)).roundUp(0, 1) == nil)
    #expect(ComponentContext(table(taken: 0xFFFF)).roundUp(0, 1) == nil)
  }

  @Test("a text that holds three strangers whole is the round-up of each")
  func three() {
    var table = ComponentTable(count: 4)
    for (story, place) in [(1, 0), (2, 21), (3, 42)] {
      let third: UInt64 = 0x1F_FFFF << UInt64(place)
      table.set(
        0, story, strength: 0.7, covered: (Coverage(bits: third), Coverage(bits: .max)))
    }
    let context = ComponentContext(table)
    #expect((1...3).allSatisfy { context.roundUp(0, $0) == 0 })
  }

  @Test("a cut that stands whole in a round-up is kept apart where its story stands in it in part")
  func cutOfOne() {
    var table = ComponentTable(count: 4)
    func pair(_ one: Int, _ two: Int, _ mine: UInt64, _ theirs: UInt64) {
      table.set(one, two, strength: 0.8, covered: (Coverage(bits: mine), Coverage(bits: theirs)))
    }
    pair(0, 1, Self.half, Self.half)
    pair(0, 2, ~Self.half, Self.half)
    pair(0, 3, Self.half, .max)
    pair(1, 3, Self.half, .max)
    #expect(ComponentContext(table).roundUp(0, 3) == 0)
  }

  @Test("a component keeps a round-up out of the group of either story, whatever trees say")
  func groups() throws {
    let width = ComponentFeature.allCases.count
    let examples: [TreeTrainer.Example] = (0..<200).map {
      var values = [Float](repeating: 0, count: width)
      values[0] = Float($0) / 200
      return .init(values: values, isYes: $0 >= 40)
    }
    let trees = try #require(TreeTrainer().train(examples))
    let stories = [StoryNumber(1), StoryNumber(2), StoryNumber(3)]
    let votes = ComponentVotes(stories, table(), by: trees)
    #expect(votes.clusters.map(\.count) == [1, 1, 1])
    let vote = try #require(votes.vote(stories[0], stories[1]))
    #expect(vote.alone > 0.6 && vote.voted < GroupKeeper.joinStrength)
    #expect(vote.factors.map(\.name) == [.othersAloneInside])
    #expect(vote.factors.allSatisfy { $0.pull < 0 && $0.value == 0.5 })
    let kin = ComponentVotes(stories, table(kin: 0.6), by: trees)
    #expect(kin.clusters.map(\.count) == [3])
  }
}
