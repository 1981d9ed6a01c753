/// A chunk as ICU is to see it, where that is not as it stands, and where each byte of that stands in the chunk.
/// Kept between chunks.
///
/// - A narrow no-break space is a space: to Unicode it joins the words beside it.
/// - ” before a Hebrew letter is ", which Unicode lets stand within a Hebrew word, as an abbreviation's mark.
/// - Letters of a Korean syllable (conjoining jamo) are the syllable, as NFC has it: ICU's rules part syllables from
///   figures and other letters, and not the letters that they are made of.
struct MendedChunk {
  /// The UTF-8 that ICU is to see.
  private(set) var bytes: [UInt8] = []
  /// Where each of these bytes and their end stand in the chunk.
  private(set) var places: [Int] = []

  /// Reads a chunk. Returns false if there is nothing to mend; then nothing else here is about it.
  mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    guard var next = MendedChunk.firstMend(in: chunk, from: 0) else { return false }
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var position = 0
    while true {
      bytes += chunk[position..<next.place]
      places += position..<next.place
      bytes += next.bytes
      places += repeatElement(next.place, count: next.bytes.count)
      position = next.place + next.length
      guard let found = MendedChunk.firstMend(in: chunk, from: position) else { break }
      next = found
    }
    bytes += chunk[position...]
    places += position...chunk.count
    return true
  }

  /// What stands for some bytes of a chunk.
  private struct Mend {
    let place: Int
    let length: Int
    let bytes: [UInt8]
  }

  private static func firstMend(in chunk: UnsafeBufferPointer<UInt8>, from start: Int) -> Mend? {
    // All are of three bytes or more.
    for place in stride(from: start, to: chunk.count - 2, by: 1) {
      switch (chunk[place], chunk[place + 1]) {
      case (0xE2, 0x80):
        if chunk[place + 2] == 0xAF { return Mend(place: place, length: 3, bytes: [0x20]) }
        if chunk[place + 2] == 0x9D, place + 3 < chunk.count, chunk[place + 3] == 0xD7 {
          return Mend(place: place, length: 3, bytes: [UInt8(ascii: "\"")])
        }
      case (0xE1, 0x84):
        if let syllable = syllable(in: chunk, at: place) { return syllable }
      default: break
      }
    }
    return nil
  }

  /// The syllable that begins at a place (the Unicode Standard, section 3.12).
  private static func syllable(in chunk: UnsafeBufferPointer<UInt8>, at place: Int) -> Mend? {
    func letter(_ number: Int, after first: UInt32) -> UInt32 {
      let at = place + 3 * number
      return at + 2 < chunk.count ? UTF8Decoding.scalar(in: chunk, at: at).value &- first : .max
    }
    let (lead, vowel) = (letter(0, after: 0x1100), letter(1, after: 0x1161))
    guard lead < 19, vowel < 21 else { return nil }
    let trail = letter(2, after: 0x11A7)
    let isClosed = (1..<28).contains(trail)
    let scalar = 0xAC00 + (lead * 21 + vowel) * 28 + (isClosed ? trail : 0)
    return Mend(
      place: place, length: isClosed ? 9 : 6,
      bytes: [0xE0 | scalar >> 12, 0x80 | scalar >> 6 & 0x3F, 0x80 | scalar & 0x3F].map {
        UInt8(truncatingIfNeeded: $0)
      })
  }
}
