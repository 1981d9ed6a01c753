import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Kills by name") struct KillByNameTests {
  private let notice = #"EDITORS: Kill the story \"Bridge to close\". The board disputes it."#

  private func desk(_ versions: [(number: Int, title: String)]) throws -> WireOrderTests.Desk {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    for (number, title) in versions {
      try desk.take(
        line(
          "npa-1", "NPA", Copy.one + " \(title).", title: title, more: #""version": \#(number)"#),
        by: ingest)
    }
    try desk.take(line("h-1", "harrow", Copy.one, title: "Mine"), by: ingest)
    try desk.take(line("n-9", "NPA", notice, title: "KILL: Bridge to close"), by: ingest)
    return desk
  }

  @Test(
    "a kill that names a headline reaches earlier versions under other headlines, also late ones")
  func earlier() throws {
    let desk = try desk([(1, "Bridge unsafe"), (3, "Bridge to close"), (2, "Bridge in doubt")])
    #expect(
      try desk.states() == ["npa-1 v1": .killed, "npa-1 v2": .killed, "npa-1 v3": .killed])
    let group = try #require(try desk.bench.reader().stories(id: "h-1").first?.group)
    let live = try LiveList(desk.bench.reader()).entries(of: group)
    #expect(live.map(\.story.story.id) == ["h-1"])
    #expect(live.allSatisfy { $0.state.kind == .killed && $0.differences.isEmpty })
  }

  @Test("a kill that names an earlier headline leaves a later version in use")
  func later() throws {
    let desk = try desk([(1, "Bridge to close"), (2, "Bridge stays open")])
    #expect(try desk.states() == ["npa-1 v1": .killed])
  }

  @Test("a lower version that came later replaces nothing that was killed")
  func lower() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    for version in [3, 2] {
      try desk.take(
        line("npa-1", "NPA", Copy.one + " Version \(version).", more: #""version": \#(version)"#),
        by: ingest)
    }
    try desk.take(line("h-1", "harrow", Copy.one + " Version 3."), by: ingest)
    try desk.take(line("npa-1", "NPA", "", more: #""version": 3, "status": "killed""#), by: ingest)
    let reader = try desk.bench.reader()
    #expect(try desk.states().count == 2)
    let group = try #require(try reader.stories(id: "h-1").first?.group)
    #expect(try LiveList(reader).entries(of: group).map(\.differences) == [[]])
  }

  @Test(
    "a version below a killed one that comes after the kill is killed too, by a restarted daemon as well"
  )
  func late() throws {
    var desk = WireOrderTests.Desk()
    var ingest = try desk.start()
    func version(_ number: Int) -> String {
      line("npa-1", "NPA", Copy.one + " Version \(number).", more: #""version": \#(number)"#)
    }
    try desk.drop(version(1))
    try desk.take(
      line("npa-1", "NPA", "", more: #""version": 4, "status": "killed", "note": "Off""#),
      by: ingest)
    try desk.take(version(2), by: ingest)
    ingest = try desk.start()
    try desk.drop(version(3))
    try desk.take(version(5), by: ingest)
    let states = try desk.states()
    #expect(states == ["npa-1 v1": .killed, "npa-1 v2": .killed, "npa-1 v3": .killed])
    #expect(try desk.kinds().filter { $0 == "story.killed" }.count == 3)
    #expect(try desk.bench.reader().states().allSatisfy { $0.note == "Off" })
  }
}
