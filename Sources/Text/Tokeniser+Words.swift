internal import Stories

extension Tokeniser {
  /// Puts down the words of a stretch of which the map tells them all.
  ///
  /// In passes without branches, since neither how long a word is nor what stands before it can be foreseen:
  /// the map says where words are; each is looked up as if it were short and known; those that are not are gone
  /// through once more.
  func addWords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ sink: inout TokenSink
  ) {
    let edges = map.edges(in: range)
    let count = edges.count / 2
    // The last few words can't be loaded eight bytes at once.
    var easy = count
    while easy > 0, Int(edges[2 * easy - 2]) + 8 > bytes.count { easy -= 1 }
    precondition(sink.count + easy <= sink.keys.count)
    putEdges(edges, easy, sink)
    putSigns(bytes, easy, sink)
    let first = sink.count
    sink.count += easy
    withExtendedLifetime(cache) {
      let known = cache.slots
      let found = putKeys(bytes, first..<sink.count, known, sink)
      for index in sink.left[..<found] { mend(bytes, Int(index), known, &sink) }
    }
    for word in easy..<count {
      addWord(bytes, Int(edges[2 * word])..<Int(edges[2 * word + 1]), isASCII: true, &sink)
    }
  }

  /// Puts down where words begin and end.
  private func putEdges(_ edges: UnsafeBufferPointer<UInt32>, _ count: Int, _ sink: TokenSink) {
    let (starts, ends, base) = (sink.starts, sink.ends, sink.count)
    for word in 0..<count {
      starts[base &+ word] = edges[2 &* word]
      ends[base &+ word] = edges[2 &* word &+ 1]
    }
  }

  /// Puts down the keys of words as if all were known and none had more than six bytes. Returns how many are
  /// otherwise.
  private func putKeys(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>, _ known: WordCache.Slots,
    _ sink: TokenSink
  ) -> Int {
    let (keys, starts, ends, left) = (sink.keys, sink.starts, sink.ends, sink.left)
    var found = 0
    for word in words {
      let start = Int(starts[word])
      let length = Int(ends[word]) &- start
      let (key, isThere) = known.look(for: PlainWords.small(PlainWords.load(bytes, start), length))
      keys[word] = key
      left[found] = UInt32(truncatingIfNeeded: word)
      found &+= (isThere ? 0 : 1) | Int(truncatingIfNeeded: UInt(bitPattern: 6 &- length) >> 63)
    }
    return found
  }

  /// Puts down what the letters of words and the gaps before them show, addresses apart.
  private func putSigns(_ bytes: UnsafeBufferPointer<UInt8>, _ count: Int, _ sink: TokenSink) {
    let (starts, ends, signs) = (sink.starts, sink.ends, sink.signs)
    SignReader.ofByte.withUnsafeBufferPointer { ofByte in
      var gapStart = sink.end
      for word in sink.count..<sink.count &+ count {
        let (start, end) = (Int(starts[word]), Int(ends[word]))
        let first = ofByte[Int(bytes[start])]
        // All ones if there are two letters.
        let hasLast = UInt8(truncatingIfNeeded: (start &+ 1 &- end) >> 63)
        let last = ofByte[Int(bytes[end &- 1])] & TokenSigns.capital.rawValue & first & hasLast
        // Below 0 where the first word begins the text, 0 for one space, else above.
        let gap = (start &- gapStart &- 1) | Int(bytes[gapStart] ^ 0x20)
        let isGap = UInt8(truncatingIfNeeded: UInt(bitPattern: 0 &- gap) >> 63)
        signs[word] = TokenSigns(rawValue: first | last << 1 | isGap << 3)
        gapStart = end
      }
    }
  }

  /// Hashes a word that was not known or has more than eight bytes, and sees whether one of more than six may be an
  /// address.
  @inline(__always)
  private func mend(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ known: WordCache.Slots,
    _ sink: inout TokenSink
  ) {
    let (start, end) = (Int(sink.starts[place]), Int(sink.ends[place]))
    let length = end &- start
    if length > 6, SignReader.hasDot(endingAt: end, bytes) {
      sink.signs[place].insert(.mayBeAddress)
    }
    switch length {
    case ...8:
      let word = PlainWords.small(PlainWords.load(bytes, start), length)
      sink.keys[place] = known.key(of: word, count: length)
    case ...16:
      let hash = PlainWords.hash(
        PlainWords.load(bytes, start), PlainWords.load(bytes, end &- 8), length)
      sink.keys[place] = TokenKey(hash: hash, isCharacter: false).bits
    default: sink.keys[place] = keyOfLong(bytes, start..<end, &sink.folded).bits
    }
  }
}
