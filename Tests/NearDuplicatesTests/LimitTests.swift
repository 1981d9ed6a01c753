import Stories
import TestSupport
import Testing

@testable import NearDuplicates

/// What is done for one newcomer stays bounded, and the bounds leave out what matters least.
@Suite("Limits of comparing") struct LimitTests {
  private let known = GroupKeeperTests()

  private func newcomer(
    _ number: Int, _ story: GroupKeeperTests.Prepared, takes: [StoryNumber] = []
  ) -> Newcomer {
    Newcomer(
      number: StoryNumber(Int64(number)), face: story.face, copy: story.copy,
      signature: story.signature, fingerprints: Fingerprinter().fingerprints(of: story.copy),
      arrived: Instant(milliseconds: Int64(number)), earlierTakes: takes)
  }

  @Test(
    "with more takes than can be compared the newest are, and copies elsewhere are found as well")
  func takes() {
    let (own, elsewhere) = (Array(1...16), Array(1001...1016))
    let count = 520
    let stories = known.prepare(
      (0..<count).map { _ in own } + [elsewhere, own + Array(17...18) + elsewhere, elsewhere])
    var keeper = GroupKeeper(
      plan: BandPlan(bands: 64, rows: 2), window: nil, rule: RelationRule())
    var takes: [StoryNumber] = []
    let copies = { (story: StoryNumber) in PackedCopy(stories[Int(story.value) - 1].copy) }
    for number in 1...count {
      _ = keeper.place(newcomer(number, stories[number - 1], takes: takes), copies: copies)
      takes.append(StoryNumber(Int64(number)))
    }
    _ = keeper.place(newcomer(count + 1, stories[count]), copies: copies)
    let placement = keeper.place(
      newcomer(count + 2, stories[count + 1], takes: takes), copies: copies)
    let compared = Set(placement.pairs.map(\.first.value))
    #expect(compared.contains(Int64(count)) && !compared.contains(1))
    #expect(compared.contains(Int64(count + 1)))
    #expect(keeper.group(of: StoryNumber(Int64(count + 2))) == keeper.group(of: StoryNumber(1)))
  }

  @Test("takes that are not held any more take up nothing of what is compared")
  func expired() {
    let story = Array(1...80)
    let stories = known.prepare((0..<3).map { _ in story })
    var keeper = GroupKeeper(
      plan: BandPlan(bands: 64, rows: 2), window: nil, rule: RelationRule())
    let gone = (1...2000).map { StoryNumber(Int64($0)) }
    _ = keeper.place(newcomer(3000, stories[0]), copies: { _ in nil })
    let placement = keeper.place(newcomer(3001, stories[1], takes: gone)) { _ in
      PackedCopy(stories[0].copy)
    }
    #expect(placement.pairs.map(\.first.value) == [3000] && !placement.reachedLimit)
  }

  @Test("a flood of one text costs each newcomer no more at its end than in its midst")
  func flood() {
    let stories = known.prepare((0..<400).map { _ in Array(1...16) })
    var keeper = GroupKeeper(
      plan: BandPlan(bands: 64, rows: 2), window: nil, rule: RelationRule())
    var asked = 0
    var costs: [Int] = []
    for number in 1...stories.count {
      asked = 0
      _ = keeper.place(newcomer(number, stories[number - 1])) { story in
        asked += 1
        return PackedCopy(stories[Int(story.value) - 1].copy)
      }
      costs.append(asked)
    }
    #expect(costs[300...].max() ?? .max <= costs[..<250].max() ?? 0)
    #expect(costs[300...].max() ?? .max <= 300)
    #expect(Set((1...400).map { keeper.group(of: StoryNumber(Int64($0))) }).count == 1)
  }
}
