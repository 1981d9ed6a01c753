import Stories
import Testing
import Wire

@Suite("Stories in a list of JSON") struct ListedStoryTests {
  @Test(
    "a date that can't be read is refused as in a line, and the others are taken",
    arguments: [
      ("published", "1772323200000", "which is not a date"),
      ("published", #""May 2, 2026""#, "'May 2, 2026', which is not a date"),
      ("publish_date", #""yesterday""#, "'yesterday', which is not a date"),
      ("date", #""yesterday""#, "'yesterday', which is not a date"),
      ("published", "[2026]", "is of the wrong kind"), ("date", "{}", "is of the wrong kind"),
      ("published", #"" ""#, "which is not a date"),
    ])
  func date(field: String, value: String, problem: String) {
    let object = #"{"id": "a", "\#(field)": \#(value), "text": "It closed."}"#
    for file in [#"[{"id": "b", "text": "It opened."}, \#(object)]"#, "{\n" + object.dropFirst()] {
      let (stories, refusals) = outcomes(file)
      #expect(stories.map(\.story.id) == (file.first == "[" ? ["b"] : []))
      #expect(refusals.map(\.kind) == [.broken])
      #expect(refusals.allSatisfy { $0.problem.contains(problem) }, "\(refusals)")
      #expect(refusals.allSatisfy { $0.remedy.contains("2026-03-02T08:15:00Z") })
    }
  }

  @Test(
    "a date in the forms of wires is read, and none is no mistake",
    arguments: [
      (#""2026-03-02T08:15:00Z""#, true), (#""Mon, 02 Mar 2026 08:15:00 GMT""#, true),
      (#""""#, false), ("null", false),
    ])
  func readable(value: String, isDate: Bool) {
    let (stories, refusals) = outcomes(#"[{"published": \#(value), "text": "It closed."}]"#)
    #expect(refusals.isEmpty)
    #expect(stories.map(\.story.published) == [isDate ? Instant("2026-03-02T08:15:00Z") : nil])
  }

  @Test("stories of a list without ids go by their places in it, as lines do")
  func names() {
    let object = #"{"text": "It closed."}"#
    let listed = outcomes("[\(object), \(object)]").stories.map(\.story.id)
    #expect(listed == outcomes("\(object)\n\(object)\n").stories.map(\.story.id))
    #expect(Set(listed).count == 2)
    let alone = outcomes("[\(object)]").stories.map(\.story.id)
    #expect(alone == outcomes("It closed.").stories.map(\.story.id))
  }

  /// A story as other formats write it, with what a reader might tidy.
  private static let objects = [
    #"{"id": "a", "text": "  It closed.\r\nIt opened.\n\n"}"#, #"{"id": " a ", "text": "..."}"#,
    #"{"id": 7, "title": " A\tbridge  closes, 1st Ld ", "text": "PARIS (AFP) - It closed."}"#,
    #"{"id": "a", "outlet": " Echo ", "url": " https://www.echo.example/a ", "text": "t\u00a0"}"#,
    #"{"id": "a", "title": "", "url": "", "lang": "", "published": "", "text": "t"}"#,
    #"{"id": "a", "published": "2026-03-02T08:15:00Z", "agency": "NPA", "text": "t"}"#,
    #"{"id": "a", "slug": "bridge 2nd Ld", "credit": "By NPA", "urgency": 3, "text": " t"}"#,
    #"{"id": "a", "embargoed": "2030-01-01T00:00:00Z", "keys": ["k"], "text": "t\n"}"#,
    #"{"id": "a", "status": "killed", "text": ""}"#, #"{"text": "\nIt closed.\n"}"#,
    #"{"id": "a", "text": "KILL: Bridge\r\n\r\nEditors: please kill the story \"Bridge\"."}"#,
  ]

  @Test(
    "one is the story that a line with the same fields makes, to the last space", arguments: objects
  )
  func sameStory(object: String) throws {
    let line = try #require(outcomes(object + "\n" + object, outlet: "o").stories.first)
    let listed = try #require(outcomes("[\(object)]", outlet: "o").stories.first)
    var (one, other) = (line.story, listed.story)
    #expect(line.digest == listed.digest && line.identityIsGiven == listed.identityIsGiven)
    // The name of the format, and of a story without an id, are told as they are.
    one.facts?.format = ""
    other.facts?.format = ""
    if !line.identityIsGiven { one.id = other.id }
    #expect(one == other)
  }

  @Test("keeps its text as it is given under the names of others too")
  func otherNames() throws {
    let object =
      #"{"guid": "g", "link": "https://a.example/1", "text": "\r\nROME (NPA) - No.\r\n"}"#
    let (story, facts) = try only("[\(object)]")
    #expect(story.text == "\r\nROME (NPA) - No.\r\n" && story.id == "g" && facts.agency == "NPA")
  }

  @Test(
    "of names that are one but for case and underlines the first by its bytes counts, in every run",
    arguments: ["body-text", "body_text", "bodyText", "bodytext"])
  func namesAlike(last: String) throws {
    let spellings = ["BODYTEXT", "Body_Text", "b_odytext", "body-text", "body_text", "bodyText"]
    let names = spellings.filter { $0 < last } + [last]
    let fields = names.reversed().map { #""\#($0)": "It is told by \#($0).""# }
    let (story, _) = try only(
      #"{"uri": "a", "headline": "h", \#(fields.joined(separator: ", "))}"#)
    #expect(story.text == "It is told by BODYTEXT.")
    let (other, _) = try only(
      #"{"uri": "a", "headline": "h", "Body_Text": "", "bodytext": "It is told here."}"#)
    #expect(other.text == "It is told here.")
  }

  @Test("of an embargo that is written in two ways the later end holds")
  func embargoes() throws {
    let ends = ["2001-01-01T00:00:00Z", "2030-01-01T00:00:00Z"]
    for (first, second) in [(0, 1), (1, 0)] {
      let object = #"""
        {"embargoed_until": "\#(ends[first])", "embargoedUntil": "\#(ends[second])", "text": "t"}
        """#
      let (_, facts) = try only("[\(object)]")
      #expect(facts.embargo == Instant(ends[1]))
    }
  }

  @Test("a refusal names a field as it was written")
  func writtenName() {
    let refusals = outcomes(#"{"id": "a", "raw_Content": "It closed."}"#).refusals
    #expect(refusals.map { $0.remedy.contains("\"raw_Content\" seems to hold it") } == [true])
  }
}
