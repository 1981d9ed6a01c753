import Stories
import Testing
import Wire

@testable import Pipeline

/// With the shipped table of words: without it every word is a strange one.
@Suite("What a later version changed") struct VersionChangesTests {
  private static let body =
    "The ferry Skerrow Star caught fire on Tuesday night, ten miles off the northern isles, with 212 people aboard. "
  private let reader: CopyReader

  init() throws { reader = try .shipped() }

  private func story(_ text: String, at hour: Int) -> ComparableStory {
    let published = Instant(milliseconds: Int64(hour) * Instant.hour)
    return reader.comparable(
      DeliveredStory(
        Story(id: "\(hour)", outlet: nil, published: published, title: nil, text: text),
        identityIsGiven: false))
  }

  @Test("days, months and who is speaking are no names, and a name does not go on in the next line")
  func names() {
    let old =
      Self.body + "It was to sail again before the winter, the harbour board said on its notice."
    let new =
      Self.body
      + "It was to sail again before December, the harbour board said on Friday. \"And I believe it,\" said Hilda\nVossen of the board."
    let changes = reader.changes(from: story(old, at: 1), to: story(new, at: 2))
    #expect(changes.added.names == ["Hilda", "Vossen"])
  }

  @Test(
    "a sentence in another's place is added and dropped, not words that changed within a passage")
  func replacedSentence() {
    let frame = (1...3).map {
      "Sentence \($0) of the frame says something of its own about pier \($0), and no other does."
    }
    let auditor =
      "The county auditor, whose report has been held back since spring by a committee of five, wrote that none of the barriers along the coast road was ever tested at all."
    let witness =
      "Two fishermen mending nets beside the slipway heard nothing but gulls until a wheel came bouncing down among their crates and rolled away into deep water."
    let old = ([Self.body] + frame.prefix(2) + [auditor] + frame.suffix(1)).joined(separator: " ")
    let new = ([Self.body] + frame.prefix(2) + [witness] + frame.suffix(1)).joined(separator: " ")
    let changes = reader.changes(from: story(old, at: 1), to: story(new, at: 2))
    #expect(changes.dropped.passages.joined(separator: " ").contains("report has been held back"))
    #expect(changes.added.passages.joined(separator: " ").contains("mending nets beside"))
  }

  @Test("a quotation that was parted, or made of two, to name the speaker elsewhere is not altered")
  func partedQuotation() {
    let (first, second) = (
      "We heard children calling for help, and then we heard nothing", "Nobody slept on board"
    )
    let parted = Self.body + "\"\(first),\" a baker said on the quay. \"\(second).\""
    let whole = Self.body + "\"\(first). \(second),\" a baker said on the quay."
    let cut = Self.body + "\"\(first),\" a baker said on the quay."
    func altered(_ old: String, _ new: String) -> [VersionChanges.Altered] {
      reader.changes(from: story(old, at: 1), to: story(new, at: 2)).alteredQuotations
    }
    #expect(altered(parted, whole).isEmpty)
    #expect(altered(whole, parted).isEmpty)
    #expect(altered(whole, cut).count == 1, "what is left out is nowhere else")
  }

  @Test("a quotation that reads otherwise is told, whole and beside what it was")
  func alteredQuotation() {
    let said = "We heard children calling for help, and then we heard nothing"
    let other = "Nobody slept on board, and nobody will for a long time"
    func text(_ quotations: String...) -> String {
      Self.body + quotations.map { "\"\($0),\" a baker said on the quay." }.joined(separator: " ")
    }
    let mended = "We heard children crying for help, and then nothing at all"
    let changes = reader.changes(
      from: story(text(said, other), at: 1), to: story(text(other, mended), at: 2))
    #expect(changes.alteredQuotations == [.init(before: said, after: mended)])
    let same = reader.changes(
      from: story(text(said, other), at: 1), to: story(text(other, said), at: 2))
    #expect(same.alteredQuotations.isEmpty)
    let dropped = reader.changes(
      from: story(text(said, other), at: 1), to: story(text(other), at: 2))
    #expect(dropped.alteredQuotations.isEmpty)
  }

  @Test("a quotation of which a part is quoted anew in other words is not altered, but another one")
  func partOfAQuotation() {
    let old =
      Self.body
      + "\"We will close the old bridge for eleven weeks from the ninth of March whatever anybody says,\" Dost said."
    let new = Self.body + "She would \"close the old bridge for twelve weeks\", Dost said."
    let changes = reader.changes(from: story(old, at: 1), to: story(new, at: 2))
    #expect(changes.alteredQuotations.isEmpty)
  }
}
