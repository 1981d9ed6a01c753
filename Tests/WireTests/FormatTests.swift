import Stories
import Testing
import Wire

/// The one story of a file, with its facts.
func only(_ text: String, outlet: String? = nil) throws -> (Story, WireFacts) {
  let (stories, _) = outcomes(text, outlet: outlet)
  try #require(stories.count == 1)
  return (stories[0].story, try #require(stories[0].story.facts))
}

@Suite("Formats of agencies") struct FormatTests {
  @Test("NewsML-G2 gives every field, paragraphs in order, and what stands apart")
  func newsMLG2() throws {
    let (story, facts) = try only(G2Fixtures.story)
    #expect(story.id == "urn:npa:1" && story.title == "Bridge to close for eight weeks")
    #expect(story.text == "The bridge & its two towers.\n\none\ntwo\n\nIt ends.")
    #expect(story.outlet == Outlet("Northern Press") && story.language == "en-GB")
    #expect(story.published == Instant("2026-03-02T09:20:00Z"))
    #expect(facts.agency == "NPA" && facts.credit == "NPA" && facts.byline == "By Ada Quill")
    #expect(facts.version == 4 && facts.urgency == 3 && facts.slugline == "BRIDGE")
    #expect(facts.firstCreated == Instant("2026-03-02T08:15:00Z"))
    #expect(facts.embargo == Instant("2026-03-03T00:00:00Z"))
    #expect(facts.editorsNote == "Eds: Adds quote." && facts.signals == [.update, .correction])
    #expect(facts.derivedFrom == ["urn:npa:0"] && facts.otherKeys == ["bridge-20260302"])
    #expect(facts.copyright == "(c) NPA 2026" && facts.dateline == "PORT ANSEL, March 2")
    #expect(
      facts.asides == [
        Aside(.list, "one\ntwo"), Aside(.table, "a\t1"), Aside(.caption, "The bridge."),
      ])
  }

  @Test("a newsMessage gives its stories and says what the other items are")
  func message() {
    let (stories, refusals) = outcomes(G2Fixtures.message)
    #expect(stories.map(\.story.id) == ["a", "b"])
    #expect(refusals.allSatisfy { $0.kind == .notAStory })
    let problems = refusals.map(\.problem)
    #expect(problems.map { $0.contains("a picture") } == [true, false, false])
    #expect(problems[1].contains("a package") && problems[2].contains("a planning item"))
  }

  @Test(
    "NITF gives the embargo that its status means, and leaves notes and taglines out of the text")
  func nitf() throws {
    let (story, facts) = try only(Fixtures.nitf)
    #expect(story.title == "BRIDGE TO CLOSE" && story.outlet == Outlet("NPA"))
    #expect(story.text == "First part.\n\nBetween\n\nHarrow  1\nFennick 2")
    #expect(facts.embargo == Instant("2026-03-02T12:00:00Z") && facts.version == 7)
    #expect(facts.otherKeys == ["0a1b2c3d-1111-2222-3333-444455556666NNN"])
    #expect(facts.agency == "Northern Press" && facts.editorsNote == "Note to editors")
    #expect(facts.asides == [Aside(.caption, "The bridge."), Aside(.table, "x\t9")])
  }

  @Test("NewsML 1 gives the body's component, the revision and the embargo")
  func newsML1() throws {
    let (stories, refusals) = outcomes(Fixtures.newsML1)
    let story = try #require(stories.first?.story)
    #expect(
      story.id == "urn:newsml:npa.example:20260302:77" && story.text == "The text.\n\nIts end.")
    #expect(story.facts?.version == 2 && story.facts?.embargo == Instant("2026-03-02T12:00:00Z"))
    #expect(story.facts?.derivedFrom == ["urn:newsml:npa.example:20260301:70"])
    #expect(story.published == Instant("2026-03-02T09:15:00Z") && story.language == "en")
    #expect(refusals.map { $0.problem.contains("a picture") } == [true])
  }

  @Test("RSS gives the whole text where there is one, and passes entries without a text over")
  func rss() throws {
    let (stories, refusals) = outcomes(Fixtures.rss)
    #expect(stories.map(\.story.text) == ["The whole text.\n\nIts end.", "A summary."])
    let first = try #require(stories.first?.story)
    #expect(first.title == "Bridge & towers" && first.url == "https://www.harrow.example/1")
    #expect(first.published == Instant("2026-03-02T08:00:00Z") && first.language == "en-gb")
    #expect(first.facts?.byline == "Ada Quill" && first.outlet == Outlet("Harrow Post"))
    #expect(first.facts?.agency == nil)
    #expect(refusals.map { $0.problem.contains("listing") } == [true])
  }

  @Test("Atom gives the text, and the update as the version's date")
  func atom() throws {
    let (story, facts) = try only(Fixtures.atom)
    #expect(story.text == "The text." && story.url == "https://fennick.example/1")
    #expect(facts.versionCreated == Instant("2026-03-02T09:00:00Z") && story.language == "en")
  }

  @Test("HTML gives what the page says of itself, and every block in order, furniture too")
  func html() throws {
    let (story, facts) = try only(Fixtures.html)
    #expect(story.title == "Bridge to close" && story.outlet == Outlet("Harrow Post"))
    #expect(
      story.text == "Home\nSport\n\nBridge to close\n\nFirst\nline.\n\nSecond é.\n\nShare this")
    #expect(facts.byline == "Ada Quill, Bo Reed" && facts.credit == "Northern Press")
    #expect(story.published == Instant("2026-03-02T08:15:00Z") && facts.agency == nil)
    #expect(facts.asides.contains(Aside(.table, "Day\tHour")))
    #expect(facts.asides.contains(Aside(.caption, "The bridge.")))
  }

  @Test("IPTC 7901 gives headline, take and dates; the notebook is a note")
  func iptc7901() throws {
    let (story, facts) = try only(Fixtures.iptc7901)
    #expect(story.title == "Bridge to close for eight weeks" && facts.byline == "By Ada Quill")
    #expect(story.text == "Port Ansel (npa) - The bridge will close.\n\n\"Long,\" he said.")
    #expect(facts.take == TakeMark(.lead, 1) && facts.version == 2 && facts.urgency == 4)
    #expect(facts.provider == "npa" && facts.credit == "npa" && facts.slugline == "Harrow-bridge/")
    #expect(story.published == Instant("2026-03-02T11:37:00Z"))
    #expect(facts.editorsNote?.contains("Editing by: B") == true)
  }

  @Test("ANPA 1312 gives slug, take, headline and byline; typesetting codes are no text")
  func anpa() throws {
    let (story, facts) = try only(Fixtures.anpa)
    #expect(story.title == "Bridge to close" && facts.byline == "By ADA QUILL")
    #expect(
      story.text == "PORT ANSEL (NPA) _ The bridge will close.\n\n``Long,'' he said.\nHarrow;1;2")
    #expect(facts.slugline == "BC-NA--Bridge-Closing, 2nd Ld-Writethru")
    #expect(facts.take == TakeMark(.lead, 2) && facts.version == 3 && facts.agency == "NPA")
    #expect(facts.editorsNote == "Eds: Adds quote.")
    #expect(story.published == Instant("2026-03-02T10:56:00Z"))
  }

  @Test("a stream of old wire messages gives a story each")
  func streams() {
    #expect(
      outcomes(Fixtures.iptc7901 + Fixtures.iptc7901).stories.map(\.story.id) == ["file", "file:2"])
    #expect(outcomes(Fixtures.anpa + Fixtures.anpa).stories.count == 2)
  }

  @Test("ninjs 1 gives markup before flat text, and keeps source and holder apart")
  func ninjs1() throws {
    let (story, facts) = try only(Fixtures.ninjs1)
    #expect(story.text == "The énd.\n\nMore." && story.id == "urn:npa:1" && facts.version == 3)
    #expect(story.outlet == Outlet("Harrow Post") && facts.agency == "NPA")
    #expect(facts.embargo == Instant("2026-03-03T00:00:00Z") && facts.otherKeys == ["bridge-2026"])
  }

  @Test("ninjs 3 in an array gives the body rather than the teaser, and passes a picture over")
  func ninjs3() throws {
    let (stories, refusals) = outcomes(Fixtures.ninjs3)
    let story = try #require(stories.first?.story)
    #expect(story.text == "The text." && story.title == "Bridge to close")
    #expect(story.facts?.embargo == Instant("2026-03-03T00:00:00Z"))
    #expect(refusals.map { $0.problem.contains("a picture") } == [true])
  }

  @Test(
    "a table of values is no story, whatever separates them",
    arguments: [
      "name,price,town\nrope,1,Fennick\n\"tar, black\",2,Harrow\r\nnails,3,Calder\n",
      "name\tprice\nrope\t1.5\ntar\t2\nnails\t3", "Ort;Tage\nA;1\nB;2\n\nC;3\n",
    ])
  func table(text: String) {
    let (stories, refusals) = outcomes(text)
    #expect(stories.isEmpty)
    #expect(refusals.map(\.problem) == ["this is a table (CSV), not a story"])
  }

  @Test(
    "prose with commas, a story with a table in it and JSON are no tables",
    arguments: [
      "He came, saw, won.\nShe came, saw, left.\nThey came, saw, stayed.\nAll came, saw, ate.\n",
      "Results of the day\n\nname\tprice\nrope\t1\ntar\t2\nnails\t3\n",
      "name,price,town\nrope,1\ntar,2\nnails,3\n", "a,b,c\nd,e,f\n",
      #"{"text":"a","id":"1","outlet":"o"}"# + "\n" + #"{"text":"b","id":"2","outlet":"o"}"#,
    ])
  func noTable(text: String) { #expect(!outcomes(text).stories.isEmpty) }
}
