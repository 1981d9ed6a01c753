import Stories
import TestSupport
import Testing

@testable import NearDuplicates

/// What recurs, counted in bounded memory, held against exact counts.
@Suite struct RecurrenceBoundTests {
  private func keys(_ words: [Int]) -> [TokenKey] { AlignerTests.copy(words).keys }

  /// Lossy Counting as its authors wrote it down, by dictionaries.
  private struct PlainCounts {
    private(set) var counts: [UInt64: (seen: Int, missed: Int)] = [:]
    private var floor = 0

    mutating func count(_ story: Set<UInt64>) {
      for key in story { counts[key, default: (0, floor)].seen += 1 }
    }

    mutating func endBucket() {
      floor += 1
      counts = counts.filter { $0.value.seen + $0.value.missed > floor }
    }
  }

  @Test("counts are those of Lossy Counting, never too high, and too low by one a bucket at most")
  func lossyCounting() {
    var random = SeededGenerator(seed: 5)
    var (table, plain) = (RecurrenceTable(bucket: 20), PlainCounts())
    var exact: [UInt64: Int] = [:]
    for story in 1...2000 {
      let words = (0..<30).map { _ in
        let even = Double.random(in: 0..<1, using: &random)
        return Mixing.finalise(UInt64(20_000 * even * even * even * even))
      }
      for hash in words { _ = table.note(hash, UInt32(story), counting: true) }
      plain.count(Set(words))
      for hash in Set(words) { exact[hash, default: 0] += 1 }
      table.prune(after: story)
      if story % 20 == 0 { plain.endBucket() }
    }
    #expect(table.floor == 100 && table.used == plain.counts.count)
    for (hash, count) in exact {
      let counted = table.count(of: hash)
      #expect(counted == plain.counts[hash]?.seen ?? 0)
      #expect(counted <= count && counted >= count - table.floor)
      #expect(count <= table.floor || counted > 0)
    }
    #expect(exact.values.count { $0 > table.floor } > 20)
    #expect(exact.contains { table.count(of: $0.key) > 0 && table.count(of: $0.key) < $0.value })
    #expect(exact.count > 10_000 && table.used < 1500, "\(exact.count) keys, \(table.used) held")
  }

  @Test("what is older than the window before the last does not count any more")
  func ages() {
    var ledger = RecurrenceLedger()
    let footer = Array(1...30)
    func story(_ number: Int) -> [TokenKey] {
      keys(Array(1000 * number..<1000 * number + 60) + footer)
    }
    let traits = (0..<90).map { $0 == 0 || $0 == 60 ? TokenTraits.lineStart : [] }
    func count(_ numbers: ClosedRange<Int>) {
      for number in numbers {
        ledger.count(story: UInt32(number), outlet: 1, story(number), traits)
      }
    }
    func age(_ day: Int64) {
      ledger.age(at: Instant(milliseconds: day * Instant.day), window: 14 * Instant.day)
    }
    age(0)
    count(1...4)
    age(14)
    #expect(ledger.recurring(outlet: 1, story(9), traits) == [60..<90])
    count(5...6)
    age(20)
    #expect(ledger.storyCount(of: 1) == 6)
    age(28)
    #expect(ledger.storyCount(of: 1) == 2)
    #expect(ledger.recurring(outlet: 1, story(9), traits).isEmpty)
    age(42)
    #expect(ledger.storyCount(of: 1) == 0 && ledger.entryCount == 0)
  }

  @Test("however many outlets there are, no more keys are held than the limit; furniture survives")
  func limit() {
    var random = SeededGenerator(seed: 6)
    var ledger = RecurrenceLedger(entryLimit: 5000)
    let traits = (0..<80).map { $0 == 0 || $0 == 60 ? TokenTraits.lineStart : [] }
    for number in 1...600 {
      let outlet = UInt32(number % 2 == 0 ? 0 : number)
      let body = (0..<60).map { _ in Int.random(in: 1000..<1_000_000, using: &random) }
      ledger.count(story: UInt32(number), outlet: outlet, keys(body + Array(1...20)), traits)
      #expect(ledger.entryCount <= 5000)
    }
    let text = keys(Array(1000..<1060) + Array(1...20))
    #expect(ledger.recurring(outlet: 0, text, traits) == [60..<80])
    #expect(ledger.byteCount < 2_000_000)
  }

  @Test("the limit holds from window to window too, and what the last one left gives way first")
  func limitAcrossWindows() {
    var random = SeededGenerator(seed: 16)
    var ledger = RecurrenceLedger(entryLimit: 8000)
    let traits = (0..<80).map { $0 == 0 || $0 == 60 ? TokenTraits.lineStart : [] }
    var number: UInt32 = 0
    for window in 0..<4 {
      ledger.age(
        at: Instant(milliseconds: Int64(window) * 14 * Instant.day), window: 14 * Instant.day)
      // As many outlets as it takes to come near to the limit without reaching it.
      for outlet in 0..<98 {
        number += 1
        let body = (0..<60).map { _ in Int.random(in: 1000..<1_000_000, using: &random) }
        ledger.count(
          story: number, outlet: UInt32(outlet), keys(body + Array(1...20)), traits)
        #expect(ledger.entryCount <= 8000)
      }
    }
  }
}
