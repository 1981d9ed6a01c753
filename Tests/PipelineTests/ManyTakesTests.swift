import Store
import Stories
import TestSupport
import Testing
import Wire

@testable import Pipeline

/// Thousands of takes, orders and versions under one name cost each next story no more than a few do.
@Suite("Many stories under one name") struct ManyTakesTests {
  @Test("takes beyond those that are compared are counted on, whether they come together or not")
  func counted() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    func takes(_ numbers: ClosedRange<Int>) -> String {
      numbers.map { line("x", "paper", "\(Copy.one) Take \($0).") }.joined()
    }
    try desk.take(takes(1...100), by: ingest)
    try desk.take(takes(101...200), by: ingest)
    let versions = try desk.bench.reader().stories(id: "x").map(\.version)
    #expect(versions.sorted() == Array(1...200))
  }

  @Test("a kill reaches all versions of an item, however many")
  func killed() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.drop((1...200).map { line("x", "paper", "\(Copy.one) Take \($0).") }.joined())
    try desk.take(line("x", "paper", "", more: #""status": "killed""#), by: ingest)
    #expect(try desk.states().count == 200)
  }

  @Test("of the stories of a key or slug the newest are tied to a newcomer, and no more")
  func tied() {
    var pending = PendingKeys()
    var keys = WireKeys()
    keys.identities = ["key:a"]
    keys.references = ["ref:a"]
    keys.origins = ["ref:a"]
    (keys.slug, keys.isMarked) = ("a|bridge", true)
    for number in 1...1000 {
      pending.add(keys, StoryNumber(Int64(number)), at: Instant(milliseconds: Int64(number)))
    }
    let ties = pending.ties(keys, at: Instant(milliseconds: 1001))
    let newest = (1001 - Int64(Ties.most)...1000).map { StoryNumber($0) }
    #expect(Set(ties.versions).sorted() == newest && Set(ties.kin).sorted() == newest)
    #expect(ties.versions.count + ties.kin.count == 4 * Ties.most)
  }

  @Test("orders that wait are found by what they call their story as if all were gone through")
  func indexed() throws {
    var generator = SeededGenerator(seed: 7)
    func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
    let ids = (0..<6).map { "id-\($0)" }
    let titles = ["Bridge to close", "Bridge\u{2019}s end", "Bridge's end", "BC-Bridge", "id-3"]
    let outlets = ["NPA", "npa", "Echo"]
    let kinds: [WireNotice.Kind] = [.kill, .hold, .release]
    var orders: [WaitingOrder] = []
    for number in 0..<400 {
      let names = Bool.random(using: &generator) ? [pick(titles + ids), pick(titles)] : []
      let notice = WireNotice(kinds.randomElement(using: &generator) ?? .kill, names: names)
      let order = WireOrder(
        notice: notice, id: pick(ids), identityIsGiven: Bool.random(using: &generator),
        outlet: pick(outlets), agency: Bool.random(using: &generator) ? "NPA" : nil,
        version: Bool.random(using: &generator) ? 2 : nil, keys: ["key:" + pick(ids)], note: nil)
      let digest = [UInt8]("\(number)".utf8).withUnsafeBytes { Digest.of($0) }
      orders.append(
        WaitingOrder(order: order, digest: digest, at: Instant(milliseconds: Int64(number))))
    }
    var index = OrderIndex(orders)
    for order in orders where order.at.milliseconds.isMultiple(of: 3) { index.remove(order.digest) }
    index.removeOldest(before: Instant(milliseconds: 40))
    let edge = Instant(milliseconds: 50)
    let left = orders.filter { !$0.at.milliseconds.isMultiple(of: 3) && $0.at >= edge }
    var found = 0
    for number in 0..<200 {
      var facts = WireFacts(format: "text")
      facts.agency = "NPA"
      facts.version = Bool.random(using: &generator) ? 1 : nil
      facts.slugline = pick(["bc-bridge", "Bridge to close", "weather"])
      let story = Story(
        id: pick(ids), outlet: Outlet(pick(outlets)), published: Instant(milliseconds: 60),
        title: pick(titles), text: "Text.", facts: facts)
      let keys = WireKeys(DeliveredStory(story, identityIsGiven: true))
      let stored = StoredStory(
        number: StoryNumber(Int64(number)), story: story,
        digest: [UInt8](story.id.utf8).withUnsafeBytes { Digest.of($0) }, version: 1,
        received: Instant(milliseconds: 70), group: GroupNumber(1))
      let expected = left.filter { $0.order.concerns(stored, keys, cameAt: $0.at) }
      #expect(index.concerning(stored, keys, since: edge) == expected)
      found += expected.count
    }
    #expect(found > 200)
    for release in orders.prefix(100).map(\.order) {
      let all = orders.filter { $0.at.milliseconds >= 40 && !$0.at.milliseconds.isMultiple(of: 3) }
      #expect(
        index.lifted(by: release) == all.filter { $0.order.isLifted(by: release) }.map(\.digest))
    }
  }
}
