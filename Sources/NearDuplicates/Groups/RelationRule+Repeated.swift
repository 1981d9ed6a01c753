internal import Stories

/// The same words from beginning to end, a little later or in another outlet: one copy, whatever trees say.
///
/// Of 43 labelled Reuters pairs that agree word for word and came within a day and a half all are one copy; two days and
/// more apart two of three are the same notice of another time. One outlet may have the same notice every day. A short
/// one may be about whoever its headline names: two companies pay the same dividend on the same days.
extension RelationRule {
  /// Milliseconds within which the same words are the same event, in one outlet and in two.
  static let repeatedWithin = (oneOutlet: 12 * Instant.hour, other: 36 * Instant.hour)
  /// Words from which a text says by itself what it is about.
  static let saysByItself: Float = 60
  /// How alike headlines must be above fewer words.
  static let headlinesAlike: Float = 0.5
  /// How strongly what is repeated pulls into one group, at least.
  static let repeatedStrength = 0.95

  /// Whether every word of either text stands in the other, in stretches that agree.
  static func isRepeated(_ features: PairFeatures, apart: Int64?) -> Bool {
    guard features[.exactLeast] == 1 else { return false }
    let within = features[.sameOutlet] == 1 ? repeatedWithin.oneOutlet : repeatedWithin.other
    if let apart, apart >= within { return false }
    let titles = features[.titles]
    return titles < 0 || titles >= headlinesAlike || features.words(.matchedWords) >= saysByItself
  }
}
