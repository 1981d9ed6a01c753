import Foundation
import GRDB
import Stories
import SystemPackage
import TestSupport
import Testing

@testable import Store

/// What a reader sees while somebody writes, and of a store that nobody has brought up to date.
@Suite struct ReadAtOnceTests {
  private let folder = FreshFolder()
  private var path: String { folder.path.appending("s.sqlite").string }

  private func reader() throws -> StoreReader { try StoreReader(path: path, exists: true) }

  private func move(_ story: Int64, to group: Int64, in store: Store) throws {
    var commit = Commit(nextStory: 9, nextGroup: 9)
    commit.moves = [(StoryNumber(story), GroupNumber(group))]
    try store.commit(commit)
  }

  @Test(
    "questions that are asked at once find one state of the store, others what was committed last")
  func atOnce() throws {
    let store = try Store(path: path)
    try store.commit(
      StoreTests.commit([StoreTests.story(1, group: 1), StoreTests.story(2, group: 2)]))
    let reader = try reader()
    try reader.atOnce {
      #expect(try reader.counts().groups == 2)
      try move(2, to: 1, in: store)
      #expect(try reader.groups(atLeast: 1, limit: 9).map(\.value) == [2, 1])
      #expect(try reader.stories(in: GroupNumber(2)).map(\.number.value) == [2])
    }
    #expect(try reader.counts().groups == 1)
    #expect(try reader.stories(in: GroupNumber(1)).map(\.number.value) == [1, 2])
  }

  @Test("the list of all stories has each once, in the order of its group, with its state")
  func listing() throws {
    let store = try Store(path: path)
    let stories = [(1, 1), (2, 2), (3, 1), (4, 3)].map {
      StoreTests.story(Int64($0.0), group: Int64($0.1))
    }
    var commit = StoreTests.commit(stories)
    commit.wire.states = [
      .begins(
        StoryState(
          story: StoryNumber(1), kind: .killed, since: Instant(milliseconds: 5), note: nil))
    ]
    commit.wire.embargoes = [(StoryNumber(4), Instant(milliseconds: .max))]
    try store.commit(commit)
    let listed = try reader().listing()
    #expect(listed.map(\.number.value) == [1, 3, 2])
    #expect(listed.map(\.group.value) == [1, 1, 2] && listed.map(\.size) == [2, 2, 1])
    #expect(listed.map(\.state) == [.killed, nil, nil])
    #expect(listed.first?.title == "Title" && listed.first?.outlet == Outlet("echo"))
    let one = try reader()
    let grouped = try one.groups(atLeast: 1, limit: 9).flatMap { try one.stories(in: $0) }
    #expect(grouped.map(\.number) == listed.map(\.number))
  }

  @Test("who asks a store of an earlier program for what it lacks is told to start the daemon")
  func earlier() throws {
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "1 stories, signatures, pairs, groups, ledger, events")
    try queue.close()
    let reader = try reader()
    #expect(throws: StoreError.earlier(path)) { try reader.counts() }
    #expect(throws: StoreError.earlier(path)) { try reader.atOnce { try reader.listing() } }
    #expect(try reader.status() == nil, "what is there can be asked for")
    #expect(throws: StoreError.earlier(path)) { _ = try Store(path: path, mayUpgrade: false) }
    #expect(throws: StoreError.earlier(path), "a command upgrades nothing") {
      try self.reader().counts()
    }
    _ = try Store(path: path)
    #expect(try self.reader().counts().stories == 0)
    _ = try Store(path: path, mayUpgrade: false)
  }

  @Test("a log that readers kept from beginning anew is brought into the file once they are done")
  func longLog() throws {
    func logged() throws -> Int { try Data(contentsOf: URL(filePath: path + "-wal")).count }
    let store = try Store(path: path)
    try store.commit(StoreTests.commit([StoreTests.story(1)]))
    let reader = try reader()
    try reader.atOnce {
      _ = try reader.counts()
      try store.commit(StoreTests.commit([StoreTests.story(2)]))
      #expect(!store.shortenLog(over: 0))
      #expect(try logged() > 0)
    }
    #expect(!store.shortenLog(over: 1 << 30), "it is not long")
    #expect(store.shortenLog(over: 0))
    #expect(try logged() == 0)
    try store.commit(StoreTests.commit([StoreTests.story(3)]))
    #expect(try reader.counts().stories == 3)
    let patience = try store.queue.read { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") }
    #expect(patience == Int(Store.patience * 1000))
  }

  @Test("a sample in pages is every so-manieth story once, whatever the size of a page")
  func sample() throws {
    try Store(path: path).commit(StoreTests.commit((1...30).map { StoreTests.story($0) }))
    for (step, limit) in [(1, 7), (1, 30), (4, 2), (4, 7), (31, 5)] {
      var (numbers, last) = ([Int64](), StoryNumber?.none)
      while case let page = try reader().sample(every: step, after: last, limit: limit),
        !page.isEmpty
      {
        #expect(page.count <= limit)
        #expect(page.allSatisfy { $0.text == "Text \($0.number.value) é" })
        numbers += page.map(\.number.value)
        last = page.last?.number
      }
      #expect(numbers == (1...30).filter { $0 % Int64(step) == 0 })
    }
  }
}
