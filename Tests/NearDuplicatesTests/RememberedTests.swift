import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite("What is counted once, aged and restored") struct RememberedTests {
  private func keys(_ words: [Int]) -> [TokenKey] { AlignerTests.copy(words).keys }

  @Test("a story that is placed anew many times fills one place of a bucket")
  func onePlace() {
    var index = BandIndex(plan: BandPlan(bands: 1, rows: 1), window: nil)
    let search = ReuseSearch(leastShared: 1, ofWhole: 1, leastPart: 0, most: 3)
    let text = FingerprintedText([1, 2, 3, 4])
    for number: Int64 in [1, 2, 2, 2, 2, 2] {
      index.insert(
        StoryNumber(number), Signature(registers: []), text, at: Instant(milliseconds: 0))
    }
    #expect(index.sharing(text, search) == [StoryNumber(2), StoryNumber(1)])
  }

  @Test("outlets whose counts aged are looked at again")
  func aged() {
    var ledger = RecurrenceLedger()
    let traits = (0..<110).map { $0 == 0 || $0 == 80 ? TokenTraits.lineStart : [] }
    for story in 0..<4 {
      let body = Array(1000 * (story + 1)..<1000 * (story + 1) + 80)
      ledger.count(story: UInt32(story), outlet: 1, keys(body + Array(1...30)), traits)
    }
    ledger.age(at: Instant(milliseconds: 0), window: 10)
    _ = ledger.takeLearned()
    ledger.age(at: Instant(milliseconds: 10), window: 10)
    #expect(ledger.takeLearned() == [1])
  }

  @Test("copy that is sent again is no further story of an outlet")
  func sentAgain() {
    var ledger = RecurrenceLedger()
    let traits = (0..<120).map { $0 % 40 == 0 ? TokenTraits.lineStart : [] }
    for story in 0..<6 {
      ledger.count(story: UInt32(story), outlet: 1, keys(Array(1...120)), traits)
    }
    #expect(ledger.storyCount(of: 1) == 1)
  }

  @Test("a generation begins anew where the clock was put back")
  func clockPutBack() {
    var clock = GenerationClock()
    let turns = [10_000, 0, 9, 10].map {
      clock.turns(at: Instant(milliseconds: $0), window: 10)
    }
    #expect(turns == [false, false, false, true])
  }

  @Test("stories of the window before count among those that a word is common in")
  func windowBefore() {
    var learned = LearnedRarity()
    learned.age(at: Instant(milliseconds: 0), window: 1000)
    func copy(_ words: [Int]) -> Copy {
      let keys = words.map {
        TokenKey(hash: Mixing.finalise(UInt64($0)), isCharacter: false)
      }
      return Copy(
        keys: keys, weights: words.map { _ in Rarity.most },
        traits: [TokenTraits](repeating: [], count: words.count))
    }
    for number in 0..<8000 {
      let words = number % 200 == 0 ? [3, 10_000 + number] : [10_000 + number]
      learned.count(copy(words), as: UInt32(number))
    }
    let before = learned.weighed(copy([3])).weights
    #expect(before != copy([3]).weights)
    learned.age(at: Instant(milliseconds: 1000), window: 1000)
    #expect(learned.weighed(copy([3])).weights == before)
  }

  @Test("ties are restored with what they cover of either side")
  func ties() throws {
    let all = Array(0..<400)
    let stories = GroupKeeperTests().prepare([all, Array(all[..<150]), Array(all[100...])])
    let plan = BandPlan(bands: 64, rows: 2)
    var keeper = GroupKeeper(plan: plan, window: nil, rule: RelationRule())
    var again = GroupKeeper(plan: plan, window: nil, rule: RelationRule())
    var pairs: [JudgedPair] = []
    let packed = stories.map { PackedCopy($0.copy) }
    for (position, story) in stories.enumerated() {
      let number = StoryNumber(Int64(position + 1))
      let placement = keeper.place(
        Newcomer(
          number: number, face: story.face, copy: story.copy, signature: story.signature,
          fingerprints: Fingerprinter().fingerprints(of: story.copy),
          arrived: Instant(milliseconds: 0))
      ) { packed[Int($0.value) - 1] }
      pairs += placement.pairs
      again.restore(
        number, face: story.face, group: placement.group, copy: packed[position],
        signature: story.signature, fingerprints: [], arrived: Instant(milliseconds: 0))
    }
    try #require(!pairs.isEmpty)
    for pair in pairs {
      again.restoreTie(
        pair.first, pair.second, strength: pair.verdict.strength,
        isIdentity: pair.evidence.sameIdentity,
        covered: (pair.evidence.firstCovered, pair.evidence.secondCovered))
    }
    #expect(keeper.ties.count == again.ties.count)
    for (story, ties) in keeper.ties {
      for tie in ties {
        let restored = again.ties[story]?.first { $0.story == tie.story }
        #expect(restored?.covered == tie.covered, "\(story) and \(tie.story)")
      }
    }
  }
}
