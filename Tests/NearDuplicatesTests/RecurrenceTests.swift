import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct RecurrenceTests {
  private func keys(_ words: [Int]) -> [TokenKey] { AlignerTests.copy(words).keys }

  /// Traits of a body line and a footer line.
  private func traits(_ body: Int, _ footer: Int) -> [TokenTraits] {
    (0..<body + footer).map { $0 == 0 || $0 == body ? [.lineStart] : [] }
  }

  @Test("a footer under unrelated stories is marked from the third on, in its outlet alone")
  func footer() {
    var ledger = RecurrenceLedger()
    let footer = Array(1...30)
    for story in 0..<4 {
      let text = keys(Array(1000 * (story + 1)..<1000 * (story + 1) + 80) + footer)
      ledger.count(story: UInt32(story), outlet: 1, text, traits(80, 30))
      let marked = ledger.recurring(outlet: 1, text, traits(80, 30))
      #expect(marked == (story < 2 ? [] : [80..<110]))
      #expect(ledger.recurring(outlet: 2, text, traits(80, 30)).isEmpty)
    }
    #expect(ledger.takeLearned() == [1])
    #expect(ledger.takeLearned().isEmpty)
  }

  @Test("copy that an outlet sends again and again is no furniture")
  func resent() {
    var ledger = RecurrenceLedger()
    let text = keys(Array(1...120))
    let traits = (0..<120).map { $0 % 40 == 0 ? TokenTraits.lineStart : [] }
    for story in 0..<6 { ledger.count(story: UInt32(story), outlet: 1, text, traits) }
    #expect(ledger.recurring(outlet: 1, text, traits).isEmpty)
  }

  /// A story of its own words above some that all stories have.
  private func story(_ number: Int, own: Int, below shared: Int) -> [TokenKey] {
    keys(Array(1000 * (number + 1)..<1000 * (number + 1) + own) + Array(1...shared))
  }

  @Test("a policy longer than the briefs above it that a model knows half of is furniture at once")
  func longFooter() {
    var ledger = RecurrenceLedger()
    for number in 0..<3 {
      let text = story(number, own: 90, below: 250)
      ledger.count(
        story: UInt32(number), outlet: 1, text, traits(90, 250), without: [90..<280])
    }
    let text = story(8, own: 90, below: 250)
    #expect(ledger.recurring(outlet: 1, text, traits(90, 250)) == [90..<340])
  }

  @Test("a policy longer than the briefs above it that no model knows is furniture, if later")
  func unknownFooter() {
    var ledger = RecurrenceLedger()
    let text = story(20, own: 90, below: 250)
    for number in 0..<9 {
      #expect(ledger.recurring(outlet: 1, text, traits(90, 250)).isEmpty)
      ledger.count(
        story: UInt32(number), outlet: 1, story(number, own: 90, below: 250), traits(90, 250))
    }
    #expect(ledger.recurring(outlet: 1, text, traits(90, 250)) == [90..<340])
  }

  @Test(
    "a policy longer than the briefs above it that a model finds not unlikely is furniture at once",
    arguments: [(Float(0.3), true), (0.05, false)])
  func likelyFooter(probability: Float, isFurniture: Bool) {
    var ledger = RecurrenceLedger()
    for number in 0..<3 {
      ledger.count(
        story: UInt32(number), outlet: 1, story(number, own: 90, below: 250), traits(90, 250)
      ) { [BoilerplateLikelihood(tokens: 90..<340, probability: probability)] }
    }
    let text = story(8, own: 90, below: 250)
    #expect(
      ledger.recurring(outlet: 1, text, traits(90, 250)) == (isFurniture ? [90..<340] : []))
  }

  @Test("what is likely of tokens counts for those that lie in a stretch, and nothing for others")
  func meanLikelihood() {
    let likely = [
      BoilerplateLikelihood(tokens: 2..<4, probability: 0.5),
      BoilerplateLikelihood(tokens: 6..<9, probability: 0.25),
    ]
    #expect(BoilerplateLikelihood.mean(of: [0, 2, 3, 5, 8], likely) == 0.25)
    #expect(BoilerplateLikelihood.mean(of: [0, 9], likely) == 0)
    #expect(BoilerplateLikelihood.mean(of: [1], []) == 0)
  }

  @Test("background that goes on under one new lead after another is no furniture")
  func runningStory() {
    var ledger = RecurrenceLedger()
    let traits = traits(60, 200)
    for number in 0..<8 {
      let text = story(number, own: 60, below: 200)
      ledger.count(story: UInt32(number), outlet: 1, text, traits)
      #expect(ledger.recurring(outlet: 1, text, traits).isEmpty)
    }
  }

  @Test(
    "takes that put a new paragraph on top of all that was there are no furniture, short as they are",
    arguments: [12, 30, 60])
  func newTops(length: Int) {
    var ledger = RecurrenceLedger()
    var text: [Int] = []
    for take in 0..<7 {
      text = Array(1000 * (take + 1)..<1000 * (take + 1) + length) + text
      let traits = text.indices.map { $0 % length == 0 ? TokenTraits.lineStart : [] }
      ledger.count(story: UInt32(take), outlet: 1, keys(text), traits)
      #expect(ledger.recurring(outlet: 1, keys(text), traits).isEmpty, "take \(take)")
    }
  }

  @Test(
    "a footer under briefs shorter than itself is furniture, soon where a model finds it likely",
    arguments: [(10, Float(0.3), 3), (20, 0.3, 3), (10, 0, 9), (20, 0, 9)])
  func briefs(own: Int, probability: Float, stories: Int) {
    var ledger = RecurrenceLedger()
    for number in 0..<stories {
      ledger.count(
        story: UInt32(number), outlet: 1, story(number, own: own, below: 58), traits(own, 58)
      ) { [BoilerplateLikelihood(tokens: own..<own + 58, probability: probability)] }
    }
    let text = story(30, own: own, below: 58)
    #expect(ledger.recurring(outlet: 1, text, traits(own, 58)) == [own..<own + 58])
  }

  @Test("a header and a footer that make up half of each story are furniture")
  func headerAndFooter() {
    var ledger = RecurrenceLedger()
    func text(_ number: Int) -> [TokenKey] {
      keys(Array(1...43) + Array(1000 * number..<1000 * number + 100) + Array(201...263))
    }
    let traits = (0..<206).map { [0, 43, 143].contains($0) ? TokenTraits.lineStart : [] }
    for number in 1...12 {
      ledger.count(story: UInt32(number), outlet: 1, text(number), traits)
    }
    #expect(ledger.recurring(outlet: 1, text(20), traits) == [0..<43, 143..<206])
  }
}
