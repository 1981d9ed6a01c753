internal import Stories

extension Tokeniser {
  /// Puts down a word that the easy scan found.
  @inline(__always)
  func addWord(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isASCII: Bool) {
    guard isASCII, range.count <= Tokeniser.longestOnStack else { return addFolded(bytes, range) }
    let hash = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { lower in
      for offset in 0..<range.count {
        let byte = bytes[range.lowerBound + offset]
        lower[offset] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
      return XXH3.hash(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(lower)[..<range.count]))
    }
    append(TokenKey(hash: hash, isCharacter: false), range)
  }

  /// Puts down a segment that ICU found: one word, or the characters of an unspaced script.
  func addSegment(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var wordStart = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = UTF8Decoding.scalar(in: bytes, at: position)
      guard Script.isUnspaced(scalar.value) else {
        position += scalar.length
        continue
      }
      if wordStart < position { addFolded(bytes, wordStart..<position) }
      let end = characterEnd(bytes, from: position + scalar.length, limit: range.upperBound)
      addFolded(bytes, position..<end, isCharacter: true)
      (position, wordStart) = (end, end)
    }
    if wordStart < range.upperBound { addFolded(bytes, wordStart..<range.upperBound) }
  }

  /// Takes back the tokens that a chunk put down before it turned out to be hard.
  func discardTokens(from count: Int) {
    tokens.keys.removeSubrange(count...)
    tokens.starts.removeSubrange(count...)
    tokens.ends.removeSubrange(count...)
  }

  private static var longestOnStack: Int { 64 }

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
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isCharacter: Bool = false
  ) {
    Folding.fold(UnsafeBufferPointer(rebasing: bytes[range]), into: &folded)
    guard !folded.isEmpty else { return }
    let hash = folded.withUnsafeBytes { XXH3.hash($0) }
    append(TokenKey(hash: hash, isCharacter: isCharacter), range)
  }

  @inline(__always)
  private func append(_ key: TokenKey, _ range: Range<Int>) {
    tokens.keys.append(key)
    tokens.starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
    tokens.ends.append(UInt32(truncatingIfNeeded: range.upperBound))
  }
}
