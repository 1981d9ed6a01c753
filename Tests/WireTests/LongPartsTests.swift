import Stories
import Testing

@testable import Wire

/// Fields that are longer than any desk makes them: each is gone through once.
@Suite("Very long fields") struct LongPartsTests {
  @Test("of a headline longer than any only the beginning is searched for labels")
  func beginning() {
    for unit in ["KILL x ", "KILL ", "Ü", "e\u{301}"] {
      let line = String(repeating: unit, count: 4000)
      let seen = NoticeLabel.beginning(of: line)
      #expect((990...1000).contains(seen.utf8.count) && line.utf8.starts(with: seen.utf8))
    }
    let line = String(repeating: "x", count: 1000)
    #expect(NoticeLabel.beginning(of: line) == line[...])
  }

  @Test("a label before a very long headline is found, with the whole of it; one behind it is not")
  func longHeadline() {
    let headline = String(repeating: "Bridge to close ", count: 500) + "soon"
    #expect(NoticeLabel.found(in: "KILL: " + headline)?.subject == headline)
    #expect(NoticeLabel.found(in: "Killing frost: " + headline + " - KILL") == nil)
    #expect(NoticeLabel.found(in: String(repeating: "KILL x ", count: 4000)) == nil)
  }

  @Test("any number of signs that end a line of ANPA is left out at once")
  func signs() {
    for signs in ["<", "=", " <", "<= \t"] {
      #expect(
        ANPAMessage.tidy("\tIt closes" + String(repeating: signs, count: 50_000)) == "It closes")
    }
    #expect(ANPAMessage.tidy("< a <= b =<") == "< a <= b")
    #expect(ANPAMessage.tidy("<<<") == "")
  }

  @Test("a component of NewsML 1 with many contents gives each text once, in order")
  func contents() throws {
    let words = (0..<3000).map { "w\($0 % 2000)" }
    let items = words.map { "<ContentItem><DataContent>\($0)</DataContent></ContentItem>" }
    let file =
      "<NewsML><NewsItem><NewsComponent><NewsComponent><Role FormalName=\"Main\"/>"
      + items.joined() + "</NewsComponent></NewsComponent></NewsItem></NewsML>"
    #expect(try only(file).0.text == words.prefix(2000).joined(separator: "\n\n"))
  }
}
