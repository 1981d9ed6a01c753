internal import Stories

extension Tokeniser {
  /// Cuts the text at ASCII white space and tokenises each chunk: all those together between which the map of
  /// words tells them, and one by one those that hold anything else.
  func scanChunks(
    _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<WordClass>,
    _ sink: inout TokenSink
  ) {
    map.read(bytes)
    var position = 0
    while position < bytes.count {
      let hard = map.firstHard(from: position)
      let start = chunkStart(bytes, of: hard, from: position)
      if position < start { addWords(bytes, position..<start, &sink) }
      guard start < bytes.count else { return }
      let mark = sink.count
      if let end = scanEasyChunk(bytes, from: start, classes, &sink) {
        position = end
      } else {
        sink.count = mark
        let end = chunkEnd(bytes, from: start)
        scanHardChunk(bytes, start..<end, &sink)
        position = end
      }
    }
  }

  /// Where the chunk begins that holds a place; the end of the text for that.
  private func chunkStart(
    _ bytes: UnsafeBufferPointer<UInt8>, of place: Int, from lowest: Int
  ) -> Int {
    guard place < bytes.count else { return bytes.count }
    var start = place
    while start > lowest, !isASCIISpace(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// Tokenises a chunk whose characters are all easy. Returns where it ends, or nil if it is not such a
  /// chunk; tokens it has put down by then are to be discarded.
  ///
  /// Unicode Standard Annex 29: a word is letters and digits in any order (WB5, 8, 9, 10); a
  /// MidLetter or MidNumLet stays between two letters (WB6, 7), a MidNum or MidNumLet between two digits
  /// (WB11, 12).
  @inline(__always)
  private func scanEasyChunk(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    _ classes: UnsafeBufferPointer<WordClass>, _ sink: inout TokenSink
  ) -> Int? {
    var position = start
    var wordStart = -1
    var isASCII = true
    var last = WordClass.other
    while position < bytes.count, !isASCIISpace(bytes[position]) {
      let (kind, length) = classify(bytes, at: position, classes)
      switch kind {
      case .hard: return nil
      case .letter, .digit:
        if wordStart < 0 { (wordStart, isASCII) = (position, true) }
        if length > 1 { isASCII = false }
        last = kind
        let run = plainRun(bytes, from: position + length)
        if run > 0 {
          position += run
          last = classes[Int(bytes[position + length - 1])]
        }
      case .midLetter, .midNumber, .midBoth, .other:
        guard wordStart >= 0 else { break }
        if kind != .other, joins(kind, after: last, bytes, at: position + length, classes) {
          if length > 1 { isASCII = false }
        } else {
          addWord(bytes, wordStart..<position, isASCII: isASCII, &sink)
          wordStart = -1
        }
      }
      position += length
    }
    if wordStart >= 0 { addWord(bytes, wordStart..<position, isASCII: isASCII, &sink) }
    return position
  }

  /// How many of the next eight bytes are ASCII letters and digits; 0 near the end of the text.
  ///
  /// Eight at once: most words end within one look, without a branch for each letter.
  @inline(__always)
  private func plainRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    start + 8 <= bytes.count ? PlainWords.run(PlainWords.load(bytes, start)) : 0
  }

  /// Whether a middle character stands between two of the kind that it keeps together.
  private func joins(
    _ middle: WordClass, after last: WordClass, _ bytes: UnsafeBufferPointer<UInt8>, at next: Int,
    _ classes: UnsafeBufferPointer<WordClass>
  ) -> Bool {
    guard next < bytes.count else { return false }
    let following = classify(bytes, at: next, classes).kind
    guard following == last else { return false }
    return switch last {
    case .letter: middle != .midNumber
    case .digit: middle != .midLetter
    default: false
    }
  }

  @inline(__always)
  private func classify(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int,
    _ classes: UnsafeBufferPointer<WordClass>
  ) -> (kind: WordClass, length: Int) {
    let first = bytes[position]
    if first < 0x80 { return (classes[Int(first)], 1) }
    let scalar = UTF8Decoding.scalar(in: bytes, at: position)
    if scalar.value < 0x800 { return (classes[Int(scalar.value)], scalar.length) }
    if scalar.value >= 0x2000, scalar.value < 0x2040 {
      return (classes[0x800 + Int(scalar.value - 0x2000)], scalar.length)
    }
    return (.hard, scalar.length)
  }

  /// Lets ICU find the words of a chunk.
  private func scanHardChunk(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ sink: inout TokenSink
  ) {
    let chunk = UnsafeBufferPointer(rebasing: bytes[range])
    guard sink.mended.read(chunk) else {
      breaker.forEachWord(in: chunk) { start, end in
        addSegment(bytes, range.lowerBound + start..<range.lowerBound + end, &sink)
      }
      return
    }
    let mended = sink.mended
    mended.bytes.withUnsafeBufferPointer { shown in
      breaker.forEachWord(in: shown) { start, end in
        let word = range.lowerBound + mended.places[start]..<range.lowerBound + mended.places[end]
        addSegment(bytes, word, &sink)
      }
    }
  }

  private func chunkEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, !isASCIISpace(bytes[end]) { end += 1 }
    return end
  }

  @inline(__always)
  func isASCIISpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
