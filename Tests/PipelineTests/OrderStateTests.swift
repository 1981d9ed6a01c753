import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("What becomes of a story under several orders") struct OrderStateTests {
  private func order(_ label: String, _ text: String, _ id: String) -> String {
    line(id, "NPA", text, title: "\(label): notice")
  }

  private func kill(_ name: String, _ id: String = "k") -> String {
    order("KILL", #"Editors: please kill the story \"\#(name)\"."#, id)
  }

  private func hold(_ name: String, _ id: String = "h") -> String {
    order("HOLD", #"Editors: please hold the story \"\#(name)\"."#, id)
  }

  private func release(_ name: String, _ id: String = "r") -> String {
    order("RELEASE", #"Editors: the story \"\#(name)\" may now be used."#, id)
  }

  private let story = line("npa-1", "NPA", Copy.one, title: "Bridge to close")

  /// The states after some files, one after the other.
  private func states(_ files: [String]) throws -> [String: StoryState.Kind] {
    try WireOrderTests.Desk.states(after: files)
  }

  @Test("what is killed stays killed, whatever is held and released after it")
  func killed() throws {
    let name = "Bridge to close"
    for orders in [
      [kill(name), release(name)], [kill(name), hold(name)],
      [kill(name), hold(name), release(name)],
      [hold(name), kill(name), release(name)],
    ] {
      #expect(try states([story] + orders) == ["npa-1 v1": .killed])
    }
    #expect(try states([story, hold(name)]) == ["npa-1 v1": .held])
    #expect(try states([story, hold(name), release(name)]) == [:])
  }

  @Test("a release frees what is held and leaves a correction told")
  func corrected() throws {
    let mended = line(
      "npa-1", "NPA", Copy.mended, title: "Bridge to close",
      more: #""note": "CORRECTION: twelve weeks, not eleven.""#)
    let name = "Bridge to close"
    #expect(try states([story, mended]) == ["npa-1 v1": .corrected])
    #expect(try states([story, mended, release(name)]) == ["npa-1 v1": .corrected])
    #expect(try states([story, hold(name), mended]) == ["npa-1 v1": .corrected])
  }

  @Test("an order that came first is about the story that comes next, and about no later one")
  func first() throws {
    let name = "Weather forecast"
    let days = (1...3).map {
      line(
        "w-\($0)", "NPA", "Day \($0). " + Copy.sentences("\($0) and more"), title: name,
        at: "2026-03-0\($0)T06:00:00Z")
    }
    #expect(try states([kill(name)] + days) == ["w-1 v1": .killed])
    #expect(try states([kill(name), days.joined()]) == ["w-1 v1": .killed])
    #expect(try states([hold(name), release(name)] + days) == [:])
  }

  @Test("of stories under one headline a kill is about the newest, and about its copies")
  func newest() throws {
    let name = "Weather forecast"
    let texts = [
      "Snow falls on the northern isles until noon and the ferries stay in port, the weather office said today.",
      "Mild air from the south brings rain to the valleys and fog to the coast, the weather office said at dawn.",
    ]
    let days = texts.enumerated().map {
      line("w-\($0)", "NPA", $1, title: name, at: "2026-03-0\($0 + 1)T06:00:00Z")
    }
    #expect(try states(days + [kill(name)]) == ["w-1 v1": .killed])
    let again = line("w-9", "NPA", texts[1], title: name, at: "2026-03-02T07:00:00Z")
    #expect(try states(days + [again, kill(name)]) == ["w-1 v1": .killed, "w-9 v1": .killed])
  }

  @Test("a headline is found under either kind of apostrophe")
  func apostrophes() throws {
    let story = line("npa-1", "NPA", Copy.one, title: "Board’s bridge to close")
    #expect(try states([story, kill("Board's bridge to close")]) == ["npa-1 v1": .killed])
    #expect(try states([kill("Board's bridge to close"), story]) == ["npa-1 v1": .killed])
    let newer = line(
      "npa-2", "NPA", "Snow falls on the northern isles until noon and no ferry sails before dusk.",
      title: "Board's bridge to close", at: "2026-03-02T09:00:00Z")
    #expect(try states([story, newer, kill("Board's bridge to close")]) == ["npa-2 v1": .killed])
  }
}
