internal import NearDuplicates
internal import Stories
internal import Text

/// Keys of the words and runs about which something is known beforehand.
struct KnownWords: Sendable {
  /// Flags by key.
  private(set) var flags: [UInt32: WordFlags] = [:]

  /// Keys the lists' words.
  init(_ tokeniser: Tokeniser) {
    var keys = Keys(tokeniser)
    for (list, flag) in [
      (WordLists.common, WordFlags.common), (WordLists.foreign, .foreign),
      (WordLists.secondPerson, .secondPerson), (WordLists.firstPlural, .firstPlural),
      (WordLists.imperatives, .imperative), (WordLists.speech, .speech),
    ] {
      for word in list.split(whereSeparator: \.isWhitespace) {
        for key in keys.words(of: String(word)) { flags[key, default: []].insert(flag) }
      }
    }
    for (number, kind) in CueKinds.all.enumerated() {
      let cues = CuePhrases.cues(of: kind)
      add(cues.plain, number, isStrong: false, &keys)
      add(cues.strong, number, isStrong: true, &keys)
    }
  }

  private mutating func add(_ list: String, _ number: Int, isStrong: Bool, _ keys: inout Keys) {
    for phrase in list.split(separator: ";") {
      let words = keys.words(of: String(phrase))
      guard let first = words.first else { continue }
      var run = first
      if words.count > 1 { flags[first, default: []].insert(.beginsCue) }
      for (position, word) in words.enumerated().dropFirst() {
        run = PhraseKey.extend(run, by: word)
        if position < words.count - 1 { flags[run, default: []].insert(.continuesCue) }
      }
      // A kind named first keeps a cue that two kinds list; a strong cue replaces a plain one.
      let known = flags[run, default: []]
      guard known.cueKind == nil || (isStrong && !known.isStrongCue) else { continue }
      flags[run] = known.withoutCue.union(.cue(number, isStrong: isStrong))
    }
  }

  /// Turns words into keys.
  private struct Keys {
    let tokeniser: Tokeniser

    init(_ tokeniser: Tokeniser) { self.tokeniser = tokeniser }

    mutating func words(of text: String) -> [UInt32] {
      var text = text
      let tokens = tokeniser.tokens(of: text)
      return text.withUTF8 { bytes in
        (0..<tokens.count).map { PhraseKey.word(tokens, $0, bytes) }
      }
    }
  }
}

extension WordFlags {
  /// The same without any cue.
  fileprivate var withoutCue: WordFlags { WordFlags(rawValue: rawValue & 0xFF) }
}
