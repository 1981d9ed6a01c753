import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Ids that no source gave") struct MadeUpIdentityTests {
  private func unnamed(_ text: String, _ more: String = "") -> String {
    #"{"text": "\#(text)""# + (more.isEmpty ? "" : ", \(more)") + "}\n"
  }

  private func live(_ desk: WireOrderTests.Desk, _ id: String) throws -> [Int64] {
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: id).first?.group)
    return try LiveList(reader).entries(of: group).map(\.story.number.value)
  }

  private let kill = line(
    "npa-1", "NPA", "", more: #""agency": "NPA", "version": 1, "status": "killed""#)
  private let story = line("npa-1", "NPA", Copy.one, more: #""agency": "NPA", "version": 1"#)

  @Test(
    "a copy in another group is listed still when another story comes in a file of the same name")
  func elsewhere() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.take(story, by: ingest)
    desk.clock.advance(by: 20 * Instant.day)
    ingest.settle()
    let copy = unnamed(LiveElsewhereTests.rewritten, #""derived_from": ["npa-1"]"#)
    try desk.bench.folder.write(copy, to: "in/harrow/report.txt")
    ingest.settle()
    try desk.take(kill, by: ingest)
    #expect(try live(desk, "npa-1") == [2])
    try desk.bench.folder.write(
      unnamed("Boats sell well in Fennick."), to: "in/harrow/report.txt")
    ingest.settle()
    #expect(try desk.bench.reader().counts().stories == 3)
    #expect(try live(desk, "npa-1") == [2])
  }

  @Test("two stories of one group in files of the same name are both listed")
  func here() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.drop(story)
    for more in ["As we reported.", "What our readers say about it."] {
      try desk.bench.folder.write(unnamed(Copy.one + " " + more), to: "in/harrow/report.txt")
      ingest.settle()
    }
    try desk.take(kill, by: ingest)
    #expect(try live(desk, "npa-1") == [2, 3])
  }

  @Test("a correction under an embargo corrects no story that came in a file of the same name")
  func released() throws {
    let desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.bench.folder.write(
      unnamed(LiveElsewhereTests.rewritten, #""outlet": "P", "urgency": 4"#), to: "in/report.txt")
    ingest.settle()
    let mended = unnamed(
      Copy.mended, #""outlet": "P", "title": "CORRECTION: Bridge", "# + EmbargoTests.until)
    try desk.bench.folder.write(mended, to: "in/report.txt")
    ingest.settle()
    desk.clock.advance(by: EmbargoTests.span)
    ingest.settle()
    #expect(try desk.kinds().last == "story.released")
    #expect(try desk.states().isEmpty)
  }

  @Test("an id that a source gives is not the one that was made from the name of another's file")
  func given() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.bench.folder.write(Copy.one, to: "in/harrow/1harbour.txt")
    ingest.settle()
    try desk.drop(line("1harbour", "harrow", LiveElsewhereTests.rewritten))
    try desk.drop(
      line("other", "fennick", "Boats sell well.", more: #""derived_from": ["9quay"]"#))
    try desk.bench.folder.write("Nothing of all this at all.", to: "in/harrow/9quay.txt")
    ingest.settle()
    try desk.take(
      line("third", "calder", "Ferries are full.", more: #""derived_from": ["9quay"]"#), by: ingest)
    let reader = try desk.bench.reader()
    let sizes = try reader.groups(atLeast: 1, limit: .max).map { try reader.stories(in: $0).count }
    #expect(sizes.filter { $0 == 1 }.count == 5, "\(sizes)")
    let stored = try reader.stories(id: "1harbour")
    #expect(stored.map(\.identityIsGiven).filter { $0 }.count == 1)
    #expect(stored.map(\.version) == [1, 1])
  }

  @Test("a kill of a given id leaves alone what has the same id from its file's name")
  func killed() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.bench.folder.write(Copy.one, to: "in/harrow/1harbour.txt")
    ingest.settle()
    try desk.take(line("1harbour", "harrow", "", more: #""status": "killed""#), by: ingest)
    #expect(try desk.states().isEmpty)
    try desk.take(line("1harbour", "harrow", LiveElsewhereTests.rewritten), by: ingest)
    #expect(try desk.states().count == 1)
  }
}
