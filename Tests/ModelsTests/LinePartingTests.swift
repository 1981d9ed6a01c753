import Stories
import Testing
import Text
import Training

@Suite("Furniture behind a paragraph's last sentence") struct LinePartingTests {
  private static let news = [
    "The harbour board approved a new ferry terminal on Tuesday after a debate that lasted four hours.",
    "Its chairman, Aled Prosser, said that work would begin in the spring and take two years.",
    "Divers went down at first light to look at the old piers. They found two that had to go at once.",
  ]

  @Test(
    "is marked without the paragraph",
    arguments: [
      "(Reporting by Anna Holm and Peter Voss in Oslo; editing by Maria Lund)",
      "© 2026 Northgate Press Agency. All rights reserved.",
      "Follow Anna Holm on Twitter at twitter.com/annaholm",
      "Sign up for our morning newsletter here.", "READ MORE: Ferry owner to pay for hotel rooms",
      "Photo: Northgate Press/Getty Images",
    ])
  func behind(furniture: String) throws {
    let text = Self.news.joined(separator: "\n\n") + " " + furniture
    #expect(try ShippedModel.marked(text) == [furniture])
    let own = Self.news.joined(separator: "\n\n") + "\n\n" + furniture
    #expect(try ShippedModel.marked(own) == [furniture])
  }

  @Test("is marked before a paragraph's first sentence too")
  func before() throws {
    var lines = Self.news
    lines[1] = "READ MORE: Ferry owner to pay for hotel rooms! " + lines[1]
    #expect(
      try ShippedModel.marked(lines.joined(separator: "\n\n")) == [
        "READ MORE: Ferry owner to pay for hotel rooms!"
      ])
  }

  @Test("an agency's name behind the last full stop is marked in a line with a sign of it")
  func signature() throws {
    let text = Self.news[0] + "\n\n" + Self.news[1] + " He would share the plans. Reuter"
    #expect(try ShippedModel.marked(text) == ["Reuter"])
  }

  @Test("is no mistake where it is labelled so, and one without its paragraph where it is news")
  func mistakes() throws {
    let (news, credit) = (
      Self.news.joined(separator: "\n\n"), "Photo: Northgate Press/Getty Images"
    )
    let text = news + " " + credit
    let judge = BoilerplateJudge(try Tokeniser())
    func mistakes(_ boilerplate: [Range<Int>]) throws -> [String] {
      let story = LabelledStory(
        id: "ferry", host: "northgate.example", text: text, boilerplate: boilerplate, neutral: [])
      return judge.mistakes(of: try ShippedModel.load(), in: story).map(\.text)
    }
    #expect(try mistakes([news.utf8.count + 1..<text.utf8.count]).isEmpty)
    #expect(try mistakes([]) == [credit])
  }

  @Test(
    "what people say at a paragraph's end stays news",
    arguments: [
      #""Follow us," he told the crowd."#, "He asked readers to write to him.",
      "The newspaper's copyright had run out in 1961, the court said.",
      "She had signed up for the newsletter of the party in March.",
    ])
  func speech(sentence: String) throws {
    #expect(try ShippedModel.marked(Self.news.joined(separator: "\n\n") + " " + sentence).isEmpty)
  }
}

@Suite("Sentences of a segment") struct SegmentSentenceTests {
  @Test("have the ranges and tokens that they have in the whole text")
  func places() throws {
    let text = "Ein Satz vor allem.\n\nThe mill burned. Nobody “was hurt.” Why? – Fire."
    let tokens = try Tokeniser().tokens(of: text)
    let segmenter = Segmenter()
    let line = try #require(segmenter.segments(.line, of: text, tokens: tokens).last)
    let bytes = Array(text.utf8)
    let sentences = bytes.withUnsafeBufferPointer {
      segmenter.sentences(in: line, of: tokens, in: $0)
    }
    #expect(
      sentences.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "The mill burned.", "Nobody “was hurt.”", "Why?", "– Fire.",
      ])
    #expect(sentences.map(\.tokens.count) == [3, 3, 1, 1])
    #expect(sentences.first?.tokens.lowerBound == line.tokens.lowerBound)
    #expect(sentences.last?.tokens.upperBound == line.tokens.upperBound)
  }
}
