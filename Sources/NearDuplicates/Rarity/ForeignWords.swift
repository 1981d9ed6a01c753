internal import Stories

/// Texts of a language that the shipped table does not know.
///
/// To the table all of their words are rare, and three of the commonest would pass for a passage: so they are weighed by
/// what a word says on average in a language that it knows, and less where the stories themselves turn out to be full of
/// it (`LearnedRarity`).
extension Copy {
  /// Part of the words in small letters that must be strange: names are strange in any language, and of a report full of
  /// figures little else is left. Of 99 in 100 texts in a language that the table knows it is up to .09, of 99 in 100
  /// scans up to .23, and of texts in others at least .37.
  static let foreignFrom: Float = 0.3
  /// Part of these that may be common: of 99 in 100 texts in a language that the table knows it is at least .3, of scans
  /// .19, and of others at most .08 ("in", "me" and "no" are words of several).
  static let commonUpTo: Float = 0.15

  /// What a foreign word weighs at most, in sixteenths of a bit.
  static let foreignWord: UInt8 = 5 * UInt8(Rarity.unit)
  /// The same for a character of a script without spaces: five say as much as three words, see `Shingler`.
  static let foreignCharacter: UInt8 = 3 * UInt8(Rarity.unit)

  /// Whether the text is of a language that the table does not know. Asked of a text as the shipped table weighs it.
  var looksForeign: Bool {
    Copy.share(counts.strange, of: counts.small) >= Copy.foreignFrom
      && Copy.share(counts.common, of: counts.small) <= Copy.commonUpTo
  }

  /// The text with weights of a foreign language, made of what its words weigh by all that is known.
  func weighedAsForeign(_ weights: [UInt8]) -> Copy {
    let capped = zip(keys, weights).map { key, weight in
      min(weight, key.isCharacter ? Copy.foreignCharacter : Copy.foreignWord)
    }
    return Copy(keys: keys, weights: capped, traits: traits, marks: marks, isForeign: true)
  }
}
