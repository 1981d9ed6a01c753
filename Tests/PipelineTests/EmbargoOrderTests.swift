import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Orders under embargo") struct EmbargoOrderTests {
  /// The numbers of stories that events name.
  private func named(_ desk: WireOrderTests.Desk) throws -> Set<Int64> {
    try desk.bench.reader().events(after: 0, limit: .max).reduce(into: []) {
      $0.formUnion(EventFieldsRead($1.draft.body).named)
    }
  }

  @Test("a correction that may be seen does not name the version under embargo that it corrects")
  func openCorrection() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(
      line("s", "NPA", Copy.one, more: EmbargoTests.until + #", "version": 1"#), by: ingest)
    try desk.take(
      line("s", "NPA", Copy.mended, more: #""version": 2, "note": "CORRECTS weeks""#), by: ingest)
    #expect(try named(desk) == [2])
    desk.clock.advance(by: EmbargoTests.span)
    ingest.settle()
    #expect(try desk.states() == ["s v1": .corrected])
    #expect(try named(desk) == [1, 2])
  }

  @Test("a usable version does not name the one under embargo whose hold it ends")
  func openRelease() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.drop(line("s", "NPA", Copy.one, more: EmbargoTests.until + #", "version": 1"#))
    try desk.take(line("s", "NPA", "", more: #""version": 1, "status": "held""#), by: ingest)
    try desk.take(line("s", "NPA", Copy.mended, more: #""version": 2"#), by: ingest)
    #expect(try named(desk) == [2])
  }

  @Test(
    "an order that is itself under embargo says nothing of its item before the time",
    arguments: ["killed", "held"])
  func embargoedOrder(status: String) throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(
      line(
        "secret-9", "NPA", "", title: "Secret headline",
        more: EmbargoTests.until + #", "status": "\#(status)""#), by: ingest)
    let reader = try desk.bench.reader()
    func told() throws -> String {
      let open = try reader.openOrders(at: desk.clock.now).map { "\($0.order)" }
      return try EmbargoTests.told(desk) + open.joined()
    }
    #expect(try !told().contains("ecret"))
    try desk.take(
      line("secret-9", "NPA", Copy.one, title: "Secret headline", more: EmbargoTests.until),
      by: ingest)
    #expect(try !told().contains("ecret"))
    desk.clock.advance(by: EmbargoTests.span)
    ingest.settle()
    #expect(try desk.kinds().last == (status == "held" ? "story.held" : "story.killed"))
    #expect(try told().contains("Secret headline"))
  }

  @Test("an order under embargo takes effect on a story that may be seen, without its words")
  func effective() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(line("s", "NPA", Copy.one, title: "Plain"), by: ingest)
    try desk.take(
      line(
        "s", "NPA", "", title: "Secret headline",
        more: EmbargoTests.until + #", "status": "killed", "note": "Secret reason""#), by: ingest)
    #expect(try desk.states() == ["s v1": .killed])
    #expect(try !EmbargoTests.told(desk).contains("ecret"))
    #expect(try desk.bench.reader().states().allSatisfy { $0.note == nil })
  }
}
