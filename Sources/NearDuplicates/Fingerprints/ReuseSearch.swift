/// From how much shared text on a story is a candidate.
public struct ReuseSearch: Hashable, Sendable {
  /// Fingerprints that must be shared.
  public var leastShared: Int
  /// The same of two texts of which all fingerprints were kept.
  public var leastSharedOfWhole: Int
  /// The part of the shorter text's fingerprints that must be shared.
  public var leastPart: Double
  /// Most candidates; those that share the greater part come first.
  public var most: Int

  /// Makes a search.
  public init(leastShared: Int, ofWhole: Int, leastPart: Double, most: Int) {
    (self.leastShared, leastSharedOfWhole) = (leastShared, ofWhole)
    (self.leastPart, self.most) = (leastPart, most)
  }

  /// For stories that could be the same copy.
  public static let versions = ReuseSearch(leastShared: 3, ofWhole: 9, leastPart: 0.3, most: 32)
  /// The same for texts in which many words are misread, so that few runs of three survive: to ask for two loses
  /// one true pair in fifteen, most of them of briefs.
  public static let noisyVersions = ReuseSearch(
    leastShared: 1, ofWhole: 1, leastPart: 0.05, most: 64)

  /// For stories that could share a passage, however small a part of either it is.
  public static let passages = ReuseSearch(leastShared: 3, ofWhole: 9, leastPart: 0, most: 12)

  /// The same where more time may be spent on it.
  public static let allPassages = ReuseSearch(leastShared: 3, ofWhole: 9, leastPart: 0, most: 64)

  @inline(__always)
  func admits(shared: Int, of pair: FingerprintedText.Pair) -> Bool {
    shared >= min(pair.isWhole ? leastSharedOfWhole : leastShared, pair.fewer)
      && Double(shared) >= leastPart * Double(pair.fewer)
  }
}

/// What is looked for beside versions: pairs that form no group and share somebody's words.
public enum PassageSearch: Hashable, Sendable {
  /// Nothing.
  case none
  /// Passages: up to `ReuseSearch.passages.most` stories are looked at for each.
  case partial
  /// Passages and templates, also of stories that are too far apart in time for versions.
  case everything

  /// From how much shared text on a story is looked at.
  var search: ReuseSearch? {
    switch self {
    case .none: nil
    case .partial: .passages
    case .everything: .allPassages
    }
  }
}
