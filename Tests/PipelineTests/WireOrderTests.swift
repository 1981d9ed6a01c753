import Inbox
import Pipeline
import Store
import Stories
import TestSupport
import Testing

/// One line of JSON Lines with the fields of wires.
func line(
  _ id: String, _ outlet: String, _ text: String, title: String? = nil,
  at: String = "2026-03-02T08:00:00Z",
  more: String = ""
) -> String {
  let head = #"{"id": "\#(id)", "outlet": "\#(outlet)", "published": "\#(at)", "text": "\#(text)""#
  return head + (title.map { #", "title": "\#($0)""# } ?? "") + (more.isEmpty ? "" : ", \(more)")
    + "}\n"
}

/// Some sentences that are long enough to be the same copy.
enum Copy {
  static let one = sentences("eleven")
  static let mended = sentences("twelve")

  static func sentences(_ number: String) -> String {
    """
    The Corrin Bridge at Port Ansel will close for \(number) weeks from the ninth of March, the harbour board \
    said on Monday after divers had found cracks in two of its piers. Buses will go by way of Fennick and the \
    ferry will cross every quarter of an hour. The board expects the work to cost four million crowns, which \
    the county will carry. Shopkeepers on the quay fear for the Easter trade and ask for the tolls to be waived.
    """
  }
}

@Suite("Orders about earlier stories") struct WireOrderTests {
  @Test("a kill is carried out on every version, and fans out to the outlets that still carry it")
  func kill() throws {
    var desk = Desk()
    let ingest = try desk.start()
    try desk.drop(
      line("npa-1", "NPA", Copy.one, more: #""agency": "NPA", "version": 1"#)
        + line("h-1", "harrow", Copy.one) + line("f-1", "fennick", Copy.one)
        + line("h-1", "harrow", "", more: #""status": "killed""#)
        + line(
          "npa-1", "NPA", "",
          more: #""agency": "NPA", "version": 1, "status": "killed", "note": "By error""#))
    ingest.settle()
    #expect(try desk.states() == ["npa-1 v1": .killed, "h-1 v1": .killed])
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "npa-1").first?.group)
    let live = try LiveList(reader).entries(of: group)
    #expect(live.map(\.story.story.id) == ["f-1"])
    let event = try #require(
      try reader.events(after: 0, limit: .max).last { $0.draft.kind == "story.killed" })
    #expect(
      event.draft.body.contains(#""note":"By error""#) && event.draft.body.contains(#""live":[3]"#))
  }

  @Test(
    "an order that comes before its story waits for it, through a restart; a later version is free")
  func early() throws {
    var desk = Desk()
    let order = line("npa-1", "NPA", "", more: #""version": 2, "status": "killed""#)
    try desk.drop(order)
    try desk.start().settle()
    try desk.drop(line("npa-1", "NPA", Copy.one, more: #""version": 1"#))
    try desk.drop(order)
    try desk.drop(line("npa-1", "NPA", Copy.mended, more: #""version": 3"#))
    try desk.start().settle()
    #expect(try desk.states() == ["npa-1 v1": .killed])
    #expect(try desk.kinds().filter { $0 == "story.killed" }.count == 2)
  }

  @Test(
    "an order waits for its story for fourteen days and no longer, in a daemon that runs on too")
  func waits() throws {
    var desk = Desk()
    let ingest = try desk.start()
    try desk.drop(line("npa-1", "NPA", "", more: #""version": 2, "status": "killed""#))
    try desk.drop(line("npa-2", "NPA", "", more: #""version": 2, "status": "killed""#))
    ingest.settle()
    desk.clock.advance(by: 13 * Instant.day)
    try desk.drop(line("npa-1", "NPA", Copy.one, more: #""version": 1"#))
    ingest.settle()
    desk.clock.advance(by: 2 * Instant.day)
    #expect(try desk.bench.reader().openOrders(at: desk.clock.now).isEmpty)
    try desk.drop(line("npa-2", "NPA", Copy.mended, more: #""version": 1"#))
    ingest.settle()
    #expect(try desk.states() == ["npa-1 v1": .killed])
  }

  @Test(
    "beside stories what is none is passed over, alone it is refused by name; names become outlets")
  func mixture() throws {
    var desk = Desk()
    desk.bench.options.outlets.add("post", in: .folder, for: "Harrow Post")
    let ingest = try desk.start()
    let picture = #"{"uri": "u:1", "type": "picture", "headline": "A picture"}"# + "\n"
    try desk.drop(line("a", "post", Copy.one) + picture)
    try desk.drop(picture, to: "post/")
    try desk.drop(#"{"id": "b", "text": "some words"}"#, to: "post/")
    ingest.settle()
    #expect(desk.bench.folder.names(in: "refused") == ["post/2.txt", "post/2.txt.reason"])
    #expect(
      try desk.bench.folder.read("refused/post/2.txt.reason").contains("a picture, not a story"))
    #expect(try desk.bench.reader().stories(id: "b").first?.story.outlet == Outlet("Harrow Post"))
  }

  @Test("a hold ends with a usable version, and both are told")
  func hold() throws {
    var desk = Desk()
    let ingest = try desk.start()
    try desk.drop(line("n", "NPA", Copy.one, more: #""version": 1"#))
    ingest.settle()
    try desk.drop(line("n", "NPA", Copy.one, more: #""version": 2, "status": "withheld""#))
    ingest.settle()
    #expect(try desk.states() == ["n v1": .held])
    try desk.drop(line("n", "NPA", Copy.one, more: #""version": 3"#))
    ingest.settle()
    #expect(try desk.states().isEmpty)
    #expect(
      try desk.kinds().filter { $0.hasPrefix("story.") } == [
        "story.accepted", "story.held", "story.accepted", "story.released",
      ])
  }

  @Test("a correction lists who still has the words that were mended, and what differs")
  func correction() throws {
    var desk = Desk()
    let ingest = try desk.start()
    try desk.drop(
      line("n", "NPA", Copy.one, more: #""agency": "NPA", "version": 1"#)
        + line("h", "harrow", Copy.one) + line("f", "fennick", Copy.one))
    ingest.settle()
    try desk.drop(
      line(
        "n", "NPA", Copy.mended, at: "2026-03-02T09:00:00Z",
        more: #""agency": "NPA", "version": 2, "signals": ["correction"], "note": "CORRECTS weeks""#
      ))
    ingest.settle()
    try desk.drop(line("f", "fennick", Copy.mended, at: "2026-03-02T10:00:00Z"))
    ingest.settle()
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "n").first?.group)
    let live = try LiveList(reader).entries(of: group)
    #expect(live.map(\.story.story.id) == ["h"] && live.map(\.state.kind) == [.corrected])
    #expect(live.first?.differences == [#""eleven" instead of "twelve""#])
    #expect(try desk.kinds().filter { $0 == "story.corrected" }.count == 1)
  }

  @Test("a signal of correction that comes with every version is no correction")
  func habit() throws {
    var desk = Desk()
    let ingest = try desk.start()
    for story in 0..<6 {
      for version in 1...2 {
        let more = #""agency": "TNA", "version": \#(version), "signals": ["correction"]"#
        try desk.drop(
          line(
            "s\(story)", "TNA", "\(Copy.one) \(story) \(version)",
            more: version == 1 ? #""agency": "TNA", "version": 1"# : more))
        ingest.settle()
      }
    }
    #expect(try desk.kinds().filter { $0 == "story.corrected" }.count == 4)
  }

  @Test("a notice in words is matched to the story that it names, and two notices are no group")
  func words() throws {
    var desk = Desk()
    let ingest = try desk.start()
    try desk.drop(
      line("n-1", "npa", Copy.one, title: "Bridge to close for weeks")
        + line("n-2", "npa", Copy.sentences("other") + " x", title: "Another headline altogether")
        + line("h-1", "harrow", Copy.one, title: "Bridge to close for weeks"))
    for number in 1...2 {
      try desk.drop(
        """
        KILL: Bridge to close for weeks

        Editors: notice \(number). Please do not use the story "Bridge to close for weeks". A kill is mandatory.
        """, to: "npa/")
    }
    ingest.settle()
    #expect(try desk.states() == ["n-1 v1": .killed])
    #expect(try desk.bench.reader().counts().stories == 3)
  }

  @Test(
    "the same identity is one story however little the texts share, and a slug's mark ties takes")
  func identity() throws {
    var desk = Desk()
    var generator = StoryGenerator(seed: 21)
    let ingest = try desk.start()
    func text() -> String { generator.text(words: 80).replacing("\n", with: " ") }
    try desk.drop(
      line("urn:x:1", "a", text(), more: #""agency": "NPA""#)
        + line("urn:x:1", "b", text(), more: #""agency": "NPA""#)
        + line("own", "c", text(), more: #""derived_from": ["urn:x:1"]"#)
        + line("k1", "NPA", text(), more: #""agency": "NPA", "keys": ["story-778899"]"#)
        + line("k2", "NPA", text(), more: #""agency": "NPA", "keys": ["story-778899"]"#)
        + line("s1", "NPA", text(), more: #""agency": "NPA", "slug": "BC-NA--Bridge-Closing""#)
        + line(
          "s2", "NPA", text(),
          more: #""agency": "NPA", "slug": "BC-NA--Bridge-Closing, 2nd Ld-Writethru""#)
        + line("s3", "NPA", text(), more: #""agency": "NPA", "slug": "BC-NA--Ferry""#)
        + line("s4", "NPA", text(), more: #""agency": "NPA", "slug": "BC-NA--Ferry""#))
    ingest.settle()
    #expect(
      try desk.bench.groups() == [
        ["urn:x:1", "own"], ["k1", "k2"], ["s1", "s2"], ["s3"], ["s4"],
      ])
  }
}
