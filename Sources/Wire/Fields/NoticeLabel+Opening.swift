extension NoticeLabel {
  /// Whether a text may hold a label near its beginning, from which words of it follow; spares most lines the closer
  /// look. What is true of the beginning of a text is true of the text.
  ///
  /// Complexity: O(1), in the first 400 bytes.
  static func mayStand(in text: String) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      mayStand(in: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).prefix(400)))
    }
    return found ?? true
  }

  private static func mayStand(in bytes: UnsafeRawBufferPointer) -> Bool {
    let (heads, otherHeads) = (heads, otherHeads)
    var follows = false
    for place in 0..<max(0, bytes.count - 3) {
      let byte = bytes[place]
      let isLetter = isLetter(byte)
      defer { follows = isLetter }
      if byte >= 0x80 {
        if mayStand(otherHeads, in: bytes, at: place) { return true }
        continue
      }
      guard isLetter, !follows || byte | 0x20 == UInt8(ascii: "g") else { continue }
      let head = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self) | 0x2020_2020
      if heads.contains(head),
        stems.contains(where: { $0.stands(in: bytes, at: place, follows: follows) })
      {
        return true
      }
    }
    return false
  }

  /// Whether a label of another script begins at a place: in Cyrillic behind no letter of its own.
  @inline(__always)
  private static func mayStand(
    _ heads: [UInt32], in bytes: UnsafeRawBufferPointer, at place: Int
  ) -> Bool {
    guard bytes[place] >= 0xD0, bytes[place] >= 0xE0 || place == 0 || bytes[place - 1] < 0x80
    else { return false }
    guard otherPlaces[Self.place(bytes[place + 1], bytes[place + 2])] else { return false }
    let head = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self) | 0x2020_2020
    return heads.contains(head)
      && otherStems.contains { $0.stands(in: bytes, at: place, follows: false) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// What a word of every label begins with, in small letters.
  private struct Stem {
    let bytes: [UInt8]
    /// Whether more of the word may stand before it.
    var mayFollow = false

    func stands(in text: UnsafeRawBufferPointer, at place: Int, follows: Bool) -> Bool {
      place + bytes.count <= text.count && (mayFollow || !follows)
        && bytes.indices.allSatisfy { text[place + $0] | 0x20 == bytes[$0] }
    }

    /// Its first four bytes as they are loaded.
    var head: UInt32 { bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) } }
  }

  private static let stems: [Stem] =
    [
      "kill", "hold", "withhold", "release", "retract", "story removed", "withdraw", "annul",
      "retrait", "retir", "please disregard", "bitte verwenden", "ckzug", "anul", "ritir", "cancel",
    ].map { Stem(bytes: Array($0.utf8)) }
    + [Stem(bytes: Array("gezogen".utf8), mayFollow: true)]
  private static let heads = stems.map(\.head)

  /// The same of other scripts, in which capitals differ in more than that bit.
  private static let otherStems: [Stem] =
    ["аннул", "отзыв", "отозв", "снят"].flatMap { [$0, $0.uppercased()] }
    .map { Stem(bytes: $0.utf8.map { $0 | 0x20 }) }
    + NoticePhrases.all.flatMap(\.labels).map { label in
      Stem(bytes: String(label.prefix(4)).utf8.map { $0 | 0x20 })
    }
  private static let otherHeads = otherStems.map(\.head)

  /// Whether a label has two such bytes behind its first: one look spares most characters of a text the search.
  private static let otherPlaces: [Bool] = {
    var places = [Bool](repeating: false, count: 1024)
    for stem in otherStems { places[place(stem.bytes[1], stem.bytes[2])] = true }
    return places
  }()

  private static func place(_ second: UInt8, _ third: UInt8) -> Int {
    Int(second & 0x1F) << 5 | Int(third & 0x1F)
  }
}
