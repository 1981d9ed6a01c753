internal import Stories

/// What is counted once over all tokens of a text, and asked of it in every comparison.
struct WordCounts: Hashable, Sendable {
  /// What all tokens weigh together, in sixteenths of a bit.
  private(set) var weight = 0
  /// Tokens that no table of known words has.
  private(set) var unknown = 0
  /// Of these the words in small letters, see `CopyView.strangeShare`.
  private(set) var strange = 0
  /// Words in small letters, known or not; of scripts without capitals all but figures.
  private(set) var small = 0
  /// Words that every third text has: of a language that the table knows one token in three.
  private(set) var common = 0
  /// Tokens that begin with a digit.
  private(set) var figures = 0
  /// Tokens that are most likely names.
  private(set) var names = 0

  /// Whether the words are weighed as those of a language that the table does not know, see `Copy.looksForeign`.
  var isForeign = false
  /// Whether most tokens are characters of a script without spaces; of foreign texts only, others have hardly any.
  var isOfCharacters = false

  /// Counts over parallel weights and traits.
  ///
  /// Complexity: O(n), 32 tokens at once.
  init(_ weights: UnsafeBufferPointer<UInt8>, _ traits: UnsafeBufferPointer<TokenTraits>) {
    let (weights, traits) = (UnsafeRawBufferPointer(weights), UnsafeRawBufferPointer(traits))
    weight = weights.byteSum(0..<weights.count)
    var position = 0
    while position &+ 32 <= weights.count {
      // A byte of each lane takes one a step, and so holds what 255 steps add.
      let end = min(weights.count &- 31, position &+ 255 * 32)
      var lanes = Lanes()
      while position < end {
        lanes.add(
          weights.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self),
          traits.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self))
        position &+= 32
      }
      add(lanes)
    }
    // What is left, beside zeroes, which count for nothing but common words in small letters.
    let left = position..<weights.count
    var (lastWeights, lastTraits, rest) = (SIMD4<UInt64>(), SIMD4<UInt64>(), Lanes())
    withUnsafeMutableBytes(of: &lastWeights) { $0.copyBytes(from: weights[left]) }
    withUnsafeMutableBytes(of: &lastTraits) { $0.copyBytes(from: traits[left]) }
    rest.add(lastWeights, lastTraits)
    add(rest)
    common &-= 32 &- left.count
    small &-= 32 &- left.count
  }

  private mutating func add(_ lanes: Lanes) {
    unknown &+= Lanes.sum(lanes.unknown)
    strange &+= Lanes.sum(lanes.strange)
    common &+= Lanes.sum(lanes.common)
    small &+= Lanes.sum(lanes.small)
    figures &+= Lanes.sum(lanes.figures)
    names &+= Lanes.sum(lanes.names)
  }

  /// Counts of 32 tokens side by side, each in a byte.
  private struct Lanes {
    var unknown = SIMD4<UInt64>()
    var strange = SIMD4<UInt64>()
    var common = SIMD4<UInt64>()
    var small = SIMD4<UInt64>()
    var figures = SIMD4<UInt64>()
    var names = SIMD4<UInt64>()

    private static let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
    private static let low = SIMD4<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
    private static let most = SIMD4<UInt64>(
      repeating: 0x0101_0101_0101_0101 &* UInt64(Rarity.most))

    /// Each byte so much that adding it to what is common leaves the highest bit free.
    private static let toCommon = SIMD4<UInt64>(
      repeating: 0x0101_0101_0101_0101 &* UInt64(127 - Rarity.commonUpTo))

    /// Of traits: figure is the lowest bit, capital the next, the starts of sentence and line the fourth and fifth.
    @inline(__always)
    mutating func add(_ weights: SIMD4<UInt64>, _ traits: SIMD4<UInt64>) {
      let differing = weights ^ Lanes.most
      // The highest bit of each byte that differs anywhere.
      let isOther = ((differing & Lanes.low) &+ Lanes.low) | differing
      let isUnknown = (~isOther &>> 7) & Lanes.ones
      let isNamed = traits | (traits &>> 1)
      let isStart = (traits &>> 3) | (traits &>> 4)
      let isRarer = (((weights & Lanes.low) &+ Lanes.toCommon) | weights) &>> 7
      unknown &+= isUnknown
      common &+= ~isRarer & Lanes.ones
      small &+= ~isNamed & Lanes.ones
      strange &+= isUnknown & ~isNamed
      figures &+= traits & Lanes.ones
      names &+= (traits &>> 1) & ~isStart & Lanes.ones
    }

    static func sum(_ lanes: SIMD4<UInt64>) -> Int {
      // Neighbouring bytes into 16 bits each, and these into the uppermost.
      let low = SIMD4<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
      let pairs = (lanes & low) &+ ((lanes &>> 8) & low)
      let all = pairs[0] &+ pairs[1] &+ pairs[2] &+ pairs[3]
      return Int(truncatingIfNeeded: (all &* 0x0001_0001_0001_0001) &>> 48)
    }
  }
}
