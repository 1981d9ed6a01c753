import NearDuplicates
import Pipeline
import Stories
import TestSupport
import Testing
import Wire

@Suite("Word for word") struct VerbatimTests {
  private static let text = """
    Eleven people were hurt when a tram left the rails on Quay Street on Monday, the fire brigade said. The tram, \
    on its way to the fish market with some forty passengers, came to rest against the wall of a bank. Two of \
    the hurt were still in hospital in the evening. The line runs again from Tuesday noon, and until then buses \
    take its place. The driver told the police that the brakes had not held since the last stop but one.
    """

  private func relation(_ first: String, _ second: String, days: Double = 0) throws -> Relation {
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let reader = CopyReader(signer: signer, boilerplate: nil)
    func story(_ id: String, _ text: String, _ at: Double) -> ComparableStory {
      let published = Instant(milliseconds: Int64(at * Double(Instant.day)))
      return reader.comparable(
        DeliveredStory(
          Story(id: id, outlet: nil, published: published, title: nil, text: text),
          identityIsGiven: false))
    }
    return reader.compare(
      story("a", first, 1), story("b", second, 1 + days), rule: RelationRule()
    ).verdict.relation
  }

  @Test("a text with a byline before it and a credit behind it is the same word for word")
  func byline() throws {
    let long = (0..<3).map { _ in Self.text }.joined(separator: "\n\n")
    #expect(try relation(long, "By Ada Finch\n\n" + long) == .verbatim)
    #expect(try relation(long, "By Ada Finch\n\n" + long + "\n\n(NPA)") == .verbatim)
    #expect(try relation("By Ada Finch\n\n" + long, long + "\n\n(NPA)") == .verbatim)
  }

  @Test("the first or the last word of a text is a changed word like any other")
  func edges() throws {
    let twelve = Self.text.replacing("Eleven people", with: "Twelve people")
    #expect(try relation(Self.text, twelve) == .version)
    let two = Self.text.replacing("last stop but one", with: "last stop but two")
    #expect(try relation(Self.text, two) == .version)
  }

  @Test(
    "one changed word makes a version, however long the text",
    arguments: [400, 2_000, 2_100, 9_000])
  func long(words: Int) throws {
    var random = SeededGenerator(seed: 5)
    let all = (0..<words).map { _ in "word\(Int.random(in: 0..<100_000, using: &random))" }
    var other = all
    other[words / 2] = "elsewhere"
    #expect(try relation(all.joined(separator: " "), other.joined(separator: " ")) == .version)
    #expect(try relation(all.joined(separator: " "), all.joined(separator: " ")) == .verbatim)
  }

  @Test("two texts that are as long are no cut of each other, whatever was exchanged in them")
  func exchanged() throws {
    let other = Self.text.replacing(
      "Two of the hurt were still in hospital in the evening.",
      with: "A witness who sells flowers there saw sparks before it.")
    #expect(try relation(Self.text, other) == .version)
  }

  @Test(
    "a figure with another sign is another figure, and words out of quotation marks are not as they were",
    arguments: [
      ("cost $4.2 million", "cost €4.2 million"), ("cost £4.2 million", "cost ¥4.2 million"),
      ("rose 5.5%", "rose 5.5"), ("moved 5.5%", "moved -5.5%"), ("by (5)", "by (−5)"),
      ("kostet 4,2 € und", "kostet 4,2 % und"), ("kostet 4,2€ und", "kostet 4,2$ und"),
      ("um 5％ und", "um 5 und"), ("for 5 $10 notes", "for 5% $10 notes"),
      ("arttı %4,6 ve", "arttı 4,6 ve"), ("زادت ٪٤٫٦ أمس", "زادت ٤٫٦ أمس"),
      ("was \"a bad day\" for", "was a bad day for"), ("of $4", "of -$4"),
      ("rose by ¼ point", "rose by ¾ point"), ("of 5¼ percent", "of 5¾ percent"),
      ("rose ½,", "rose ¾,"), ("of 12 km² was", "of 12 km³ was"), ("① the first", "② the first"),
      ("paid ¥50,000 for", "paid ₩50,000 for"), ("paid ₹500 for", "paid ₺500 for"),
      ("for 99¢ each", "for 99 each"), ("at –12 degrees", "at 12 degrees"),
      ("of 5¼ percent", "of 5 percent"), ("paid 500 ₽ for", "paid 500 ₺ for"),
    ])
  func signs(_ old: String, _ new: String) throws {
    let text = Self.text + " The day, the board said, " + old + " and nothing else. " + Self.text
    let other = text.replacing(old, with: new)
    #expect(try relation(text, other) == .version)
    #expect(try relation(text, text) == .verbatim)
    #expect(try relation(other, other) == .verbatim)
  }

  @Test(
    "what a desk's system makes of spaces, digits and letters changes no word",
    arguments: [
      ("« 43,7\u{A0}millions\u{A0}»", "«\u{202F}43,7\u{202F}millions\u{202F}»"),
      ("3\u{A0}418 et 1\u{A0}270 personnes", "3\u{202F}418 et 1\u{202F}270 personnes"),
      ("זינק חו\"ל וגם צ'ק", "זינק חו״ל וגם צ׳ק"), ("חו\"ל", "חו”ל"),
      ("٤٣٫٧ مليون و١٬٢٧٠ شخص", "43.7 مليون و1,270 شخص"), ("४३.७ करोड़", "43.7 करोड़"),
      ("paid ￥500 for", "paid ¥500 for"), ("aged 10–12 in", "aged 10-12 in"),
      ("43.7억 유로", "43.7\u{110B}\u{1165}\u{11A8} \u{110B}\u{1172}\u{1105}\u{1169}"),
    ])
  func systems(_ old: String, _ new: String) throws {
    let text = Self.text + " The day, the board said, " + old + " and nothing else. " + Self.text
    let other = text.replacing(old, with: new)
    #expect(try relation(text, other) == .verbatim)
  }
}
