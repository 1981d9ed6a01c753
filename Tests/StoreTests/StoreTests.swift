import GRDB
import Stories
import SystemPackage
import TestSupport
import Testing

@testable import Store

@Suite struct StoreTests {
  private let folder = FreshFolder()
  private var path: String { folder.path.appending("s.sqlite").string }

  static let stamp = SignatureStamp(
    scheme: "test/1", registers: 4, seed: 1, wordsPerShingle: 5,
    tokeniser: TokeniserStamp(tokeniser: 1, icu: "72.1", unicode: "15.0"))

  static func story(_ number: Int64, group: Int64 = 1, received: Int64 = 0) -> StoredStory {
    StoredStory(
      number: StoryNumber(number),
      story: Story(
        id: "id-\(number)", outlet: Outlet("echo"), published: Instant(milliseconds: number),
        title: "Title", url: "https://example.org", language: "en", text: "Text \(number) é"),
      digest: digest(number), version: 1, received: Instant(milliseconds: received),
      group: GroupNumber(group))
  }

  @Sendable static func countingSigner() -> (String) -> SignedText {
    { SignedText(signature: Signature(registers: [UInt32($0.count)]), boilerplate: []) }
  }

  static func digest(_ number: Int64) -> ContentDigest {
    let bytes = (0..<32).map { UInt8(truncatingIfNeeded: number >> (Int64($0 % 8) * 8)) }
    guard let digest = ContentDigest(bytes: bytes) else { preconditionFailure("32 bytes") }
    return digest
  }

  static func commit(_ stories: [StoredStory]) -> Commit {
    var commit = Commit(nextStory: (stories.last?.number.value ?? 0) + 1, nextGroup: 9)
    commit.stories = stories.map {
      ($0, SignedText(signature: Signature(registers: [1, 2, 3, .max]), boilerplate: [0..<1]))
    }
    commit.opened = Set(stories.map(\.group)).map { ($0, Instant(milliseconds: 0)) }
    commit.events = stories.map {
      EventDraft(at: $0.received, kind: "story.accepted", body: #"{"story":\#($0.number.value)}"#)
    }
    return commit
  }

  private func open() throws -> Store {
    let store = try Store(path: path)
    _ = try store.settle(Self.stamp, maySignAnew: true)
    return store
  }

  private func reader() throws -> StoreReader { try StoreReader(path: path, exists: true) }

  @Test("what was committed is read back, and survives reopening")
  func roundTrip() throws {
    let stories = [Self.story(1), Self.story(2)]
    try open().commit(Self.commit(stories))
    let store = try open()
    #expect(try store.nextNumbers() == (3, 9))
    #expect(try store.hasStory(Self.digest(2)) && !store.hasStory(Self.digest(3)))
    #expect(try reader().stories(in: GroupNumber(1)) == stories)
    #expect(try reader().events(after: 1, limit: 9).map(\.sequence) == [2])
    #expect(try reader().stories(in: GroupNumber(1)).first?.story.text == "Text 1 é")
    var restored: [StoryNumber] = []
    let numbers = try #require(
      try store.numbersToRestore(
        since: Instant(milliseconds: 0), until: Instant(milliseconds: .max)))
    let last = try store.restoreStories(
      from: numbers.first, since: Instant(milliseconds: 0), limit: 9
    ) { story in
      #expect(story.signed.signature.registers == [1, 2, 3, .max])
      restored.append(story.number)
    }
    #expect(numbers.last.value == 2 && last == numbers.last)
    #expect(restored.map(\.value) == [1, 2])
    #expect(try reader().findings(stamp: Self.stamp).isEmpty)
  }

  @Test("a commit that fails leaves nothing of itself behind")
  func allOrNothing() throws {
    let store = try open()
    try store.commit(Self.commit([Self.story(1)]))
    #expect(throws: StoreError.self) {
      try store.commit(Self.commit([Self.story(2), Self.story(1)]))
    }
    let counts = try reader().counts()
    #expect(counts.stories == 1 && counts.lastEvent == 1)
    #expect(try store.nextNumbers().story == 2)
  }

  @Test("commits are on the disk when they return: WAL with synchronous FULL")
  func durable() throws {
    let store = try open()
    let (mode, level) = try store.queue.read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try Int.fetchOne(db, sql: "PRAGMA synchronous")
      )
    }
    #expect(mode == "wal" && level == 2)
  }

  @Test("a store of another stamp is refused, or signed anew, and never mixed")
  func stamps() throws {
    try open().commit(Self.commit((1...5).map { Self.story($0) }))
    let newer = SignatureStamp(
      scheme: "test/2", registers: 4, seed: 1, wordsPerShingle: 5, tokeniser: Self.stamp.tokeniser)
    let store = try Store(path: path)
    #expect(throws: StoreError.self) { try store.settle(newer, maySignAnew: false) }
    #expect(try store.settle(newer, maySignAnew: true) == 5)
    #expect(try !reader().findings(stamp: newer).isEmpty)
    #expect(try store.resign(limit: 3, signer: Self.countingSigner).map(\.value) == [1, 2, 3])
    #expect(try Store(path: path).settle(newer, maySignAnew: false) == 2)
    let rest = try store.resign(after: StoryNumber(3), limit: 3, signer: Self.countingSigner)
    #expect(rest.map(\.value) == [4, 5])
    #expect(try store.resign(limit: 3, signer: Self.countingSigner).isEmpty)
    #expect(try reader().findings(stamp: newer).isEmpty)
  }

  @Test("a file of something else and a store of a newer program are refused and left as they are")
  func foreign() throws {
    let other = folder.path.appending("other.sqlite").string
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE mine (x)") }
    #expect(throws: StoreError.notAStore(other)) { try Store(path: other) }
    try folder.write(
      "not a database at all, but longer than a header would be ............................................",
      to: "text.sqlite")
    #expect(throws: StoreError.self) {
      try Store(path: folder.path.appending("text.sqlite").string)
    }
    let store = try open()
    try store.queue.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 the future')")
    }
    #expect(throws: StoreError.newer(path)) { try Store(path: path) }
    #expect(throws: StoreError.newer(path)) { try reader() }
    #expect(throws: StoreError.missing("/nowhere")) {
      try StoreReader(path: "/nowhere", exists: false)
    }
  }

  @Test("retention deletes the oldest stories in bounded steps, with an event each")
  func retention() throws {
    let store = try open()
    try store.commit(
      Self.commit((1...10).map { Self.story($0, group: $0, received: $0 * 100) }))
    func step() throws -> Int {
      try store.expire(
        before: Instant(milliseconds: 750), at: Instant(milliseconds: 9999), limit: 3
      ) {
        EventDraft(
          at: Instant(milliseconds: 800), kind: "story.expired",
          body: #"{"story":\#($0.number.value)}"#)
      }.count
    }
    #expect(try [step(), step(), step(), step()] == [3, 3, 1, 0])
    let counts = try reader().counts()
    #expect(counts.stories == 3 && counts.groups == 3)
    #expect(
      try reader().events(after: 10, limit: 99).map(\.draft.kind).allSatisfy {
        $0 == "story.expired"
      })
    #expect(try reader().findings(stamp: Self.stamp).isEmpty)
    #expect(try store.nextNumbers().story == 11)
  }

  private func firstExpired(of store: Store) throws -> [Int64] {
    try store.expire(
      before: Instant(milliseconds: 2000), at: Instant(milliseconds: 9999), limit: 3
    ) {
      EventDraft(
        at: Instant(milliseconds: 800), kind: "story.expired",
        body: #"{"story":\#($0.number.value)}"#)
    }
    .map(\.number.value)
  }

  @Test("stories under an embargo hold up the end of no others")
  func retentionBehindEmbargoes() throws {
    let store = try open()
    var commit = Self.commit((1...10).map { Self.story($0, group: $0, received: $0 * 100) })
    commit.wire.embargoes = (1...6).map { (StoryNumber($0), Instant(milliseconds: 1 << 50)) }
    try store.commit(commit)
    #expect(try firstExpired(of: store) == [7, 8, 9])
  }

  @Test("stories received under a clock that was ahead hold up the end of no others")
  func retentionBehindTheFuture() throws {
    let store = try open()
    try store.commit(
      Self.commit(
        (1...10).map { Self.story($0, group: $0, received: $0 <= 6 ? 1 << 50 : $0 * 100) }))
    #expect(try firstExpired(of: store) == [7, 8, 9])
  }

  @Test("no event is forgotten that a sink has not had")
  func outbox() throws {
    let store = try open()
    try store.commit(Self.commit((1...10).map { Self.story($0) }))
    try store.notePublished(sink: "file", through: 4)
    #expect(try store.unpublished(sink: "file", limit: 99).count == 6)
    #expect(
      try store.forgetEvents(
        before: Instant(milliseconds: 1), at: Instant(milliseconds: 9999), limit: 99) == 4)
    try store.keepOnlySink(nil)
    #expect(
      try store.forgetEvents(
        before: Instant(milliseconds: 1), at: Instant(milliseconds: 9999), limit: 99) == 6)
    #expect(try reader().counts().firstEvent == nil && reader().lastEvent() == 10)
    try store.keepOnlySink("file")
    try store.commit(Self.commit([Self.story(11)]))
    #expect(try reader().events(after: 0, limit: 9).map(\.sequence) == [11])
    // A sink that is new and has never been written has had none.
    #expect(
      try store.forgetEvents(
        before: Instant(milliseconds: 1), at: Instant(milliseconds: 9999), limit: 99) == 0)
    #expect(try reader().counts().firstEvent == 11 && reader().counts().lastEvent == 11)
  }

  @Test("the first released schema can still be read")
  func goldenSchema() throws {
    try open().commit(Self.commit([Self.story(1)]))
    let tables = try DatabaseQueue(path: path).read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    }
    #expect(
      Set([
        "story", "signature", "pair", "group", "ledger", "event", "sink", "stamp", "meta", "status",
      ])
      .isSubset(of: Set(tables)))
  }
}
