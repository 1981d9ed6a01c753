import GRDB
import Stories
import SystemPackage
import TestSupport
import Testing

@testable import Store

/// Rows of which another program says more than this one knows.
@Suite("Rows that are not understood") struct UnreadableRowTests {
  private let folder = FreshFolder()
  private var path: String { folder.path.appending("s.sqlite").string }

  /// A store with a story, its facts and state, and an order that waits, and then some more SQL.
  private func store(_ sql: String) throws -> (store: Store, reader: StoreReader) {
    let store = try Store(path: path)
    var commit = StoreTests.commit([StoreTests.story(1)])
    let (story, at) = (StoryNumber(1), Instant(milliseconds: 1))
    commit.wire.rows = [
      WireRow(story: story, facts: WireFacts(format: "text"), keys: WireKeys(), at: at)
    ]
    commit.wire.states = [.begins(StoryState(story: story, kind: .killed, since: at, note: nil))]
    let order = WireOrder(
      notice: WireNotice(.kill), id: "a", identityIsGiven: true, outlet: nil, agency: nil,
      version: nil, keys: [], note: nil)
    commit.wire.orders = [(order, StoreTests.digest(9), at, false)]
    try store.commit(commit)
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    return (store, try StoreReader(path: path, exists: true))
  }

  /// Expects a refusal that names a row and how the store does without it, and that this helps.
  private func expect(
    _ field: StoredField, _ detail: String, _ question: () throws -> Void
  ) throws {
    let error = #expect(throws: StoreError.self) { try question() }
    guard case .unreadable(path, field, let its)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(its.contains(detail), "\(its)")
    let text = "\(StoreError.unreadable(path, field, its))"
    #expect(text.contains(path) && text.contains("install that version"))
    let remedy = try #require(text.split(separator: "\"").last { $0.hasPrefix("DELETE") })
    try DatabaseQueue(path: path).write { try $0.execute(sql: String(remedy)) }
    try question()
  }

  @Test("an order of a kind that nobody here knows is refused by its row")
  func order() throws {
    let (store, reader) = try store(
      "UPDATE wire_order SET body = replace(body, '\"kill\"', '\"recall\"')")
    try expect(.order(1), "recall") {
      _ = try store.openOrders(since: Instant(milliseconds: 0))
    }
    _ = try reader.openOrders(at: Instant(milliseconds: 2))
  }

  @Test("facts with a status that nobody here knows are refused by their story")
  func facts() throws {
    let (_, reader) = try store(
      "UPDATE wire_story SET facts = replace(facts, '\"usable\"', '\"paused\"')")
    try expect(.facts(1), "paused") { _ = try reader.facts(of: StoryNumber(1)) }
  }

  @Test("a state that nobody here knows is refused, and its story not taken for usable")
  func state() throws {
    let (_, reader) = try store("UPDATE wire_state SET state = 'recalled'")
    #expect(throws: StoreError.unreadable(path, .state(1), "state recalled")) {
      try reader.states(of: [StoryNumber(1)])
    }
    try expect(.state(1), "recalled") { _ = try reader.states() }
  }
}
