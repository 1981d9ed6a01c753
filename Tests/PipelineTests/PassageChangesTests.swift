import NearDuplicates
import Stories
import TestSupport
import Testing
import Wire

@testable import Pipeline

@Suite struct PassageChangesTests {
  private let reader: CopyReader

  init() throws {
    reader = CopyReader(
      signer: try Signer(shingler: Shingler(), sketch: FastSimilaritySketch()), boilerplate: nil)
  }

  private func story(_ text: String, at hour: Int) -> ComparableStory {
    reader.comparable(
      DeliveredStory(
        Story(
          id: "\(hour)", outlet: nil, published: Instant(milliseconds: Int64(hour) * Instant.hour),
          title: nil, text: text), identityIsGiven: false))
  }

  /// The words at some ranges of a text.
  private func words(_ ranges: [Range<Int>], of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return ranges.map { String(String.UnicodeScalarView(scalars[$0])) }
  }

  private static let body =
    "The ferry Skerrow Star caught fire on Tuesday night, ten miles off the northern isles, with 212 people aboard. "

  @Test("words that were exchanged are changed at both places, whichever story is named first")
  func exchanged() {
    let old =
      Self.body
      + "In all 12 people were killed and 30 were injured. The captain, Smith, blamed the mate, Jones."
    let new =
      Self.body
      + "In all 30 people were killed and 12 were injured. The captain, Jones, blamed the mate, Smith."
    let (one, two) = (story(old, at: 1), story(new, at: 3))
    let there = reader.compare(one, two, rule: RelationRule())
    #expect(words(there.changed.first, of: old) == ["12", "30", "Smith", "Jones"])
    #expect(words(there.changed.second, of: new) == ["30", "12", "Jones", "Smith"])
    let back = reader.compare(two, one, rule: RelationRule())
    #expect(
      back.changed.first == there.changed.second && back.changed.second == there.changed.first)
    let changes = reader.changes(from: one, to: two)
    #expect(changes.dropped.wordsInPlace == ["12", "30", "Smith", "Jones"])
    #expect(changes.added.wordsInPlace == ["30", "12", "Jones", "Smith"])
  }

  @Test("a word that took another's place is told though the passage has it elsewhere")
  func elsewhere() {
    let old =
      Self.body + "Six tugs came. The line will be closed for eight weeks, the company said."
    let new = Self.body + "Six tugs came. The line will be closed for six weeks, the company said."
    let report = reader.compare(story(old, at: 1), story(new, at: 2), rule: RelationRule())
    #expect(words(report.changed.first, of: old) == ["eight"])
    #expect(words(report.changed.second, of: new) == ["six"])
  }

  @Test("what stands verbatim in a passage is no change of one that overlaps it")
  func repeated() {
    var random = SeededGenerator(seed: 11)
    let sentences = (0..<6).map { _ in
      (0..<14).map { _ in "word\(Int.random(in: 0..<5000, using: &random))" }.joined(separator: " ")
        + "."
    }
    let old = sentences.joined(separator: " ")
    // The later story says its first sentences twice, once with other words in them.
    let turned = sentences[0].split(separator: " ").enumerated()
      .map { $0 == 5 ? "elsewhere" : String($1) }.joined(separator: " ")
    let new = (sentences + [turned, sentences[1]]).joined(separator: " ")
    let report = reader.compare(story(old, at: 1), story(new, at: 2), rule: RelationRule())
    #expect(report.changed.first.isEmpty)
    #expect(words(report.changed.second, of: new) == ["elsewhere"])
  }

  @Test(
    "a quotation that took another's place is named whole, and a figure once")
  func quotation() {
    let old =
      Self.body
      + "Halvorsen said, \"Nobody wants this but nobody wants a wreck on the rocks either,\" and left. It cost 3 or 3."
    let new =
      Self.body
      + "Lindqvist said, \"I would rather be shouted at now than answer to a coroner later,\" and left. It cost 4 or 4."
    let changes = reader.changes(from: story(old, at: 1), to: story(new, at: 2))
    #expect(
      changes.dropped.quotations == [
        "Nobody wants this but nobody wants a wreck on the rocks either"
      ])
    #expect(
      changes.added.quotations == [
        "I would rather be shouted at now than answer to a coroner later"
      ])
    #expect(changes.dropped.figures == ["3"] && changes.added.figures == ["4"])
  }

  /// The changed words of a text of some length and of another that differs from it in a few sentences.
  private func changed(_ old: String, _ new: String) -> (first: [String], second: [String]) {
    let frame =
      "Traders in the capital had waited for the numbers since the early morning, when the first rumours of a change "
    let rest =
      " Nobody at the ministry wanted to comment on the matter when reporters asked for it in the evening."
    return marked(frame + "went round. " + old + rest, frame + "went round. " + new + rest)
  }

  private func marked(_ old: String, _ new: String) -> (first: [String], second: [String]) {
    let report = reader.compare(story(old, at: 1), story(new, at: 2), rule: RelationRule())
    let back = reader.compare(story(new, at: 2), story(old, at: 1), rule: RelationRule())
    #expect(back.changed.first == report.changed.second)
    #expect(back.changed.second == report.changed.first)
    return (words(report.changed.first, of: old), words(report.changed.second, of: new))
  }

  @Test("words that are put into quotation marks are changed")
  func quotationMarks() {
    let told = changed(
      "The minister called it a very bad day for the islands and left at once.",
      "The minister called it \"a very bad day for the islands\" and left at once.")
    let words = "a very bad day for the islands".split(separator: " ").map(String.init)
    #expect(told.first == words && told.second == words)
  }

  @Test("of people who have changed their posts both are not told as unchanged")
  func exchangedPosts() {
    let told = changed(
      "It was too late, said engineer Ray Moss. Minister Lee Hart was there.",
      "It was too late, said minister Lee Hart. Engineer Ray Moss was there.")
    #expect(told.first.count == 3 && told.second.count == 3, "\(told)")
    let names: Set<String> = ["ray moss engineer", "lee hart minister"]
    for side in [told.first, told.second] {
      let moved = Set(side.map { $0.lowercased() })
      #expect(names.contains { Set($0.split(separator: " ").map(String.init)) == moved }, "\(side)")
    }
  }

  @Test("of two that were exchanged around a verb the names are changed, and not the verb")
  func exchangedBanks() {
    let told = changed(
      "Barclays Bank agreed to buy Lloyds Bank for cash.",
      "Lloyds Bank agreed to buy Barclays Bank for cash.")
    #expect(told.first == ["Barclays", "Lloyds"] && told.second == ["Lloyds", "Barclays"])
  }

  @Test("figures that were exchanged with the words behind them are changed")
  func exchangedFigures() {
    let told = changed(
      "Of the northern villages 120 houses were flooded, and of the southern villages 45 houses were flooded.",
      "Of the northern villages 45 houses were flooded, and of the southern villages 120 houses were flooded."
    )
    #expect(told.first == ["120", "45"] && told.second == ["45", "120"])
  }

  @Test("a figure is changed though the later text says at its end what it was")
  func corrected() {
    let old = (1...9).map { "\($0 + 20) days 6-5/\($0 + 40) 6-1/\($0 + 60)" }.joined(separator: " ")
    let told = marked(
      old + " TWELVE MTHS 6-3/16 6-11/16",
      old
        + " TWELVE MTHS 6-13/16 6-11/16 (CORRECTING TWELVE MTHS 6-13/16 6-11/16 FROM 6-3/16 6-11/16)"
    )
    #expect(told.first == ["3"] && told.second.contains("13"), "\(told)")
  }

  @Test("fractions, raised digits and signs of currencies are marked with their figures")
  func marks() {
    let told = changed(
      "Rates rose by ¼ point to 5¼ percent. It paid ¥50,000 for 12 km² of it.",
      "Rates rose by ¾ point to 5¾ percent. It paid ₩50,000 for 12 km³ of it.")
    #expect(told.first == ["¼ point", "5¼", "¥50,000", "km²"])
    #expect(told.second == ["¾ point", "5¾", "₩50,000", "km³"])
  }

  @Test("a figure that keeps its digits is told with its sign where that changed")
  func signs() {
    let old = Self.body + "The damage was put at $4.2 million, and the share fell 5.5% by noon."
    let new = Self.body + "The damage was put at €4.2 million, and the share fell -5.5% by noon."
    let (one, two) = (story(old, at: 1), story(new, at: 2))
    let report = reader.compare(one, two, rule: RelationRule())
    #expect(words(report.changed.first, of: old) == ["$4.2", "5.5%"])
    #expect(words(report.changed.second, of: new) == ["€4.2", "-5.5%"])
    #expect(reader.changes(from: one, to: two).added.wordsInPlace == ["€4.2", "-5.5%"])
  }
}
