import Foundation
import Stories
import Testing

@Suite struct InstantTests {
  @Test(
    "reads the forms of dates that wires and archives use",
    arguments: [
      ("1987-02-26T15:03:27Z", 541_350_207_000), ("2026-03-02T08:15:00Z", 1_772_439_300_000),
      ("2026-03-02T09:15:00+01:00", 1_772_439_300_000), ("2026-03-02 08:15", 1_772_439_300_000),
      ("2026-03-02T03:15:00.250-0500", 1_772_439_300_250), ("1970-01-01", 0),
      ("1969-12-31T23:59:59Z", -1000), ("2024-02-29", 1_709_164_800_000),
      ("9999-12-31T23:59:59Z", 253_402_300_799_000), ("0000-01-01", -62_167_219_200_000),
    ])
  func reads(_ text: String, _ milliseconds: Int64) {
    #expect(Instant(text)?.milliseconds == milliseconds)
  }

  @Test(
    "refuses what names no moment",
    arguments: [
      "", "yesterday", "2026-13-01", "2025-02-29", "2026-03-02T25:00:00Z", "2026-03-02T08:15:00X",
      "02.03.2026", "2026-3-2", "2026-03-02T08:15:00Z and more",
      // Of these the year would have five digits in UTC, or a sign.
      "9999-12-31T23:59:59-01:00", "0000-01-01T00:00:00+01:00",
    ])
  func refuses(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test("writes what it reads, and agrees with Foundation's calendar from 1583 to 3999")
  func roundTrip() {
    let formatter = Date.ISO8601FormatStyle()
    // From 1583, the first full year in which both calendars agree.
    var milliseconds: Int64 = -12_212_553_600_000
    while milliseconds < 64_060_588_800_000 {
      let instant = Instant(milliseconds: milliseconds)
      let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      #expect(instant.description == formatter.format(date))
      #expect(Instant(instant.description) == instant)
      milliseconds += 86_400_000 * 397 + 12_345_000
    }
  }

  @Test("distances and steps stay within the range of the numbers")
  func saturates() {
    let (least, most) = (Instant(milliseconds: .min), Instant(milliseconds: .max))
    #expect(least.distance(to: most) == .max)
    #expect(most.advanced(byMilliseconds: 1) == most)
    #expect(least.advanced(byMilliseconds: -1) == least)
  }
}
