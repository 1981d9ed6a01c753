import CLines
import TestSupport
import Testing

/// Lines of memory compared by the processor's own instructions against the plain way that other processors go.
@Suite struct LineTests {
  /// Few values, so that many are equal, and those by which signs and widths go wrong.
  private static let values: [UInt32] = [
    0, 1, 0x7FFF, 0x8000, 0xFFFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, .max,
  ]

  @Test("says of sixteen numbers which are the one wanted, under any mask, by either way")
  func equal() {
    var random = SeededGenerator(seed: 20_261_129)
    for _ in 0..<2_000 {
      let line = (0..<16).map { _ in Self.values.randomElement(using: &random) ?? 0 }
      let mask: UInt32 =
        [.max, 0xFFFF_0000, 0x8000_0000, 0].randomElement(using: &random) ?? .max
      let wanted = (Self.values.randomElement(using: &random) ?? 0) & mask
      let expected = line.enumerated().reduce(UInt32(0)) { bits, slot in
        bits | (slot.element & mask == wanted ? 1 << UInt32(slot.offset) : 0)
      }
      #expect(clines_equal(line, wanted, mask) == expected)
      #expect(clines_equal_plain(line, wanted, mask) == expected)
    }
  }

  @Test("says of eight pairs which have the first wanted and which are free, by either way")
  func pairs() {
    var random = SeededGenerator(seed: 20_261_130)
    for _ in 0..<2_000 {
      let line = (0..<16).map { _ in Self.values.randomElement(using: &random) ?? 0 }
      let wanted = Self.values.randomElement(using: &random) ?? 0
      var expected: UInt32 = 0
      for pair in 0..<8 {
        if line[2 * pair] == wanted { expected |= 1 << UInt32(pair) }
        if line[2 * pair + 1] == 0 { expected |= 1 << UInt32(pair + 8) }
      }
      #expect(clines_pairs(line, wanted) == expected)
      #expect(clines_pairs_plain(line, wanted) == expected)
    }
  }
}
