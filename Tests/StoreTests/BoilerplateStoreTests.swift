import GRDB
import Stories
import SystemPackage
import TestSupport
import Testing

@testable import Store

@Suite struct BoilerplateStoreTests {
  private let folder = FreshFolder()
  private var path: String { folder.path.appending("s.sqlite").string }

  private func reader() throws -> StoreReader { try StoreReader(path: path, exists: true) }

  private func sighting(_ key: UInt64) -> SegmentSighting {
    SegmentSighting(segment: SegmentKey(bits: key), kind: .copyright, text: "Segment \(key)")
  }

  private func change(
    _ story: Int64, seen: [UInt64] = [], gone: [UInt64] = [], outlet: String = "echo"
  ) -> BoilerplateCommit.Change {
    BoilerplateCommit.Change(
      story: StoryNumber(story), outlet: Outlet(outlet), at: Instant(milliseconds: story),
      seen: seen.map { sighting($0) }, gone: gone.map { SegmentKey(bits: $0) })
  }

  private func ruling(_ key: UInt64, _ answer: BoilerplateRuling.Answer) -> BoilerplateRuling {
    BoilerplateRuling(
      segment: SegmentKey(bits: key), outlet: nil, answer: answer, kind: .other, text: "words",
      person: "mk", at: Instant(milliseconds: 5))
  }

  private func commit(
    _ store: Store, _ stories: [StoredStory] = [], _ changes: [BoilerplateCommit.Change]
  ) throws {
    var commit = StoreTests.commit(stories)
    if stories.isEmpty { commit.nextStory = try store.nextNumbers().story }
    commit.boilerplate.changes = changes
    try store.commit(commit)
  }

  @Test("a segment's groups are those that its stories are in now, not those that they came into")
  func groups() throws {
    let store = try Store(path: path)
    _ = try store.settle(StoreTests.stamp, maySignAnew: true)
    let key = UInt64.max - 7
    let stories = (1...3).map { StoreTests.story($0) }
    try commit(store, stories, (1...3).map { change($0, seen: [key]) })
    #expect(try reader().segments(of: nil).map { ($0.stories, $0.groups.count).1 } == [1])
    var moves = Commit(nextStory: 4, nextGroup: 12)
    moves.moves = [(StoryNumber(2), GroupNumber(10)), (StoryNumber(3), GroupNumber(11))]
    try store.commit(moves)
    let healed = try #require(try reader().segments(of: Outlet("echo")).first)
    #expect(healed.stories == 3 && healed.groups.count == 3)
    #expect(healed.segment == SegmentKey(bits: key) && healed.samples.map(\.value) == [3, 2, 1])
    #expect(healed.firstSeen.milliseconds == 1 && healed.lastSeen.milliseconds == 3)
    #expect(try reader().segments(of: Outlet("post")).isEmpty)
  }

  @Test("a story that is told of twice counts once; one healed of a segment counts no more")
  func once() throws {
    let store = try Store(path: path)
    try commit(store, [StoreTests.story(1), StoreTests.story(2)], [change(1, seen: [7])])
    try commit(store, [], [change(1, seen: [7]), change(2, seen: [7])])
    #expect(try reader().segments(of: nil).map(\.stories) == [2])
    try commit(store, [], [change(2, gone: [7]), change(2, gone: [7])])
    #expect(try reader().segments(of: nil).map(\.stories) == [1])
    try commit(store, [], [change(1, gone: [7])])
    #expect(try reader().segments(of: nil).isEmpty)
  }

  @Test("an outlet's segments and a segment's stories stay bounded, and what recurs stays")
  func bounds() throws {
    let store = try Store(path: path)
    try store.add([ruling(3, .rejected)])
    try commit(store, (1...60).map { StoreTests.story($0) }, [change(1, seen: [3])])
    try commit(store, [], (2...60).map { change($0, seen: [1, 2]) })
    for batch in UInt64(0)..<20 {
      let keys = (0..<100).map { 1000 + batch * 100 + UInt64($0) }
      try commit(store, [], [change(60, seen: keys)])
      let count = try reader().segments(of: nil).count
      #expect(count <= BoilerplateBounds.segmentsPerOutlet + 1)
    }
    let left = try reader().segments(of: nil)
    #expect(Set(left.map(\.segment.bits)).isSuperset(of: [1, 2, 3]))
    #expect(left.first?.stories == 59)
    let samples = try #require(left.first?.samples)
    let most = BoilerplateBounds.stories * 3 / 2
    #expect(samples.count >= BoilerplateBounds.stories && samples.count <= most)
    #expect(samples.map(\.value) == (0..<samples.count).map { 60 - Int64($0) })
  }

  @Test("what was not seen for long is forgotten, unless a person spoke about it")
  func expiry() throws {
    let store = try Store(path: path)
    try commit(
      store, (1...3).map { StoreTests.story($0) },
      [change(1, seen: [1, 2]), change(3, seen: [4])])
    try store.add([ruling(2, .confirmed)])
    #expect(try store.expireSegments(before: Instant(milliseconds: 3), limit: 10) == 1)
    #expect(try reader().segments(of: nil).map(\.segment.bits).sorted() == [2, 4])
    let tables = try DatabaseQueue(path: path).read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM boilerplate_sample")
    }
    #expect(tables == 2, "samples go with their segment")
  }

  @Test("the latest ruling is in force, earlier ones are kept, and both survive reopening")
  func rulings() throws {
    do {
      let store = try Store(path: path)
      try store.add([ruling(9, .confirmed), ruling(8, .confirmed)])
      try store.add([ruling(9, .rejected)])
      try store.noteApplied(2)
    }
    let store = try Store(path: path)
    #expect(try store.rulings().map(\.sequence) == [2, 3])
    #expect(try store.rulings().last?.ruling == ruling(9, .rejected))
    #expect(try store.lastRuling() == 3 && store.appliedRuling() == 2)
    #expect(
      try reader().rulings(on: SegmentKey(bits: 9)).map(\.ruling.answer) == [.confirmed, .rejected])
  }

  @Test(
    "under other keys what people said is keyed by its words and held against all stories again")
  func otherKeys() throws {
    let store = try Store(path: path)
    #expect(try !store.settleSegmentKeys("1") { { _ in SegmentKey(bits: 77) } })
    try store.add([ruling(9, .rejected)])
    try store.noteApplied(1)
    try commit(store, [StoreTests.story(1)], [change(1, seen: [9])])
    #expect(try !store.settleSegmentKeys("1") { { _ in SegmentKey(bits: 77) } })
    #expect(try store.settleSegmentKeys("2") { { _ in SegmentKey(bits: 77) } })
    #expect(try store.rulings().map(\.ruling.segment.bits) == [77])
    #expect(try store.appliedRuling() == 0)
    #expect(try reader().segments(of: nil).isEmpty)
  }

  @Test("a failed commit leaves no sighting behind")
  func atomic() throws {
    let store = try Store(path: path)
    try commit(store, [StoreTests.story(1)], [change(1, seen: [1])])
    #expect(throws: StoreError.self) {
      try commit(store, [StoreTests.story(1)], [change(2, seen: [1, 2])])
    }
    #expect(try reader().segments(of: nil).map(\.stories) == [1])
  }

  @Test("a store of the schema before opens with its stories, and takes sightings and rulings")
  func earlierSchema() throws {
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "wire: facts, keys, states, embargoes, orders")
    try queue.write { try EarlierStoreTests.insert($0, StoreTests.story(1)) }
    #expect(try queue.read { try !$0.tableExists("boilerplate_segment") })
    try queue.close()
    let store = try Store(path: path)
    _ = try store.settle(StoreTests.stamp, maySignAnew: true)
    #expect(try store.hasStory(StoreTests.digest(1)))
    try store.add([ruling(1, .rejected)])
    try commit(store, [StoreTests.story(2)], [change(2, seen: [1])])
    #expect(try reader().segments(of: nil).map(\.stories) == [1])
    #expect(try reader().rulings().count == 1)
  }
}
