internal import Stories

/// Texts of a language that the shipped table does not know.
///
/// To the table all of their words are rare, and three of the commonest would pass for a passage: so they are weighed by
/// what a word says on average in a language that it knows, and less where the stories themselves turn out to be full of
/// it (`LearnedRarity`).
extension Copy {
  /// Part of strange words from which a text may be foreign. A scan in which one word in five is misread is rare.
  static let foreignFrom: Float = 0.2
  /// Part of common words up to which it is: of an English text, misread ones included, one word in three to six is
  /// common, and of another language one in eight, but for one text in a thousand ("in", "me" and "no" are words of
  /// several).
  static let commonUpTo: Float = 0.12

  /// What a foreign word weighs at most, in sixteenths of a bit.
  static let foreignWord: UInt8 = 5 * UInt8(Rarity.unit)
  /// The same for a character of a script without spaces: five say as much as three words, see `Shingler`.
  static let foreignCharacter: UInt8 = 3 * UInt8(Rarity.unit)

  /// Whether the text is of a language that the table does not know. Asked of a text as the shipped table weighs it.
  var looksForeign: Bool {
    Copy.share(counts.strange, of: count) >= Copy.foreignFrom
      && Copy.share(counts.common, of: count) <= Copy.commonUpTo
  }

  /// The text with weights of a foreign language, made of what its words weigh by all that is known.
  func weighedAsForeign(_ weights: [UInt8]) -> Copy {
    let capped = zip(keys, weights).map { key, weight in
      min(weight, key.isCharacter ? Copy.foreignCharacter : Copy.foreignWord)
    }
    return Copy(keys: keys, weights: capped, traits: traits, marks: marks, isForeign: true)
  }
}
