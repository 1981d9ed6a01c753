import Stories
import Testing
import Wire

@Suite("Embargoes and orders that must not be overlooked") struct OverlookedStatusTests {
  static let never = Instant("9999-12-31T23:59:59Z")

  @Test(
    "lines meant as a head that hold an embargo or an order are refused where one of them is none",
    arguments: [
      ("id: x1\nembargoed: 2030-01-01T00:00:00Z\nnotes: not before the speech", 3),
      ("id: x1\nembargoed:", 2), ("id: x1\nembargoed: 2030-01-01\nid: x2", 3),
      ("id: x1\nEmbargo: 2030-01-01T00:00:00Z", 2), ("headline: x\nembargoed: 2030-01-01", 1),
      ("id: x1\nembargoed until: 6 p.m.\nThe speech, in full:", 2), ("id: x1\nstatus:", 2),
      ("---\nid: x1\nembargoed: 2030-01-01\n---", 1), ("id: x1\nstatus: killed\nwhy: error", 3),
      ("Embargo: 18 Uhr, Montag", 1), ("id: x1\nembargo: when he speaks", 2),
      ("\n\nid: x1\nauthor: a\nembargoed: 2030-01-01", 4),
    ])
  func faultyHead(head: String, line: Int) {
    let (stories, refusals) = outcomes(head + "\n\nThe bridge will close.\n")
    #expect(stories.isEmpty && refusals.map(\.line) == [line], "\(refusals)")
    #expect(refusals.allSatisfy { $0.kind == .broken && $0.remedy.contains("embargoed") })
  }

  @Test("a head stands below empty lines too, and spaces about its keys are nothing")
  func looseHead() throws {
    let (story, facts) = try only("\n \n id : x1\nembargoed : 2030-01-01T00:00:00Z\n\nText\n")
    #expect(story.id == "x1" && story.text == "Text\n")
    #expect(facts.embargo == Instant("2030-01-01T00:00:00Z"))
  }

  @Test("the keys of JSON Lines and the older names are one in a head")
  func names() throws {
    for (note, origin) in [("note", "derived_from"), ("ednote", "derived-from")] {
      let (_, facts) = try only("id: x1\n\(note): Adds quote\n\(origin): x0\n\nText")
      #expect(facts.editorsNote == "Adds quote" && facts.derivedFrom == ["x0"])
    }
  }

  @Test(
    "prose that only looks a little like a head is a text",
    arguments: [
      "Embargo: EU prepares oil ban on Russia", "EMBARGO AT SEA: how ships wait",
      "Embargo: 60 years on", "Iran: US tightens sanctions again\nEmbargo on oil: what it means",
      "Kuba: USA lockern\nEmbargo: seit 1962 in Kraft", "Status: open\nRoad: A1",
      "He spoke.\nembargoed: the papers said", "Road: A1\nand on it goes",
    ])
  func prose(opening: String) {
    let text = opening + "\n\nThe bridge will close."
    #expect(outcomes(text).stories.first?.story.text == text)
  }

  @Test(
    "the words of every format for a status are known in JSON Lines, in lists and in heads",
    arguments: [
      ("killed", WireNotice.Kind.kill), ("Withdrawn", .kill), ("stat:canceled", .kill),
      ("kill", .kill), ("held", .hold), ("withheld", .hold), ("hold", .hold),
    ])
  func status(word: String, order: WireNotice.Kind) throws {
    let object = #"{"id": "a", "outlet": "o", "status": "\#(word)", "text": "Words."}"#
    for file in [object, "[\(object)]", "id: a\noutlet: o\nstatus: \(word)\n\nWords."] {
      #expect(try only(file).1.notice == WireNotice(order), "\(file)")
    }
  }

  @Test("a status that says embargoed and no end is an embargo that never ends by itself")
  func embargoed() throws {
    let object = #"{"id": "a", "status": "embargoed", "text": "Words."}"#
    for file in [object, "[\(object)]", "id: a\nstatus: embargoed\n\nWords."] {
      #expect(try only(file).1.embargo == Self.never)
    }
  }

  @Test("an object in a list has every fact that it has on a line")
  func objectInList() throws {
    let object = """
      {"id": "1", "outlet": "o", "text": "t", "agency": "NPA", "credit": "NPA", "version": 2, "slug": "BRIDGE", \
      "embargoed": "2026-03-03T00:00:00Z", "status": "held", "derived_from": ["0"], "keys": ["k"], \
      "signals": ["correction"], "note": "n", "byline": "b", "dateline": "d", "copyright": "c", "urgency": 3}
      """
    var (_, line) = try only(object)
    var (_, item) = try only("[\(object)]")
    (line.format, item.format) = ("", "")
    #expect(line == item && item.embargo == Instant("2026-03-03T00:00:00Z"))
  }

  @Test(
    "an embargo that is no date is refused, whatever is like its name",
    arguments: [
      #""embargoed": """#, #""embargoed": "soon""#, #""embargo": "soon""#,
      #""embargoed_until": "six""#, #""embargoUntil": "six""#, #""embargo": true"#,
      #""embargo": """#, #""embargo_until": 4102444800"#, #""embargoed": true"#,
      #""embargo": {"until": "2090-01-01T00:00:00Z"}"#,
    ])
  func noDate(field: String) {
    let object = #"{"text": "t", \#(field)}"#
    for file in [object, "[\(object)]"] {
      let (stories, refusals) = outcomes(file)
      #expect(stories.isEmpty && refusals.map(\.kind) == [.broken], "\(file)")
      #expect(refusals.allSatisfy { $0.problem.contains("not a date") })
    }
  }

  @Test(
    "a field that says there is no embargo is none",
    arguments: ["false", "null", #""none""#, #""No""#, #""n/a""#])
  func noEmbargo(value: String) {
    for name in ["embargoed", "embargo"] {
      let object = #"{"text": "t", "\#(name)": \#(value)}"#
      for file in [object, "[\(object)]"] {
        #expect(outcomes(file).stories.map(\.story.facts?.embargo) == [nil], "\(file)")
      }
    }
  }

  @Test("the reason for an embargo that is no date names the field that was found")
  func namesField() {
    for file in [
      #"{"text": "t", "embargo_until": "six"}"#, #"[{"text": "t", "embargo_until": 6}]"#,
    ] {
      #expect(outcomes(file).refusals.map { $0.problem.contains("\"embargo_until\"") } == [true])
    }
  }

  @Test(
    "an embargo under another common name is one",
    arguments: [
      "embargo", "embargoed_until", "embargoUntil", "Embargoed", "EMBARGO", "embargoed-until",
    ])
  func otherName(name: String) throws {
    let object = #"{"text": "t", "\#(name)": "2030-01-01T00:00:00Z"}"#
    for file in [object, "[\(object)]"] {
      #expect(try only(file).1.embargo == Instant("2030-01-01T00:00:00Z"))
    }
    for file in [#"{"text": "t", "embargo": false}"#, #"[{"text": "\"embargo\"", "embargo": 0}]"#] {
      #expect(outcomes(file).stories.map(\.story.facts?.embargo) == [nil])
    }
  }

  @Test(
    "a mark of an old wire that says embargoed is an embargo, and one that lifts it is none",
    arguments: [
      ("EMBARGOED", true), ("(EMBARGOED UNTIL 0001 GMT MARCH 3)", true),
      ("SPERRFRIST 18 UHR", true),
      ("EMBARGO 0001 GMT MARCH 3", true), ("EMBARGO 18H00", true), ("SPERRFRIST 3. MÄRZ", true),
      ("EMBARGOED 6 A.M. ET MONDAY", true), ("EMBARGO 0600 FOR SUNDAY PAPERS", true),
      ("EMBARGO LIFTED", false), ("(Embargo lifted)", false), ("EMBARGO TO END", false),
      ("URGENT", false),
    ])
  func oldWires(mark: String, holds: Bool) throws {
    let iptc = Fixtures.iptc7901.replacing("1ST LEAD", with: mark)
    let anpa = Fixtures.anpa.replacing("Eds: Adds quote.", with: mark)
    for message in [iptc, anpa] {
      let (story, facts) = try only(message)
      #expect(facts.embargo == (holds ? Self.never : nil))
      #expect(story.title?.hasPrefix("Bridge to close") == true)
    }
  }

  @Test(
    "a headline in capitals that begins with an embargo and a number is a headline",
    arguments: [
      "EMBARGO 60 YEARS ON: CUBANS STILL WAIT", "EMBARGO 5 DECADES OLD AND STILL IN FORCE",
      "EMBARGO 6.5 PERCENT DEARER THAN THOUGHT", "EMBARGO 2015: WHAT HAS CHANGED SINCE THEN",
    ])
  func capitals(headline: String) throws {
    let message = Fixtures.iptc7901.replacing("1ST LEAD", with: headline)
    let (story, facts) = try only(message)
    #expect(facts.embargo == nil && story.title?.hasPrefix(headline) == true)
  }

  @Test("NITF's release after the issue is an embargo without a status too")
  func release() throws {
    let usable = Fixtures.nitf.replacing("embargoed", with: "usable")
    #expect(try only(usable).1.embargo == Instant("2026-03-02T12:00:00Z"))
    let same = usable.replacing("20260302T120000Z", with: "20260302T081500Z")
    #expect(try only(same).1.embargo == nil)
  }

  @Test("an advisory to editors that kills a story is an order, and any other is passed over")
  func advisory() throws {
    func item(_ headline: String, _ text: String) -> String {
      #"{"uri": "u", "type": "advisory", "headline": "\#(headline)", "body_text": "\#(text)"}"#
    }
    let kill = item("KILL: Bridge to close for eight weeks", "Please kill the story. It is wrong.")
    #expect(try only(kill).1.notice?.kind == .kill)
    let other = outcomes(item("Plans for the day", "We plan to send a story on the bridge."))
    #expect(other.refusals.map(\.kind) == [.notAStory])
  }

  @Test("an entry of Atom that is a draft is passed over")
  func draft() {
    let atom = Fixtures.atom.replacing(
      "<author>",
      with:
        "<control xmlns=\"http://www.w3.org/2007/app\"><draft>yes</draft></control><author>")
    let (stories, refusals) = outcomes(atom)
    #expect(stories.isEmpty && refusals.map(\.kind) == [.notAStory])
  }
}
