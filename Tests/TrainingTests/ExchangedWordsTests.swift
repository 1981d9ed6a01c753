import Testing

@testable import Training

@Suite("Words that are exchanged") struct ExchangedWordsTests {
  private static let pool = ExchangedWords.Pool([
    "The mayor of Brekke thanked Ines Calloway. Later Hollis Vane left.",
    "The mayor saw rockets over Corrin.",
  ])
  private static let text =
    "A jury freed Anna Holm in Oslo. Anna Holm wept; the court in Oslo rose."

  @Test("names are words with a capital that begin no sentence, others long words without")
  func pool() {
    #expect(Self.pool.names == ["Brekke", "Ines", "Calloway", "Hollis", "Vane", "Corrin"])
    #expect(Self.pool.others == ["mayor", "thanked", "rockets"])
  }

  @Test("a name is another name throughout, and all else stays letter for letter")
  func names() {
    let filled = ExchangedWords(
      Self.text, from: Self.pool, .init(namesThatStay: 0, othersThatGo: 0), shift: 3)
    let words = filled.text.split(whereSeparator: { !$0.isLetter })
    #expect(words[4] == words[8] && words[6] == words[13])
    #expect([3, 4, 6].allSatisfy { Self.pool.names.contains(String(words[$0])) })
    #expect(!filled.text.contains("Oslo") && !filled.text.contains("Holm"))
    #expect(words[7] == "Anna")  // It begins a sentence.
    #expect(filled.text.hasPrefix("A jury freed ") && filled.text.hasSuffix(" rose."))
    #expect(filled.count == 5)
  }

  @Test("nothing goes where all stays")
  func nothing() {
    let kept = ExchangedWords(
      Self.text, from: Self.pool, .init(namesThatStay: 10, othersThatGo: 0), shift: 3)
    #expect(kept.text == Self.text && kept.count == 0)
    let empty = ExchangedWords(
      Self.text, from: ExchangedWords.Pool([]), .init(namesThatStay: 0, othersThatGo: 100), shift: 0
    )
    #expect(empty.text == Self.text)
  }

  @Test("other words go where they are to, and which depends on the shift")
  func others() {
    let all = ExchangedWords.Rates(namesThatStay: 10, othersThatGo: 100)
    let one = ExchangedWords(Self.text, from: Self.pool, all, shift: 0)
    #expect(one.text.contains("Oslo") && !one.text.contains("court") && !one.text.contains("freed"))
    let texts = Set((0..<8).map { ExchangedWords(Self.text, from: Self.pool, all, shift: $0).text })
    #expect(texts.count > 1)
    #expect(one == ExchangedWords(Self.text, from: Self.pool, all, shift: 0))
  }
}
