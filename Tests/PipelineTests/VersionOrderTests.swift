import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Orders and corrections among versions") struct VersionOrderTests {
  private func version(_ number: Int, _ text: String, _ more: String = "") -> String {
    line(
      "s-1", "NPA", text, title: "Bridge to close", at: "2026-03-02T0\(number):00:00Z",
      more: #""agency": "NPA", "version": \#(number)"# + more)
  }

  private func order(_ status: String, _ number: Int) -> String {
    version(number, "", #", "status": "\#(status)", "note": "see later""#)
  }

  private var first: String { version(1, Copy.one) }
  private var second: String { version(2, Copy.one + " The board meets again on Friday.") }
  private var correction: String { version(2, Copy.mended, #", "note": "CORRECTS the weeks""#) }

  /// What the store says of states after some files, which must be what the events say.
  private func states(
    _ files: [String], in desk: inout WireOrderTests.Desk
  ) throws -> [String: StoryState.Kind] {
    let ingest = try desk.start()
    try desk.take(files, by: ingest)
    let reader = try desk.bench.reader()
    var heard: [Int64: String] = [:]
    for event in try reader.events(after: 0, limit: .max) {
      let fields = EventFieldsRead(event.draft.body)
      switch event.draft.kind {
      case "story.released":
        if event.draft.body.contains(#""reason":"hold""#) {
          for story in fields.stories { heard[story] = nil }
        }
      case "story.killed", "story.held", "story.corrected":
        for story in fields.stories { heard[story] = String(event.draft.kind.dropFirst(6)) }
      default: break
      }
    }
    let stored = try reader.states().map { ($0.story.value, $0.kind.rawValue) }
    #expect(heard == Dictionary(uniqueKeysWithValues: stored))
    return try desk.states()
  }

  private func states(_ files: [String]) throws -> [String: StoryState.Kind] {
    var desk = WireOrderTests.Desk()
    return try states(files, in: &desk)
  }

  @Test("a kill that comes with a later version is a kill, and no hold is told to end by it")
  func killed() throws {
    let rest = [order("killed", 1), second]
    let held = [first, order("held", 1)]
    #expect(try states(held + rest) == ["s-1 v1": .killed])
    #expect(try states(held + [rest.joined()]) == ["s-1 v1": .killed])
  }

  @Test("a usable version ends a hold, whether both come in one file or one after the other")
  func held() throws {
    #expect(try states([first, order("held", 1), second]) == [:])
    #expect(try states([first, order("held", 1) + second]) == [:])
    #expect(try states([first + order("held", 1) + second]) == [:])
  }

  @Test("a hold is on all versions up to its own, also on those that come late or after it")
  func allUpTo() throws {
    let both: [String: StoryState.Kind] = ["s-1 v1": .held, "s-1 v2": .held]
    #expect(try states([second, order("held", 2), first]) == both)
    #expect(try states([order("held", 2), first, second]) == both)
    #expect(try states([order("held", 2), second, first]) == both)
    #expect(try states([order("held", 2) + second + first]) == both)
    let third = version(3, Copy.one + " The ferry sails at noon.")
    #expect(try states([second, order("held", 2), first, third]) == [:])
    #expect(try states([second, order("held", 2), third, first]) == [:])
    var desk = WireOrderTests.Desk()
    #expect(try states([second, order("held", 2)], in: &desk) == ["s-1 v2": .held])
    #expect(try states([first], in: &desk) == both, "after a restart too")
  }

  @Test("a hold that is over leaves a corrected version corrected, and it is told again")
  func corrected() throws {
    let release = line(
      "n-1", "NPA", #"Editors: the story \"Bridge to close\" may now be used."#,
      title: "HOLD LIFTED: Bridge to close")
    let before = [first, correction, order("held", 2)]
    #expect(try states(before) == ["s-1 v1": .held, "s-1 v2": .held])
    #expect(try states(before + [release]) == ["s-1 v1": .corrected])
    let third = version(3, Copy.mended + " The ferry sails at noon.")
    #expect(try states(before + [third]) == ["s-1 v1": .corrected])
  }

  @Test("a version that comes after its correction is corrected, and who carries it is told")
  func late() throws {
    for files in [
      [first, line("h", "harrow", Copy.one), correction],
      [line("h", "harrow", Copy.one), correction, first],
      [line("h", "harrow", Copy.one) + correction + first],
    ] {
      var desk = WireOrderTests.Desk()
      #expect(try states(files, in: &desk) == ["s-1 v1": .corrected])
      let reader = try desk.bench.reader()
      let told = try reader.events(after: 0, limit: .max).filter {
        $0.draft.kind == "story.corrected"
      }
      let fields = try told.map { try EventFields($0) }
      let harrow = try reader.stories(id: "h").map(\.number.value)
      #expect(fields.map(\.version) == [2], "the event is about the correction")
      #expect(fields.map(\.live) == [harrow])
    }
  }

  @Test("an order on stories of two groups names who carries either")
  func twoGroups() throws {
    let other =
      "Snow falls on the northern isles until noon and the ferries stay in port, the weather office said today."
    var desk = WireOrderTests.Desk()
    let kill = line(
      "n-1", "NPA",
      #"Editors: please kill the stories \"Bridge to close\" and \"Snow on the isles\"."#,
      title: "KILL: two stories")
    let stories =
      line("a", "NPA", Copy.one, title: "Bridge to close")
      + line("b", "NPA", other, title: "Snow on the isles")
      + line("h", "harrow", Copy.one, title: "The bridge")
      + line("f", "fennick", other, title: "The snow")
    #expect(try states([stories, kill], in: &desk) == ["a v1": .killed, "b v1": .killed])
    let reader = try desk.bench.reader()
    let told = try reader.events(after: 0, limit: .max).last { $0.draft.kind == "story.killed" }
    let live = try ["h", "f"].flatMap { try reader.stories(id: $0).map(\.number.value) }
    #expect(try told.map { try EventFields($0).live } == live)
  }

  @Test("a correction and what it corrects whose embargo ends together name who carries it")
  func embargo() throws {
    var desk = WireOrderTests.Desk()
    let hidden = #", "embargoed": "2026-03-02T20:00:00Z""#
    let files = [
      version(1, Copy.one, hidden), line("h", "harrow", Copy.one),
      version(2, Copy.mended, hidden + #", "note": "CORRECTS the weeks""#),
    ]
    #expect(try states(files, in: &desk) == [:])
    desk.clock.advance(by: Instant.day)
    try desk.start().settle()
    #expect(try states([], in: &desk) == ["s-1 v1": .corrected])
    let reader = try desk.bench.reader()
    let told = try reader.events(after: 0, limit: .max).filter {
      $0.draft.kind == "story.corrected"
    }
    #expect(try told.map { try EventFields($0).live } == [[2]])
    #expect(try told.map { try EventFields($0).version } == [2])
  }
}
