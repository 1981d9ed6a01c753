internal import Stories

extension Tokeniser {
  /// Puts down a word that the easy scan found.
  @inline(__always)
  func addWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isASCII: Bool,
    _ sink: inout TokenSink
  ) {
    guard isASCII, range.count <= Tokeniser.longestOnStack else {
      return addFolded(bytes, range, &sink)
    }
    let word = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range]))
    let hash = range.count <= 16 ? XXH3.hashSmall(word) : Tokeniser.hashOfLong(word)
    sink.append(TokenKey(hash: hash, isCharacter: false), range)
  }

  /// The key of an ASCII word of more than 16 bytes.
  @inline(never)
  func keyOfLong(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ folded: inout [UInt8]
  ) -> TokenKey {
    let word = UnsafeBufferPointer(rebasing: bytes[range])
    guard range.count <= Tokeniser.longestOnStack else {
      Folding.fold(word, into: &folded)
      return TokenKey(hash: folded.withUnsafeBytes { XXH3.hash($0) }, isCharacter: false)
    }
    let hash = Tokeniser.hashOfLong(UnsafeRawBufferPointer(word))
    return TokenKey(hash: hash, isCharacter: false)
  }

  /// The hash of a longer ASCII word in small letters.
  @inline(never)
  private static func hashOfLong(_ word: UnsafeRawBufferPointer) -> UInt64 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestOnStack) { lower in
      for offset in 0..<word.count {
        lower[offset] = word[offset] &- 0x41 < 26 ? word[offset] | 0x20 : word[offset]
      }
      return XXH3.hash(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: lower[..<word.count])))
    }
  }

  private static var longestOnStack: Int { 64 }

  /// Puts down a segment that ICU found: one word, or the characters of an unspaced script.
  func addSegment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ sink: inout TokenSink
  ) {
    var wordStart = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = UTF8Decoding.scalar(in: bytes, at: position)
      guard Script.isUnspaced(scalar.value) else {
        position += scalar.length
        continue
      }
      if wordStart < position { addFolded(bytes, wordStart..<position, &sink) }
      let end = characterEnd(bytes, from: position + scalar.length, limit: range.upperBound)
      addFolded(bytes, position..<end, isCharacter: true, &sink)
      (position, wordStart) = (end, end)
    }
    if wordStart < range.upperBound { addFolded(bytes, wordStart..<range.upperBound, &sink) }
  }

  private func characterEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
  ) -> Int {
    var end = start
    while end < limit {
      let scalar = UTF8Decoding.scalar(in: bytes, at: end)
      guard Script.isMark(scalar.value) else { break }
      end += scalar.length
    }
    return end
  }

  private func addFolded(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isCharacter: Bool = false,
    _ sink: inout TokenSink
  ) {
    Folding.fold(UnsafeBufferPointer(rebasing: bytes[range]), into: &sink.folded)
    guard !sink.folded.isEmpty else { return }
    let hash = sink.folded.withUnsafeBytes { XXH3.hash($0) }
    sink.append(TokenKey(hash: hash, isCharacter: isCharacter), range)
  }
}
