import Foundation
import Stories
import Testing
import Wire

@Suite("What wires signal") struct SignalTests {
  @Test("a withdrawn item is an order about itself, with and without a text")
  func withdrawn() throws {
    for text in ["The story.", ""] {
      let (story, facts) = try only(
        G2Fixtures.bare("a", version: 3, status: "canceled", text: text))
      #expect(facts.status == .killed && facts.notice == WireNotice(.kill) && story.text == text)
    }
    let (_, held) = try only(G2Fixtures.bare("a", status: "withheld", text: "The story."))
    #expect(held.status == .held && held.notice == WireNotice(.hold))
  }

  @Test("signals are written in one order, in whatever order they were given")
  func order() throws {
    for given in [[WireSignal.update, .correction], [.correction, .update, .correction]] {
      let written = try JSONEncoder().encode(WireSignals(given))
      #expect(String(decoding: written, as: UTF8.self) == #"["update","correction"]"#)
      #expect(try JSONDecoder().decode(WireSignals.self, from: written) == WireSignals(given))
    }
  }

  @Test("an embargo without an end never ends by itself")
  func endless() throws {
    let nitf = Fixtures.nitf.replacing(#"<date.release norm="20260302T120000Z"/>"#, with: "")
    #expect(try only(nitf).1.embargo == Instant("9999-12-31T23:59:59Z"))
  }

  @Test("a notice in words is an order that names the story, and none of its words are a text")
  func words() throws {
    let notice = """
      KILL: Bridge to close for eight weeks

      Editors: please do not use the story "Bridge to close for eight weeks" (urn:npa:1, BC-NA--Bridge-Closing), \
      sent at 0815. The closure was announced by error. A kill is mandatory.
      """
    let (story, facts) = try only(notice)
    #expect(story.text.isEmpty && facts.notice?.kind == .kill)
    #expect(
      facts.notice?.names == [
        "Bridge to close for eight weeks", "urn:npa:1", "BC-NA--Bridge-Closing",
      ])
    #expect(facts.editorsNote?.contains("announced by error") == true)
  }

  @Test("a story about killing, holding or releasing is a story")
  func stories() {
    let texts = [
      "Storm kills twelve\n\nA storm killed twelve people on the coast, officials said on Monday.",
      "Kill the bill, protesters shout\n\nProtesters shouted as the bill was withdrawn from the house.",
      "Prisoners released\n\nThe prisoners were released on Monday and may be used as witnesses.",
      "Threshold lifted for small firms\n\nForms of last year may be used until June, it was said.",
      "Household lifted by a windfall, stake released\n\nThe money may be used freely.",
      "US to hold talks\n\nThe two sides hold the talks until further notice, they said.",
    ]
    for text in texts { #expect(outcomes(text).stories.first?.story.text == text) }
  }

  @Test("slugs of all takes of a story agree once the marks are gone")
  func takes() {
    let lines = outcomes(
      ["BRIDGE, 1st Ld-Writethru", "BRIDGE", "BRIDGE, 2nd Add", "BRIDGE-Update"].map {
        #"{"id": "\#($0)", "outlet": "o", "slug": "\#($0)", "text": "words"}"#
      }.joined(separator: "\n"))
    #expect(
      lines.stories.map { $0.story.facts?.take }
        == [TakeMark(.lead, 1), nil, TakeMark(.add, 2), nil])
    #expect(lines.stories.map { $0.story.facts?.version } == [2, nil, nil, nil])
  }

  @Test("JSON Lines and plain text give the facts of wires too, and an embargo must be a date")
  func ours() throws {
    let line = """
      {"id": "1", "outlet": "o", "text": "t", "agency": "NPA", "credit": "NPA", "version": 2, \
      "embargoed": "2026-03-03T00:00:00Z", "status": "held", "derived_from": ["0"], "keys": ["k"]}
      """
    let (_, facts) = try only(line)
    #expect(facts.agency == "NPA" && facts.version == 2 && facts.derivedFrom == ["0"])
    #expect(facts.notice == WireNotice(.hold) && facts.embargo == Instant("2026-03-03T00:00:00Z"))
    #expect(outcomes(#"{"text": "t", "embargoed": "soon"}"#).refusals.map(\.line) == [1])
    let (_, plain) = try only("id: 1\noutlet: o\nversion: 2\nstatus: killed\n\nText")
    #expect(plain.version == 2 && plain.notice == WireNotice(.kill))
    #expect(outcomes("embargoed: soon\n\nText").refusals.map(\.line) == [1])
  }

  @Test("outlet, agency and credit are kept apart, and names are mapped")
  func parties() throws {
    var outlets = OutletMap()
    outlets.add("post", in: .folder, for: "Harrow Post")
    outlets.add("Northern Press", in: .provider, for: "NPA")
    outlets.add("harrow.example", in: .host, for: "Harrow Post Online")
    outlets.add("npa.", in: .credit, for: "NPA")
    func read(_ text: String, _ folder: String?) throws -> Story {
      var found: [Story] = []
      Array(text.utf8).withUnsafeBytes { bytes in
        let delivery = Delivery(name: "f", outlet: folder.map { Outlet($0) }, outlets: outlets)
        Readers().read(bytes, of: delivery) { outcome in
          if case .story(let story) = outcome { found.append(story.story) }
        }
      }
      return try #require(found.first)
    }
    #expect(try read(G2Fixtures.story, nil).outlet == Outlet("NPA"))
    #expect(try read(G2Fixtures.story, "post").outlet == Outlet("Harrow Post"))
    #expect(try read(G2Fixtures.story, "post").facts?.agency == "NPA")
    #expect(try read(Fixtures.html, nil).outlet == Outlet("Harrow Post Online"))
    let uncredited = try read("id: 1\noutlet: o\nagency: NPA\n\nText", nil)
    #expect(uncredited.facts?.agency == "NPA" && uncredited.facts?.credit == nil)
  }
}
