import Inbox
import Store
import Stories
import TestSupport
import Testing

@testable import Pipeline

@Suite("Orders whose story never comes") struct LapsedOrderTests {
  private let kill = line(
    "npa-1", "NPA", "", more: #""version": 2, "status": "killed", "note": "By error""#)
  private let story = line("npa-1", "NPA", Copy.one, more: #""version": 1"#)

  private func lapses(_ desk: WireOrderTests.Desk) throws -> [EventFields] {
    try desk.bench.reader().events(after: 0, limit: .max)
      .filter { $0.draft.kind == "order.lapsed" }.map { try EventFields($0) }
  }

  /// A kill by id that waits for its story.
  private func waiting(_ number: Int64, of outlet: String, at: Instant) throws -> WaitingOrder {
    let order = WireOrder(
      notice: WireNotice(.kill), id: "\(outlet)-\(number)", identityIsGiven: true, outlet: outlet,
      agency: nil, version: nil, keys: [], note: nil)
    let bytes = (0..<32).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 7 }
    return WaitingOrder(order: order, digest: try #require(ContentDigest(bytes: bytes)), at: at)
  }

  @Test(
    "an order that waited fourteen days in vain is told as let go, once, whether or not the daemon ran",
    arguments: [true, false], [Instant.day, 90 * Instant.day])
  func age(runsOn: Bool, retention: Int64) throws {
    var desk = WireOrderTests.Desk()
    desk.bench.options.retention = retention
    var ingest = try desk.start()
    try desk.take(kill, by: ingest)
    desk.clock.advance(by: 13 * Instant.day)
    ingest.settle()
    #expect(try lapses(desk).isEmpty)
    desk.clock.advance(by: 2 * Instant.day)
    if !runsOn { ingest = try desk.start() }
    for _ in 0..<3 {
      ingest.settle()
      desk.clock.advance(by: Instant.day)
    }
    let lapsed = try lapses(desk)
    #expect(lapsed.map(\.waitsFor) == [["npa-1"]] && lapsed.map(\.state) == [.killed])
    #expect(lapsed.map(\.reason) == ["age"] && lapsed.map(\.note) == ["By error"])
  }

  @Test(
    "an order that found its story is not told as let go, and one that was waits again when sent again"
  )
  func again() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.drop(kill + line("npa-2", "NPA", "", more: #""status": "killed""#))
    try desk.take(line("npa-2", "NPA", Copy.mended), by: ingest)
    desk.clock.advance(by: 15 * Instant.day)
    ingest.settle()
    #expect(try lapses(desk).map(\.waitsFor) == [["npa-1"]])
    try desk.take(kill, by: ingest)
    try desk.take(story, by: ingest)
    #expect(try desk.states() == ["npa-2 v1": .killed, "npa-1 v1": .killed])
    desk.clock.advance(by: 15 * Instant.day)
    ingest.settle()
    #expect(try lapses(desk).count == 1)
  }

  @Test("where too many wait, the oldest go of the source that has most, and each is told of")
  func number() throws {
    var desk = WireOrderTests.Desk()
    try desk.start().settle()
    let store = try Store(path: desk.bench.storePath)
    let next = try store.nextNumbers()
    var commit = Commit(nextStory: next.story, nextGroup: next.group)
    let orders =
      try [waiting(0, of: "NPA", at: desk.clock.now)]
      + (1...Int64(OrderDesk.most)).map { try waiting($0, of: "flood", at: desk.clock.now) }
    commit.wire.orders = orders.map { ($0.order, $0.digest, $0.at, false) }
    try store.commit(commit)
    let ingest = try desk.start()
    try desk.take(kill, by: ingest)
    #expect(try lapses(desk).map(\.waitsFor) == [["flood-1"], ["flood-2"]])
    #expect(try lapses(desk).map(\.reason) == ["number", "number"])
    #expect(
      try desk.bench.reader().openOrders(at: desk.clock.now).count == OrderDesk.most)
    // What was let go stays so through a restart.
    let again = try desk.start()
    for outlet in ["flood", "NPA"] {
      for number in 0...1 { try desk.drop(line("\(outlet)-\(number)", outlet, Copy.one)) }
    }
    again.settle()
    #expect(try desk.states() == ["NPA-0 v1": .killed])
  }

  @Test("an index gives up orders of whom most are, the oldest first, whatever has gone in between")
  func queues() throws {
    var generator = SeededGenerator(seed: 7)
    var index = OrderIndex()
    var held: [String: [WaitingOrder]] = [:]
    for number in 0..<Int64(4000) {
      let outlet = ["a", "b", "c"][Int.random(in: 0..<3, using: &generator)]
      let order = try waiting(number, of: outlet, at: Instant(milliseconds: number))
      index.insert(order)
      held[outlet, default: []].append(order)
      if Bool.random(using: &generator), let gone = held[outlet]?.randomElement(using: &generator) {
        index.remove(gone.digest)
        held[outlet]?.removeAll { $0 == gone }
      }
      while let gone = index.surplus(over: 100) {
        let own = try #require(held[gone.order.party])
        #expect(own.first == gone && own.count == held.values.map(\.count).max())
        index.remove(gone.digest)
        held[gone.order.party]?.removeFirst()
      }
      #expect(index.count == held.values.map(\.count).reduce(0, +) && index.count <= 100)
    }
  }
}
