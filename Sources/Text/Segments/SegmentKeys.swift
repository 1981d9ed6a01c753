internal import Stories

/// Makes segments' keys. Kept between segments, so that its buffers are.
///
/// The key (version 1) is XXH3-64 over the token keys of the segment, four bytes each, least significant
/// first, with every run of figures and date words (`DateWords`) replaced by the one word 0xFFFFFFFE.
/// Case, punctuation and white space are gone with tokenising.
///
/// The loose key is XXH3-64 over the six least of its words after mixing, in rising order, doubles once:
/// words of at least four bytes that are neither figures, date words nor names. An edit elsewhere does
/// not change it (A. Broder, "On the resemblance and containment of documents", 1997: the least of a set
/// under a fixed order is a fair sample). With fewer than four such words it is the key. A name is
/// a word that begins with an ASCII capital, other than the segment's first, where words in small letters
/// are in the majority.
struct SegmentKeys {
  static var figure: UInt32 { 0xFFFF_FFFE }
  private static var sampled: Int { 6 }
  private static var leastWords: Int { 4 }

  private var masked: [UInt32] = []
  private var sample: [UInt32] = []

  /// The segment that some tokens make.
  mutating func segment(
    _ range: Range<Int>, _ positions: Range<Int>, _ tokens: Tokens,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Segment {
    guard !positions.isEmpty else {
      let raw = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range]))
      let key = SegmentKey(bits: XXH3.hash(raw))
      return Segment(range: range, tokens: positions, key: key, looseKey: key)
    }
    masked.removeAll(keepingCapacity: true)
    var capitals = 0
    for position in positions {
      let first = bytes[Int(tokens.starts[position])]
      let bits = tokens.keys[position].bits
      if SegmentBytes.isCapital(first) { capitals += 1 }
      if !SegmentBytes.isDigit(first), !DateWords.contains(bits) {
        masked.append(bits)
      } else if masked.last != SegmentKeys.figure {
        masked.append(SegmentKeys.figure)
      }
    }
    let key = SegmentKey(bits: masked.withUnsafeBytes { XXH3.hash($0) })
    takeSample(positions, tokens, bytes, dropsNames: capitals * 2 < positions.count)
    let loose = sample.count < SegmentKeys.leastWords ? key : looseKey()
    return Segment(range: range, tokens: positions, key: key, looseKey: loose)
  }

  private func looseKey() -> SegmentKey {
    SegmentKey(bits: sample.withUnsafeBytes { XXH3.hash($0) })
  }

  /// Gathers the least words, in rising order.
  private mutating func takeSample(
    _ positions: Range<Int>, _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>,
    dropsNames: Bool
  ) {
    sample.removeAll(keepingCapacity: true)
    for position in positions {
      let start = Int(tokens.starts[position])
      guard Int(tokens.ends[position]) - start >= 4, !SegmentBytes.isDigit(bytes[start]) else {
        continue
      }
      let isName = position > positions.lowerBound && SegmentBytes.isCapital(bytes[start])
      if isName, dropsNames { continue }
      let bits = tokens.keys[position].bits
      if !DateWords.contains(bits) { insert(SegmentKeys.mixed(bits)) }
    }
  }

  private mutating func insert(_ word: UInt32) {
    if sample.count == SegmentKeys.sampled, let last = sample.last, word >= last { return }
    var place = sample.count
    while place > 0, sample[place - 1] > word { place -= 1 }
    if place > 0, sample[place - 1] == word { return }
    sample.insert(word, at: place)
    if sample.count > SegmentKeys.sampled { sample.removeLast() }
  }

  /// The finaliser of MurmurHash3, 32 bits wide (A. Appleby, public domain): an order unlike any other.
  static func mixed(_ bits: UInt32) -> UInt32 {
    var mixed = bits
    mixed ^= mixed >> 16
    mixed = mixed &* 0x85EB_CA6B
    mixed ^= mixed >> 13
    mixed = mixed &* 0xC2B2_AE35
    return mixed ^ mixed >> 16
  }
}
