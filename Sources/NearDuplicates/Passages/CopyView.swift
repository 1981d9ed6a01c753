internal import Stories

/// A text's tokens where they lie in memory: for loops over whole texts, which can afford neither counting
/// of references nor checks of bounds. Good only inside of the closure that is handed it.
struct CopyView {
  let keys: UnsafeBufferPointer<TokenKey>
  let weights: UnsafeBufferPointer<UInt8>
  let traits: UnsafeBufferPointer<TokenTraits>
  let marks: UnsafeBufferPointer<FigureMark>
  /// What is counted over all of them.
  let counts: WordCounts

  /// Tokens that count.
  var count: Int { keys.count }

  /// Words that no table of known words has, names and figures apart, as a part of all tokens, from 0 to 1: names
  /// are news, but a word in small letters that nobody knows is mostly none.
  var strangeShare: Float { Copy.share(counts.strange, of: count) }

  /// Whether so many words are strange that the text was most likely misread by a machine.
  var looksMisread: Bool { !counts.isForeign && strangeShare >= Copy.misreadFrom }

  /// The text in arrays of its own.
  var unpacked: Copy {
    Copy(
      keys: Array(keys), weights: Array(weights), traits: Array(traits), marks: Array(marks),
      isForeign: counts.isForeign)
  }

  /// Whether both texts have the same words in the same order.
  func hasSameKeys(as other: CopyView) -> Bool {
    count == other.count && keys.elementsEqual(other.keys)
  }
}

extension Copy {
  /// Calls `body` with the tokens where they lie.
  @inline(__always)
  func withView<Result>(_ body: (CopyView) -> Result) -> Result {
    keys.withUnsafeBufferPointer { keys in
      weights.withUnsafeBufferPointer { weights in
        traits.withUnsafeBufferPointer { traits in
          marks.withUnsafeBufferPointer { marks in
            body(
              CopyView(keys: keys, weights: weights, traits: traits, marks: marks, counts: counts))
          }
        }
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The sum of some of the bytes, of each only the bits of a mask.
  ///
  /// Sixteen at a time: of texts that share most of their words this goes over nearly all of them.
  @inline(__always)
  func byteSum(_ range: Range<Int>, mask: UInt8 = .max) -> Int {
    var (sum, position) = (0, range.lowerBound)
    let (masks, byte) = (SIMD8<UInt16>(repeating: UInt16(mask)), SIMD8<UInt16>(repeating: 8))
    while position &+ 16 <= range.upperBound {
      // Each of the eight lanes takes two bytes a step, and so holds what 128 steps add.
      let end = Swift.min(range.upperBound &- 15, position &+ 128 * 16)
      var lanes = SIMD8<UInt16>()
      while position < end {
        let bytes = loadUnaligned(fromByteOffset: position, as: SIMD8<UInt16>.self)
        lanes &+= (bytes & masks) &+ ((bytes &>> byte) & masks)
        position &+= 16
      }
      sum &+= Int(SIMD8<UInt32>(truncatingIfNeeded: lanes).wrappedSum())
    }
    while position < range.upperBound {
      sum &+= Int(self[position] & mask)
      position &+= 1
    }
    return sum
  }
}
