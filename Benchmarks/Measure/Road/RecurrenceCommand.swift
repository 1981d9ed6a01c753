import NearDuplicates
import Stories

/// `measure recurrence`: a long synthetic stream through what remembers an outlet's furniture.
struct RecurrenceCommand {
  private let stories: Int
  private let outlets: Int
  private let window: Int
  private let seed: Int

  /// Words of a story and words in a line of it; furniture is whole lines.
  private static let (words, lineWords, furnitureLines) = (260, 20, 3)

  init(_ arguments: inout Arguments) throws {
    stories = try arguments.takeNumber("--stories", standard: 1_000_000, in: 1...100_000_000)
    outlets = try arguments.takeNumber("--outlets", standard: 60, in: 1...1_000_000)
    window = try arguments.takeNumber("--window", standard: .max, in: 1...Int.max)
    seed = try arguments.takeNumber("--seed", standard: 1, in: 0...Int.max)
    try arguments.finish()
  }

  func run() {
    var random = SeededNumbers(seed: UInt64(seed))
    var ledger = RecurrenceLedger()
    var (found, wanted, wrong) = (0, 0, 0)
    var counting = 0.0
    for number in 1...stories {
      let outlet = UInt32(Double(outlets) * skewed(&random))
      let (keys, traits, furniture) = story(outlet, number, &random)
      counting += CPUClock.seconds {
        ledger.count(story: UInt32(number), outlet: outlet, keys, traits)
      }
      ledger.age(at: Instant(milliseconds: Int64(number)), window: Int64(window))
      if number % 50 == 1, ledger.storyCount(of: outlet) >= 300 {
        for range in ledger.recurring(outlet: outlet, keys, traits) {
          let right = furniture.map { $0.clamped(to: range).count }.reduce(0, +)
          (found, wrong) = (found + right, wrong + range.count - right)
        }
        wanted += furniture.map(\.count).reduce(0, +)
      }
      if [100_000, 300_000, 1_000_000].contains(number) || number == stories {
        print(
          "{\"stories\":\(number),\"outlets\":\(ledger.outletCount),"
            + "\"entries\":\(ledger.entryCount),\"bytes\":\(ledger.byteCount),"
            + "\"peak_mb\":\(Figures.fixed(PeakMemory.megabytes(), 0)),"
            + "\"count_us\":\(Figures.fixed(counting * 1e6 / Double(number), 2)),"
            + "\"furniture_found\":\(share(found, wanted)),\"marked_wrongly\":\(share(wrong, wanted))}"
        )
      }
    }
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    Figures.fixed(Double(part) / Double(max(1, whole)), 4)
  }

  /// From 0 to 1, small numbers far more often: words and outlets are used unevenly.
  private func skewed(_ random: inout SeededNumbers) -> Double {
    let even = Double.random(in: 0..<1, using: &random)
    return even * even * even
  }

  /// Lines of words that are used as unevenly as in news, and in nine of ten stories the outlet's furniture.
  private func story(
    _ outlet: UInt32, _ number: Int, _ random: inout SeededNumbers
  ) -> (keys: [TokenKey], traits: [TokenTraits], furniture: [Range<Int>]) {
    var bits: [UInt32] = (0..<RecurrenceCommand.words).map { _ in
      UInt32(60_000 * skewed(&random)) << 1
    }
    var furniture: [Range<Int>] = []
    if number % 10 != 0 {
      for line in 0..<RecurrenceCommand.furnitureLines {
        let start = bits.count
        for word in 0..<RecurrenceCommand.lineWords {
          let mixed = SeededNumbers.mix(UInt64(outlet) << 20 | UInt64(line * 100 + word))
          bits.append(UInt32(truncatingIfNeeded: mixed) & ~1 | 1 << 31)
        }
        furniture.append(start..<bits.count)
      }
    }
    let traits = bits.indices.map { index in
      index % RecurrenceCommand.lineWords == 0 ? TokenTraits.lineStart : []
    }
    return (bits.map { TokenKey(bits: $0) }, traits, furniture)
  }
}
