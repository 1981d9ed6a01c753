import Stories
import TestSupport
import Testing

@testable import NearDuplicates

/// What is known of outlets, in bounded memory however many there are.
@Suite struct RecurrenceOutletTests {
  private static let traits = (0..<80).map { $0 == 0 || $0 == 60 ? TokenTraits.lineStart : [] }

  private func keys(_ words: [Int]) -> [TokenKey] { AlignerTests.copy(words).keys }

  /// A story of random words above the footer of its outlet.
  private func story(of outlet: UInt32, _ random: inout SeededGenerator) -> [TokenKey] {
    let body = (0..<60).map { _ in Int.random(in: 1_000_000..<9_000_000, using: &random) }
    return keys(body + Array(20 * Int(outlet)..<20 * Int(outlet) + 20))
  }

  @Test(
    "however many outlets there are, no more are known than the limit: those that were last heard of"
  )
  func limit() {
    var random = SeededGenerator(seed: 21)
    var ledger = RecurrenceLedger(outletLimit: 64)
    var number: UInt32 = 0
    func count(_ outlet: UInt32) {
      number += 1
      ledger.count(story: number, outlet: outlet, story(of: outlet, &random), Self.traits)
      #expect(ledger.outletCount <= 64)
    }
    for outlet in 1...2000 as ClosedRange<UInt32> {
      for _ in 0..<3 { count(outlet) }
      count(0)
    }
    #expect(ledger.outletCount > 64 * 7 / 8 - 1)
    for outlet in [0, 1999, 2000] as [UInt32] {
      let text = story(of: outlet, &random)
      #expect(ledger.recurring(outlet: outlet, text, Self.traits) == [60..<80])
    }
    #expect(ledger.storyCount(of: 1) == 0)
    #expect(ledger.byteCount < 64 * 20_000)
  }

  @Test("outlets that are forgotten are looked at again where they had taught anything")
  func lookedAtAgain() {
    var random = SeededGenerator(seed: 22)
    var ledger = RecurrenceLedger(outletLimit: 4)
    for number in 0..<3 as Range<UInt32> {
      ledger.count(story: number, outlet: 1, story(of: 1, &random), Self.traits)
    }
    ledger.count(story: 3, outlet: 2, story(of: 2, &random), Self.traits)
    #expect(ledger.takeLearned() == [1])
    for outlet in 3...6 as ClosedRange<UInt32> {
      ledger.count(story: outlet + 1, outlet: outlet, story(of: outlet, &random), Self.traits)
    }
    #expect(ledger.storyCount(of: 1) == 0 && ledger.storyCount(of: 2) == 0)
    #expect(ledger.takeLearned() == [1])
  }

  @Test("as long as there are no more outlets than the limit it changes nothing")
  func ordinary() {
    var random = SeededGenerator(seed: 23)
    var (bounded, unbounded) = (
      RecurrenceLedger(outletLimit: 50), RecurrenceLedger(outletLimit: .max)
    )
    for number in 0..<2000 as Range<UInt32> {
      let outlet = UInt32.random(in: 0..<50, using: &random)
      let text = story(of: outlet, &random)
      bounded.count(story: number, outlet: outlet, text, Self.traits)
      unbounded.count(story: number, outlet: outlet, text, Self.traits)
      #expect(
        bounded.recurring(outlet: outlet, text, Self.traits)
          == unbounded.recurring(outlet: outlet, text, Self.traits))
    }
    #expect(bounded.entryCount == unbounded.entryCount)
    #expect(bounded.takeLearned() == unbounded.takeLearned())
  }

  @Test("an outlet has no more than eight kilobytes besides its keys")
  func fixedCost() {
    var random = SeededGenerator(seed: 24)
    var openings = StoryOpenings()
    for number in 0..<500 as Range<UInt32> { openings.note(number, story(of: 1, &random)) }
    #expect(openings[371] == nil && openings[372]?.length == 80 && openings[499] != nil)
    #expect(openings.byteCount < 8000)
  }
}
