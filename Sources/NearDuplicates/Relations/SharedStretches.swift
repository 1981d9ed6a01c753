public import Stories

/// What two texts share, for showing.
public struct SharedStretches: Hashable, Sendable {
  /// The passages, in order of the first text, in token positions of the texts as they are compared.
  public let passages: [Passage]
  /// The part of the first text's words that lies in shared stretches, from 0 to 1.
  public let shareOfFirst: Double
  /// The part of the second text's.
  public let shareOfSecond: Double

  /// Words that a passage has at least: about half a sentence.
  static let leastWords = 4
  /// The same in scripts without spaces, whose tokens are characters.
  static let leastCharacters = 10

  /// What is shared as it was measured.
  init(_ measure: PairMeasure) {
    let (first, second) = (measure.first.copy.unpacked, measure.second.copy.unpacked)
    let short = min(first.count, second.count) < 12
    let counting = measure.stretches
      .filter { short || $0.matched >= SharedStretches.least(first.keys[$0.first]) }
      .sorted {
        ($0.first.lowerBound, $0.second.lowerBound) < ($1.first.lowerBound, $1.second.lowerBound)
      }
    self.init(
      passages: PassageEnds(first: first, second: second).passages(counting),
      shareOfFirst: Double(measure.first.share), shareOfSecond: Double(measure.second.share))
  }

  /// Tokens that must agree in a stretch of a text for it to be a passage.
  public static func least(_ keys: ArraySlice<TokenKey>) -> Int {
    keys.count { $0.isCharacter } * 2 > keys.count ? leastCharacters : leastWords
  }

  private init(passages: [Passage], shareOfFirst: Double, shareOfSecond: Double) {
    self.passages = passages
    (self.shareOfFirst, self.shareOfSecond) = (shareOfFirst, shareOfSecond)
  }

  /// The same seen from the other story.
  var reversed: SharedStretches {
    let passages = passages.map(\.reversed).sorted {
      ($0.first.lowerBound, $0.second.lowerBound) < ($1.first.lowerBound, $1.second.lowerBound)
    }
    return SharedStretches(
      passages: passages, shareOfFirst: shareOfSecond, shareOfSecond: shareOfFirst)
  }
}
