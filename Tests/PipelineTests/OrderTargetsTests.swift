import Store
import Stories
import TestSupport
import Testing
import Wire

@testable import Pipeline

@Suite("What orders are about, asked of a store without an ingest") struct OrderTargetsTests {
  private func targets(in bench: Bench, at now: Instant) throws -> OrderTargets {
    let store = try Store(path: bench.storePath)
    let log = IngestLog.silent
    let restoration = Restoration(
      store: store, foundation: bench.foundation(), log: log, goesOn: { true })
    let members = GroupMembers(
      taster: try restoration.taster(bench.options, at: now), reader: try bench.reader())
    return OrderTargets(takes: EarlierTakes(store: store, members: members), wall: { now })
  }

  private func kill(_ names: [String], id: String = "n-9", version: Int64? = nil) -> WireOrder {
    WireOrder(
      notice: WireNotice(.kill, names: names), id: id, identityIsGiven: true, outlet: "NPA",
      agency: nil, version: version, keys: [], note: nil)
  }

  @Test("an order by identity is about versions up to its own, one by name about those who bear it")
  func found() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    for version in 1...3 {
      try desk.take(
        line(
          "npa-1", "NPA", "\(Copy.one) \(version).", title: "Bridge to close",
          more: #""version": \#(version)"#), by: ingest)
    }
    try desk.take(line("h-1", "harrow", Copy.one, title: "Bridge to close"), by: ingest)
    let targets = try targets(in: desk.bench, at: desk.clock.now)
    let item = Story(id: "n-9", outlet: Outlet("NPA"), published: nil, title: nil, text: "")
    func numbers(_ order: WireOrder) throws -> [Int64] {
      try targets.stories(of: order, given: item).map(\.number.value)
    }
    #expect(try numbers(kill([], id: "npa-1", version: 2)) == [1, 2])
    #expect(try numbers(kill([], id: "npa-1")) == [1, 2, 3])
    #expect(try numbers(kill(["Bridge to close"])) == [1, 2, 3])
    #expect(try numbers(kill(["h-1"])) == [])
  }
}
