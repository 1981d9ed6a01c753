/// How long a text is, as people are told it.
public enum WordCount {
  /// The words of a text: what stands between white space, and each character of scripts that put none between words,
  /// as editors there count, and as tokens are made.
  ///
  /// - Parameter text: any text.
  /// - Returns: how many there are.
  /// - Complexity: O(n); nothing is looked up in a dictionary.
  public static func of(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).reduce(0) { $0 + words(in: $1) }
  }

  /// Words of what white space parts: one, or where it has such characters each of these, and what is between them.
  private static func words(in piece: Substring) -> Int {
    // Most have no byte with which such a character begins: the first of them is U+0E01, and signs are of U+2000 on.
    guard piece.utf8.contains(where: { $0 >= 0xE0 && $0 != 0xE2 }),
      piece.contains(where: isUnspaced)
    else { return 1 }
    var (count, isWithin) = (0, false)
    for character in piece {
      let isWord = !isUnspaced(character) && (character.isLetter || character.isNumber)
      if isUnspaced(character) || isWord && !isWithin { count += 1 }
      isWithin = isWord
    }
    return count
  }

  private static func isUnspaced(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { Script.isUnspaced($0.value) } ?? false
  }
}
