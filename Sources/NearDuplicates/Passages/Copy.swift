public import Stories

/// A text as it is compared: its tokens without boilerplate, what each weighs, and what stands around it.
///
/// Six bytes a token and hardly any more, so that the texts of a window can be held in memory.
public struct Copy: Hashable, Sendable {
  /// Keys of the tokens that count.
  public let keys: [TokenKey]
  /// Weight of each in sixteenths of a bit, see `Rarity`.
  public let weights: [UInt8]
  /// Traits of each.
  public let traits: [TokenTraits]
  /// What of figures stands beside some, in order.
  let marks: [FigureMark]
  /// What is counted over all of them.
  let counts: WordCounts

  /// Makes a copy of parallel arrays.
  public init(
    keys: [TokenKey], weights: [UInt8], traits: [TokenTraits], marks: [FigureMark] = []
  ) {
    self.init(keys: keys, weights: weights, traits: traits, marks: marks, isForeign: false)
  }

  /// The same, and whether the words are weighed as those of a language that the table does not know.
  init(
    keys: [TokenKey], weights: [UInt8], traits: [TokenTraits], marks: [FigureMark],
    isForeign: Bool
  ) {
    precondition(keys.count == weights.count && keys.count == traits.count)
    (self.keys, self.weights, self.traits, self.marks) = (keys, weights, traits, marks)
    var counts = weights.withUnsafeBufferPointer { weights in
      traits.withUnsafeBufferPointer { WordCounts(weights, $0) }
    }
    counts.isForeign = isForeign
    counts.isOfCharacters = isForeign && keys.count { $0.isCharacter } * 2 > keys.count
    self.counts = counts
  }

  /// Tokens that count.
  public var count: Int { keys.count }
  /// What of figures stands beside a token, see `FigureMark`; 0 for nothing.
  public func mark(of token: Int) -> UInt32 {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].position < token { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low].position == token ? marks[low].value : 0
  }

  /// Whether so many words are strange, names and figures aside, that they are likely misread.
  public var looksMisread: Bool { withView { $0.looksMisread } }

  /// Whether its words are weighed as those of a language that the table of words does not know.
  public var isForeign: Bool { counts.isForeign }

  static func share(_ part: Int, of count: Int) -> Float {
    count > 0 ? Float(part) / Float(count) : 0
  }

  /// Share of strange words from which a text is taken for misread. Of the clean wire one in thirty to fifteen has as
  /// many, of English web news three in ten, and of scanned columns three in five to four in five.
  static let misreadFrom: Float = 0.025
}
