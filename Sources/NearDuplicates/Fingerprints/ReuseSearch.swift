/// From how much shared text on a story is a candidate.
struct ReuseSearch: Hashable, Sendable {
  /// Fingerprints that must be shared.
  var leastShared: Int
  /// The same of two texts of which all fingerprints were kept.
  var leastSharedOfWhole: Int
  /// The part of the shorter text's fingerprints that must be shared.
  var leastPart: Double
  /// Most candidates; those that share the greater part come first.
  var most: Int

  /// Makes a search.
  init(leastShared: Int, ofWhole: Int, leastPart: Double, most: Int) {
    (self.leastShared, leastSharedOfWhole) = (leastShared, ofWhole)
    (self.leastPart, self.most) = (leastPart, most)
  }

  /// For stories that could be the same copy.
  static let versions = ReuseSearch(leastShared: 3, ofWhole: 9, leastPart: 0.3, most: 32)
  /// The same for texts in which many words are misread, so that few runs of three survive: to ask for two loses
  /// one true pair in fifteen, most of them of briefs.
  static let noisyVersions = ReuseSearch(
    leastShared: 1, ofWhole: 1, leastPart: 0.05, most: 64)

  @inline(__always)
  func admits(shared: Int, of pair: FingerprintedText.Pair) -> Bool {
    shared >= min(pair.isWhole ? leastSharedOfWhole : leastShared, pair.fewer)
      && Double(shared) >= leastPart * Double(pair.fewer)
  }
}
