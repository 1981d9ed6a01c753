import Store
import Stories
import TestSupport
import Testing
import Wire

@testable import Pipeline

@Suite("Orders that come again") struct RepeatedOrderTests {
  private typealias Desk = WireOrderTests.Desk

  private let first = line("a", "NPA", Copy.one)
  private let second = line("a", "NPA", Copy.one + " More will follow.")
  private let kill = line("a", "NPA", "", more: #""status": "killed""#)
  private let hold = line("a", "NPA", "", more: #""status": "withheld""#)

  private func count(_ desk: Desk, _ kind: String) throws -> Int {
    try desk.kinds().count { $0 == kind }
  }

  /// Puts a file where a crash leaves one that is being read.
  private func leaveInWork(_ desk: Desk, _ text: String, as name: String) throws {
    try desk.bench.folder.write(text, to: "work/\(name).txt")
  }

  @Test("the same kill, sent again, takes down what came after the first, and is told once more")
  func killAgain() throws {
    var desk = Desk()
    let ingest = try desk.start()
    try desk.take([first, kill, second], by: ingest)
    #expect(try desk.states() == ["a v1": .killed])
    try desk.take(kill, by: ingest)
    #expect(try desk.states() == ["a v1": .killed, "a v2": .killed])
    #expect(try count(desk, "story.killed") == 2)
    let last = try #require(try desk.bench.reader().events(after: 0, limit: .max).last)
    #expect(EventFieldsRead(last.draft.body).stories == [2], "the first is killed already")
  }

  @Test("a kill that changes nothing any more is known, and nothing is told of it")
  func nothingNew() throws {
    var desk = Desk()
    let ingest = try desk.start()
    try desk.take([first, kill, kill, kill], by: ingest)
    #expect(try count(desk, "story.killed") == 1)
    #expect(ingest.tally.known == 2)
  }

  @Test("the same hold counts again after the hold was released")
  func holdAgain() throws {
    var desk = Desk()
    let ingest = try desk.start()
    try desk.take([first, hold, hold], by: ingest)
    #expect(try count(desk, "story.held") == 1)
    let store = try Store(path: desk.bench.storePath)
    let next = try store.nextNumbers()
    var commit = Commit(nextStory: next.story, nextGroup: next.group)
    commit.wire.states = [.ends(StoryNumber(1))]
    try store.commit(commit)
    try desk.take(hold, by: ingest)
    #expect(try desk.states() == ["a v1": .held])
    #expect(try count(desk, "story.held") == 2)
  }

  @Test("a hold that a usable version has ended is not begun by another copy of the order")
  func overtaken() throws {
    var desk = Desk()
    let ingest = try desk.start()
    let hold = line("n", "NPA", "", more: #""version": 1, "status": "withheld""#)
    for text in [
      line("n", "NPA", Copy.one, more: #""version": 1"#), hold,
      line("n", "NPA", Copy.one, more: #""version": 2"#), hold,
    ] {
      try desk.take(text, by: ingest)
    }
    #expect(try desk.states().isEmpty)
    #expect(try count(desk, "story.held") == 1)
  }

  @Test("a file that a crash left in work carries out nothing twice, and kills no take behind it")
  func crash() throws {
    var desk = Desk()
    try desk.drop(first + kill + second)
    try desk.start().settle()
    let before = try desk.kinds()
    try leaveInWork(desk, first + kill + second, as: "1")
    try desk.start().settle()
    #expect(try desk.states() == ["a v1": .killed])
    #expect(try desk.kinds() == before)
  }

  @Test("a kill that is sent again counts though a crash came before it was carried out")
  func crashBefore() throws {
    var desk = Desk()
    try desk.drop(first + kill + second)
    try desk.start().settle()
    try leaveInWork(desk, kill, as: "2")
    try desk.start().settle()
    #expect(try desk.states() == ["a v1": .killed, "a v2": .killed])
    // Once more as if the crash had come right after.
    try leaveInWork(desk, kill, as: "2")
    try desk.start().settle()
    #expect(try count(desk, "story.killed") == 2)
  }

  @Test("of one order that stands twice in a file the first is carried out, the second is to come")
  func twiceInOneFile() throws {
    let digest = [UInt8]("file".utf8).withUnsafeBytes { Digest.of($0) }
    func part(_ part: Int, isReadAgain: Bool = true) -> FilePart {
      FilePart(file: "f", digest: digest, part: part, isReadAgain: isReadAgain)
    }
    let history = OrderHistory.taken(part(3).origin)
    #expect(part(3).hasCarriedOut(history) && part(2).hasCarriedOut(history))
    #expect(!part(5).hasCarriedOut(history))
    #expect(!part(3, isReadAgain: false).hasCarriedOut(history))
    #expect(!part(3).hasCarriedOut(.new) && part(3).hasCarriedOut(.taken(nil)))
    let other = FilePart(file: "g", digest: digest, part: 3, isReadAgain: true)
    #expect(!other.hasCarriedOut(history), "the same bytes under another name are another delivery")
  }
}
