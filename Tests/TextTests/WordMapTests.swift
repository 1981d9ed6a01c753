import CWords
import TestSupport
import Testing

/// The maps as this processor makes them against those made 16 bytes at a time, and both against what is said of each
/// byte.
@Suite struct WordMapTests {
  private func map(
    _ bytes: [UInt8],
    _ find: (
      UnsafePointer<UInt8>?, Int64, UnsafeMutablePointer<UInt64>?, UnsafeMutablePointer<UInt64>?
    ) -> Void
  ) -> [[UInt64]] {
    var words = [UInt64](repeating: 7, count: bytes.count / 64 + 1)
    var hard = words
    find(bytes, Int64(bytes.count), &words, &hard)
    return [words, hard]
  }

  /// What a bit of either map should be, said of one byte and its neighbours.
  private func expected(_ bytes: [UInt8], _ at: Int) -> (word: Bool, hard: Bool) {
    func kind(_ index: Int) -> Character {
      guard bytes.indices.contains(index) else { return " " }
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A: return "a"
      case 0x30...0x39: return "1"
      default: return " "
      }
    }
    let (before, after) = (kind(at - 1), kind(at + 1))
    let (letters, digits) = (before == "a" && after == "a", before == "1" && after == "1")
    return switch bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "'"): (letters || digits, false)
    case UInt8(ascii: ","), UInt8(ascii: ";"): (digits, false)
    case UInt8(ascii: ":"): (false, letters)
    case UInt8(ascii: "@"), UInt8(ascii: "_"), 0x80...0xFF: (false, true)
    default: (kind(at) != " ", false)
    }
  }

  /// Random bytes, of which some are awkward.
  private func bytes(
    _ count: Int, halfOf awkward: [UInt8], _ random: inout SeededGenerator
  ) -> [UInt8] {
    (0..<count).map { _ in
      Bool.random(using: &random)
        ? awkward[Int.random(in: 0..<awkward.count, using: &random)]
        : UInt8.random(in: 0...255, using: &random)
    }
  }

  private func isSet(_ bit: Int, in map: [UInt64]) -> Bool {
    map[bit / 64] >> UInt64(bit % 64) & 1 == 1
  }

  @Test("says of every byte what its neighbours make of it, by either way, at every length")
  func agrees() {
    var random = SeededGenerator(seed: 20_261_124)
    let awkward = Array("aZz09.',;:@_ \n-/[`{\u{E9}".utf8)
    for length in 0...200 {
      let bytes = bytes(length, halfOf: awkward, &random)
      let found = map(bytes, cwords_map)
      #expect(found == map(bytes, cwords_map_narrow))
      for bit in 0..<(length / 64 + 1) * 64 {
        let right = bit < length ? expected(bytes, bit) : (false, false)
        #expect(isSet(bit, in: found[0]) == right.0)
        #expect(isSet(bit, in: found[1]) == right.1)
      }
    }
  }

  @Test("says where lines end and sentences may, by either way, at every length")
  func ends() {
    var random = SeededGenerator(seed: 20_261_129)
    let awkward = Array("a.!?\n\r, \u{3002}\u{61F}\u{201C}\u{E9}".utf8)
    for length in 0...200 {
      let bytes = bytes(length, halfOf: awkward, &random)
      let found = map(bytes, cwords_ends)
      #expect(found == map(bytes, cwords_ends_narrow))
      for bit in 0..<(length / 64 + 1) * 64 {
        let byte = bit < length ? bytes[bit] : 0
        let isSentence = byte >= 0xD8 && byte != 0xE2 || [0x2E, 0x21, 0x3F].contains(byte)
        #expect(isSet(bit, in: found[0]) == [0x0A, 0x0D].contains(byte))
        #expect(isSet(bit, in: found[1]) == isSentence)
      }
    }
  }

  @Test("tells where words begin and end within any stretch, by either way")
  func edges() {
    var random = SeededGenerator(seed: 20_261_130)
    for _ in 0..<2000 {
      let count = Int.random(in: 1...300, using: &random)
      // Words of any length, at times none for long.
      let density = Int.random(in: 1...40, using: &random)
      var (bit, isWord): ([Bool], Bool) = ([], false)
      for _ in 0..<count {
        if Int.random(in: 0..<density, using: &random) == 0 { isWord.toggle() }
        bit.append(isWord)
      }
      let (one, other) = (
        Int.random(in: 0...count, using: &random), Int.random(in: 0...count, using: &random)
      )
      let (from, to) = (min(one, other), max(one, other))
      var words = [UInt64](repeating: 0, count: count / 64 + 1)
      for place in 0..<count where bit[place] { words[place / 64] |= 1 << UInt64(place % 64) }
      let expected = (from..<to).filter { bit[$0] != ($0 > from && bit[$0 - 1]) }
      for find in [cwords_edges, cwords_edges_narrow] {
        var found = [UInt32](repeating: 0, count: count + Int(CWORDS_GROUP))
        let edges = Int(find(words, Int64(from), Int64(to), &found))
        // A word that reaches to the end of the stretch ends there.
        let end = to > from && bit[to - 1] ? [to] : []
        #expect(found[..<edges].map(Int.init) == expected + end)
      }
    }
  }
}
