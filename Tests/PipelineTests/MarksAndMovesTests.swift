import Stories
import Testing
import Wire

@testable import Pipeline

/// With the shipped table of words: without it every word is a strange one.
@Suite("Quotation marks that come and go, and paragraphs that move") struct MarksAndMovesTests {
  private static let opening =
    "The minister for the coast, Ines Roth, turned down a tax on cartons in parliament on Tuesday, after three years of talks."
  private static let ending =
    "The levy would have brought in 40 million crowns a year, and was to pay for cleaning the beaches of the northern isles."
  private let reader: CopyReader

  init() throws { reader = try .shipped() }

  private func story(_ paragraphs: [String], at hour: Int) -> ComparableStory {
    let published = Instant(milliseconds: Int64(hour) * Instant.hour)
    let text = paragraphs.joined(separator: "\n\n")
    return reader.comparable(
      DeliveredStory(
        Story(id: "\(hour)", outlet: nil, published: published, title: nil, text: text),
        identityIsGiven: false))
  }

  private func changes(_ old: [String], _ new: [String]) -> VersionChanges {
    reader.changes(from: story(old, at: 1), to: story(new, at: 2))
  }

  private func changes(from old: String, to new: String) -> VersionChanges {
    changes([Self.opening, old, Self.ending], [Self.opening, new, Self.ending])
  }

  @Test(
    "words that were put in quotation marks are told, whatever stands beside them",
    arguments: [
      #"said Bo Lund of the harbour union."#, #""We have heard it before," said Bo Lund."#,
      #"“We have heard it before,” said Bo Lund."#,
    ])
  func besideAQuotation(next: String) {
    let plain = "Roth said the promise had been broken twice before. \(next)"
    let marked = #"Roth said "the promise had been broken twice before." \#(next)"#
    let words = "the promise had been broken twice before"
    #expect(changes(from: plain, to: marked).added.quoted == [words])
    #expect(changes(from: marked, to: plain).dropped.quoted == [words])
  }

  @Test(
    "words whose marks stand apart from them are in quotation marks all the same",
    arguments: [("`` ", ", ''"), ("' ", " '"), ("‹ ", " ›"), ("« ", " »"), ("“ ", " ”")])
  func apart(opening: String, closing: String) {
    let words = "we could not have asked for a better day than this one on the islands"
    let plain = "Roth said: \"\(words)\" and left for the northern harbour."
    let spaced = "Roth said: \(opening)\(words)\(closing) and left for the northern harbour."
    #expect(changes(from: plain, to: spaced).dropped.quoted.isEmpty)
    #expect(changes(from: spaced, to: plain).added.quoted.isEmpty)
  }

  @Test(
    "words that were put between guillemets, which stand apart from them in French, are told",
    arguments: [("« ", " »"), ("«\u{A0}", "\u{A0}»"), ("«\u{202F}", "\u{202F}! »")])
  func guillemets(opening: String, closing: String) {
    let words = "une digue ne vaut que ce que vaut l'homme qui pense à fermer la porte"
    let plain = "Le maire a dit que \(words), provoquant des rires."
    let marked = "Le maire a dit que \(opening)\(words)\(closing), provoquant des rires."
    #expect(
      reader.changes(Beginnings.french + plain, Beginnings.french + marked).added.quoted == [words])
    #expect(
      reader.changes(Beginnings.french + marked, Beginnings.french + plain).dropped.quoted == [
        words
      ])
  }

  @Test("direct speech that was made indirect is told as taken out of its marks, and the reverse")
  func indirect() {
    let direct =
      #""I intend to wait, and industry has promised to collect what it sells by the spring," Roth told parliament."#
    let indirect =
      "Roth told parliament that she intended to wait, and industry had promised to collect what it sells by the spring."
    let told = changes(from: direct, to: indirect)
    #expect(told.dropped.quoted.count == 1, "\(told.dropped)")
    #expect(told.dropped.quoted.first?.contains("promised to collect") == true)
    #expect(told.added.quoted.isEmpty && told.alteredQuotations.isEmpty)
    #expect(changes(from: indirect, to: direct).added.quoted.count == 1)
  }

  @Test("a quotation that was altered is not told as another one too")
  func altered() {
    let before =
      #""We have heard it all before and the beaches are still covered," said Bo Lund of the harbour union."#
    let after =
      #""We have heard it all before and nobody believes a word that she says," said Bo Lund of the harbour union."#
    let told = changes(from: before, to: after)
    #expect(told.alteredQuotations.count + told.added.quotations.count == 1, "\(told)")
  }

  @Test("a paragraph that stands before others now is told as moved, once")
  func moved() {
    let paragraphs = [
      Self.opening,
      "Two fishermen mending nets beside the slipway said that they had stopped counting what the tide leaves behind every morning.",
      "A committee of five had wanted shops to take back whatever they sell, as they must in the two countries across the strait.",
      Self.ending,
    ]
    let new = [3, 0, 1, 2].map { paragraphs[$0] }
    let told = changes(paragraphs, new)
    #expect(told.passagesMoved.count == 1, "\(told)")
    #expect(told.passagesMoved.first?.contains("40 million crowns") == true)
    #expect(told.added.passages.isEmpty && told.dropped.passages.isEmpty)
    #expect(changes(paragraphs, paragraphs + [Self.opening]).passagesMoved.isEmpty)
  }
}
