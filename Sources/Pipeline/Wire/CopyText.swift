internal import Text
internal import Wire

/// A text as words, with where its sentences end. In scripts without spaces each character is a word.
struct CopyText {
  /// One word of it.
  struct Word {
    /// The word as it is written.
    let raw: Substring
    /// The same without the marks of a sentence about it, in the characters that all copies are compared in.
    let form: Substring
    /// The same in small letters.
    let key: String
    /// Whether it follows the word before it without a space.
    let isJoined: Bool
    /// Whether a sentence or a line ends with it.
    var ends: Bool

    /// Whether it says enough that two sentences are not alike in it by accident.
    var isTelling: Bool {
      key.count >= 4 || key.contains(where: \.isNumber)
        || form.first.map(CopyText.isUnspaced) ?? false
    }
  }

  /// The words in order.
  let words: [Word]
  /// Where each word stands, by its small letters.
  let places: [String: [Int]]
  /// What else is asked of its places.
  let index = CopyIndex()

  /// Words to either side past which no sentence is followed.
  private static let reach = 25
  private static let marks: Set<Character> = [
    ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "„", "‘", "’", "«", "»", "(", ")", "[", "]",
    "…", "*", "‹", "›", "‚", "。", "，", "、", "「", "」", "『", "』", "！", "？", "．", "：", "；", "（", "）",
    "［",
    "］", "【", "】", "《", "》", "〈", "〉", "〔", "〕", "｡", "､", "｢", "｣", "،", "؛", "؟", "۔", "।", "॥",
  ]
  private static let stops: Set<Character> = [
    ".", "!", "?", "…", "。", "！", "？", "．", "｡", "؟", "۔", "।", "॥",
  ]

  /// Splits a text, without what it says of its own correction.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - other: another version; what both have is news, whatever stands before it.
  init(_ text: String, beside other: String) {
    var words: [Word] = []
    for piece in CorrectionNotice.news(of: text, beside: other) {
      for line in piece.split(whereSeparator: \.isNewline) {
        for chunk in line.split(whereSeparator: \.isWhitespace) {
          words += CopyText.words(of: chunk)
        }
        if let last = words.indices.last { words[last].ends = true }
      }
    }
    self.words = words
    places = Dictionary(grouping: words.indices) { words[$0].key }
  }

  /// The words of a range as they are written.
  func phrase(_ range: Range<Int>) -> String {
    let most = 40
    let text = words[range].prefix(most).reduce(into: "") { text, word in
      if !text.isEmpty, !word.isJoined { text += " " }
      text += word.raw
    }
    return range.count > most ? text + " …" : text
  }

  /// The words of a range without marks about them.
  func forms(_ range: Range<Int>) -> [Substring] { words[range].map(\.form) }

  /// Where some words stand in one run, in these letters or in small and capital ones alike.
  ///
  /// Complexity: O(n) in the places of the rarest of them.
  func runs(of run: [Substring], inCase: Bool = true) -> [Range<Int>] {
    starts(of: run).filter { has(run, at: $0, inCase: inCase) }.map { $0..<$0 + run.count }
  }

  /// Whether some words stand anywhere in one run.
  func has(_ run: [Substring], inCase: Bool = true) -> Bool {
    starts(of: run).contains { has(run, at: $0, inCase: inCase) }
  }

  /// Whether some words stand in one run at a place.
  func has(_ run: [Substring], at start: Int, inCase: Bool) -> Bool {
    guard start >= 0, start + run.count <= words.count else { return false }
    return zip(words[start..<start + run.count], run).allSatisfy { word, sought in
      word.form == sought || !inCase && word.key == FoldedWord.key(ofForm: sought)
    }
  }

  /// In how many places the rarest of some words stands.
  func rarest(in run: [Substring]) -> Int {
    run.map { places[FoldedWord.key(ofForm: $0)]?.count ?? 0 }.min() ?? 0
  }

  /// Where a run of words may start, by the rarest of them.
  private func starts(of run: [Substring]) -> [Int] {
    let all = run.map { places[FoldedWord.key(ofForm: $0)] ?? [] }
    guard let rarest = all.indices.min(by: { all[$0].count < all[$1].count }) else { return [] }
    return all[rarest].map { $0 - rarest }
  }

  /// The sentence about a range, or as much of it as lies near.
  func sentence(about range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, range.lowerBound - start < CopyText.reach, !words[start - 1].ends {
      start -= 1
    }
    if range.isEmpty, end < words.count { end += 1 }
    while end < words.count, end > 0, end - range.upperBound < CopyText.reach, !words[end - 1].ends
    {
      end += 1
    }
    return start..<end
  }

  private static func isUnspaced(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { Script.isUnspaced($0.value) } ?? false
  }

  /// The words of what stands between two spaces; marks belong to the word before them.
  private static func words(of chunk: Substring) -> [Word] {
    guard chunk.utf8.contains(where: { $0 >= 0x80 }), chunk.contains(where: isUnspaced) else {
      return [word(chunk, isJoined: false)]
    }
    var words: [Word] = []
    var start = chunk.startIndex
    for (before, index) in zip(chunk.indices, chunk.indices.dropFirst()) {
      let begins =
        isUnspaced(chunk[index])
        || isUnspaced(chunk[before]) && (chunk[index].isLetter || chunk[index].isNumber)
      guard begins else { continue }
      words.append(word(chunk[start..<index], isJoined: !words.isEmpty))
      start = index
    }
    return words + [word(chunk[start...], isJoined: !words.isEmpty)]
  }

  private static func word(_ raw: Substring, isJoined: Bool) -> Word {
    var bare = raw
    var ends = false
    while let last = bare.last, marks.contains(last) {
      if stops.contains(last) { ends = true }
      bare.removeLast()
    }
    bare = bare.drop(while: marks.contains)
    if bare.isEmpty { bare = raw }
    let form = FoldedWord.form(of: bare)
    return Word(
      raw: raw, form: form, key: FoldedWord.key(ofForm: form), isJoined: isJoined, ends: ends)
  }
}
