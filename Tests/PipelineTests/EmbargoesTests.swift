import Stories
import Testing

@testable import NearDuplicates
@testable import Pipeline

@Suite("What may be told of groups under embargoes") struct EmbargoesTests {
  private let one = StoryNumber(1)
  private let two = StoryNumber(2)
  private let three = StoryNumber(3)
  private let first = GroupNumber(1)
  private let second = GroupNumber(2)

  /// What is heard of some changes, when groups hold these stories.
  private func heard(
    _ changes: [GroupChange], _ embargoes: inout Embargoes,
    now groups: [GroupNumber: [StoryNumber]]
  ) throws -> [GroupChange] {
    var placement = Placement(group: first)
    placement.changes = changes
    return try embargoes.audible(placement) { group, isMeant in
      groups[group, default: []].contains(where: isMeant)
    }
  }

  @Test("without embargoes everything is heard as it is, and nobody is asked who is where")
  func none() throws {
    var (embargoes, placement) = (Embargoes(), Placement(group: first))
    placement.changes = [.opened(group: first, story: one), .joined(group: first, story: two)]
    let heard = try embargoes.audible(placement) { _, _ in
      Issue.record("it asks who is in a group")
      return false
    }
    #expect(heard == placement.changes)
  }

  @Test("who joins a group that hidden stories opened is heard to open it, and the next to join it")
  func opened() throws {
    var embargoes = Embargoes([one: Instant(milliseconds: 9)])
    #expect(
      try heard([.opened(group: first, story: one)], &embargoes, now: [first: [one]]).isEmpty)
    #expect(
      try heard([.joined(group: first, story: two)], &embargoes, now: [first: [one, two]])
        == [.opened(group: first, story: two)])
    #expect(
      try heard([.joined(group: first, story: three)], &embargoes, now: [first: [one, two, three]])
        == [.joined(group: first, story: three)])
  }

  @Test("a group that all who may be told of leave is heard to go into the other")
  func left() throws {
    var embargoes = Embargoes([one: Instant(milliseconds: 9)])
    let split = GroupChange.split(from: first, into: second, stories: [two])
    #expect(
      try heard([split], &embargoes, now: [first: [one], second: [two]])
        == [.merged(from: [first], into: second)])
    // It is unheard of from now on: whoever comes into it opens it.
    #expect(
      try heard([.joined(group: first, story: three)], &embargoes, now: [first: [one, three]])
        == [.opened(group: first, story: three)])
  }

  @Test(
    "what is over is told in the order in which it came, and a released story is hidden no more")
  func over() {
    var embargoes = Embargoes([three: Instant(milliseconds: 5), one: Instant(milliseconds: 7)])
    embargoes.begin(two, until: Instant(milliseconds: 20))
    #expect(embargoes.next == Instant(milliseconds: 5))
    #expect(embargoes.over(at: Instant(milliseconds: 7)) == [one, three])
    embargoes.end(one)
    #expect(!embargoes.hide(one) && embargoes.hide(three))
  }
}
