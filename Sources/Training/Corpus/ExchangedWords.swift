/// A text in which names and some other words stand for something else throughout: the same form, filled in for another
/// event.
///
/// Which words are exchanged, and for what, depends on the words and on the shift alone: a name has the same other name
/// wherever it stands, in a headline as below it. White space, signs and all other words stay letter for letter.
public struct ExchangedWords: Hashable, Sendable {
  /// Words to exchange for.
  public struct Pool: Hashable, Sendable {
    /// Words with a capital that do not begin a sentence.
    private(set) var names: [String] = []
    /// Words of five letters and more without capitals.
    private(set) var others: [String] = []

    /// Gathers the words of some texts, each once, in order.
    ///
    /// - Parameter texts: the texts.
    ///
    /// Complexity: O(n) in their length.
    public init(_ texts: some Sequence<String>) {
      var seen: Set<String> = []
      for text in texts {
        ExchangedWords.forEachWord(of: text) { word, isName in
          guard isName || ExchangedWords.isLong(word), seen.insert(String(word)).inserted else {
            return
          }
          if isName { names.append(String(word)) } else { others.append(String(word)) }
        }
      }
    }
  }

  /// How many of ten names stay, and how many of a hundred other words go.
  public struct Rates: Hashable, Sendable {
    let namesThatStay: Int
    let othersThatGo: Int

    /// Sets the rates.
    ///
    /// - Parameters:
    ///   - namesThatStay: of ten, such as those of institutions.
    ///   - othersThatGo: of a hundred.
    public init(namesThatStay: Int, othersThatGo: Int) {
      (self.namesThatStay, self.othersThatGo) = (namesThatStay, othersThatGo)
    }
  }

  /// The text.
  public private(set) var text = ""
  /// How many places have another word.
  public private(set) var count = 0

  /// Exchanges words.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - pool: what to exchange for.
  ///   - rates: how much is exchanged.
  ///   - shift: which words these are, from 0.
  ///
  /// Complexity: O(n).
  public init(_ text: String, from pool: Pool, _ rates: Rates, shift: Int) {
    var rest = text[...]
    ExchangedWords.forEachWord(of: text) { word, isName in
      self.text += rest[..<word.startIndex]
      rest = text[word.endIndex...]
      let other = ExchangedWords.other(word, isName, pool, rates, shift)
      if other != nil { count += 1 }
      self.text += other ?? String(word)
    }
    self.text += rest
  }

  private static func other(
    _ word: Substring, _ isName: Bool, _ pool: Pool, _ rates: Rates, _ shift: Int
  ) -> String? {
    let number = number(of: word, shift)
    let goes =
      isName ? Int(number % 10) >= rates.namesThatStay : Int(number % 100) < rates.othersThatGo
    let words = isName ? pool.names : pool.others
    guard goes, isName || isLong(word), !words.isEmpty else { return nil }
    let other = words[Int((number >> 8) % UInt64(words.count))]
    return other == word ? nil : other
  }

  /// A number for a word.
  private static func number(of word: Substring, _ shift: Int) -> UInt64 {
    let hash = FNV1a.step(FNV1a.hash(word.utf8), UInt64(truncatingIfNeeded: shift))
    return hash ^ hash >> 29
  }

  private static func isLong(_ word: Substring) -> Bool {
    word.count >= 5 && word.first?.isUppercase == false
  }

  /// Calls `body` with every word of letters, and whether it is a name: begins with a capital, and no sentence does.
  private static func forEachWord(of text: String, _ body: (Substring, _ isName: Bool) -> Void) {
    var beginsSentence = true
    var start: String.Index?
    func close(at end: String.Index) {
      guard let first = start else { return }
      let word = text[first..<end]
      body(word, word.first?.isUppercase == true && !beginsSentence)
      (start, beginsSentence) = (nil, false)
    }
    for index in text.indices {
      let character = text[index]
      if character.isLetter {
        start = start ?? index
        continue
      }
      close(at: index)
      if ".!?\n:\"“".contains(character) { beginsSentence = true }
    }
    close(at: text.endIndex)
  }
}
