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
    let first = sink.count
    let count = map.putEdges(of: range, into: sink.places, at: 2 * first) / 2
    // The last few words can't be loaded eight bytes at once.
    var easy = count
    while easy > 0, sink.start(first + easy - 1) + 8 > bytes.count { easy -= 1 }
    precondition(first + count <= sink.keys.count)
    withExtendedLifetime(cache) {
      let known = cache.slots
      let found = putKeys(bytes, first..<first + easy, known, sink)
      putSigns(bytes, first..<first + easy, sink)
      sink.count = first + easy
      for index in sink.left[..<found] { mend(bytes, Int(index), known, &sink) }
    }
    for word in first + easy..<first + count {
      addWord(bytes, sink.start(word)..<sink.end(word), isASCII: true, &sink)
    }
  }

  /// Puts down keys of words as if all were known and none had more than eight bytes, and the signs that go with these.
  /// Returns how many are otherwise.
  private func putKeys(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>, _ known: WordCache.Slots,
    _ sink: TokenSink
  ) -> Int {
    let (places, keys, signs, left) = (sink.places, sink.keys, sink.signs, sink.left)
    var found = 0
    for word in words {
      let start = Int(places[2 &* word])
      let length = Int(places[2 &* word &+ 1]) &- start
      let small = PlainWords.small(PlainWords.load(bytes, start), length)
      let slot = known.look(for: small)
      keys[word] = slot.key
      signs[word] = slot.signs
      left[found] = UInt32(truncatingIfNeeded: word)
      found &+=
        (slot.word == small ? 0 : 1) | Int(truncatingIfNeeded: UInt(bitPattern: 8 &- length) >> 63)
    }
    return found
  }

  /// Adds to signs what the first letters of words and the gaps before them show, and of capitals the last letters.
  private func putSigns(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>, _ sink: TokenSink
  ) {
    let (places, signs) = (sink.places, sink.signs)
    SignReader.ofByte.withUnsafeBufferPointer { ofByte in
      var gapStart = sink.end
      for word in words {
        let start = Int(places[2 &* word])
        // Below 0 where the first word begins the text, 0 for one space, else above.
        let gap = (start &- gapStart &- 1) | Int(bytes[gapStart] ^ 0x20)
        let isGap = UInt8(truncatingIfNeeded: UInt(bitPattern: 0 &- gap) >> 63)
        signs[word] = TokenSigns(
          rawValue: signs[word].rawValue | ofByte[Int(bytes[start])] | isGap << 3)
        gapStart = Int(places[2 &* word &+ 1])
      }
    }
    TokenSigns.forEach(having: .capital, in: UnsafeBufferPointer(signs), words) { word in
      let last = sink.end(word) &- 1
      if last > sink.start(word), SegmentBytes.isCapital(bytes[last]) {
        signs[word].insert(.allCapitals)
      }
    }
  }

  /// Mends what was put down of a word that was not known or has more than eight bytes.
  @inline(__always)
  private func mend(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ known: WordCache.Slots,
    _ sink: inout TokenSink
  ) {
    let (start, end) = (sink.start(place), sink.end(place))
    let length = end &- start
    let ownSigns = sink.signs[place].subtracting(.mayBeAddress)
    guard length > 8 else {
      let word = PlainWords.small(PlainWords.load(bytes, start), length)
      let found = known.find(word, count: length) { addressSign(bytes, length, end) }
      (sink.keys[place], sink.signs[place]) = (found.key, ownSigns.union(found.signs))
      return
    }
    sink.signs[place] = ownSigns.union(addressSign(bytes, length, end))
    guard length <= 16 else {
      sink.keys[place] = keyOfLong(bytes, start..<end, &sink.folded).bits
      return
    }
    let hash = PlainWords.hash(
      PlainWords.load(bytes, start), PlainWords.load(bytes, end &- 8), length)
    sink.keys[place] = TokenKey(hash: hash, isCharacter: false).bits
  }

  @inline(__always)
  private func addressSign(
    _ bytes: UnsafeBufferPointer<UInt8>, _ length: Int, _ end: Int
  ) -> TokenSigns {
    length > 6 && SignReader.hasDot(endingAt: end, bytes) ? .mayBeAddress : []
  }
}
