internal import Stories

extension Tokeniser {
  /// Puts down the words of a stretch of which the map tells them all.
  ///
  /// In passes without branches, since neither how long a word is nor what stands before it can be foreseen:
  /// the map says where words are; each is hashed as if it were short; those that are not are gone through
  /// once more.
  func addWords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ sink: inout TokenSink
  ) {
    let edges = map.edges(in: range)
    let count = edges.count / 2
    // The last few words can't be loaded eight bytes at once.
    var easy = count
    while easy > 0, Int(edges[2 * easy - 2]) + 8 > bytes.count { easy -= 1 }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: easy + 1) { longer in
      let found = addShort(bytes, edges, easy, longer, &sink)
      for index in longer[..<found] { mendLonger(bytes, Int(index), &sink) }
    }
    for word in easy..<count {
      addWord(bytes, Int(edges[2 * word])..<Int(edges[2 * word + 1]), isASCII: true, &sink)
    }
  }

  /// Puts down words as if none had more than six bytes. Returns how many have.
  private func addShort(
    _ bytes: UnsafeBufferPointer<UInt8>, _ edges: UnsafeBufferPointer<UInt32>, _ count: Int,
    _ longer: UnsafeMutableBufferPointer<UInt32>, _ sink: inout TokenSink
  ) -> Int {
    precondition(sink.count + count <= sink.keys.count)
    return SignReader.ofByte.withUnsafeBufferPointer { ofByte in
      var (gapStart, found) = (sink.end, 0)
      for word in 0..<count {
        let (start, end) = (Int(edges[2 &* word]), Int(edges[2 &* word &+ 1]))
        let length = end &- start
        let eight = PlainWords.load(bytes, start)
        let place = sink.count &+ word
        let hash = PlainWords.hash(eight, length)
        sink.keys[place] = TokenKey(hash: hash, isCharacter: false).bits
        sink.starts[place] = UInt32(truncatingIfNeeded: start)
        sink.ends[place] = UInt32(truncatingIfNeeded: end)
        let first = ofByte[Int(truncatingIfNeeded: eight & 0xFF)]
        // All ones if there are two letters.
        let hasLast = UInt8(truncatingIfNeeded: (1 &- length) >> 63)
        let last = ofByte[Int(bytes[end &- 1])] & TokenSigns.capital.rawValue & first & hasLast
        // Below 0 where the first word begins the text, 0 for one space, else above.
        let gap = (start &- gapStart &- 1) | Int(bytes[gapStart] ^ 0x20)
        let isGap = UInt8(truncatingIfNeeded: UInt(bitPattern: 0 &- gap) >> 63)
        sink.signs[place] = TokenSigns(rawValue: first | last << 1 | isGap << 3)
        longer[found] = UInt32(truncatingIfNeeded: place)
        found &+= Int(truncatingIfNeeded: UInt(bitPattern: 6 &- length) >> 63)
        gapStart = end
      }
      sink.count += count
      return found
    }
  }

  /// Hashes a word of more than eight bytes as it should be, and sees whether one of more than six may be an
  /// address.
  @inline(__always)
  private func mendLonger(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ sink: inout TokenSink
  ) {
    let (start, end) = (Int(sink.starts[place]), Int(sink.ends[place]))
    let length = end &- start
    if SignReader.hasDot(endingAt: end, bytes) { sink.signs[place].insert(.mayBeAddress) }
    guard length <= 16 else {
      sink.keys[place] = keyOfLong(bytes, start..<end, &sink.folded).bits
      return
    }
    let hash = PlainWords.hash(
      PlainWords.load(bytes, start), PlainWords.load(bytes, max(0, end &- 8)), length)
    let bits = TokenKey(hash: hash, isCharacter: false).bits
    // All ones for more than eight.
    let isLong = UInt32(truncatingIfNeeded: (8 &- length) >> 63)
    sink.keys[place] ^= (sink.keys[place] ^ bits) & isLong
  }
}
