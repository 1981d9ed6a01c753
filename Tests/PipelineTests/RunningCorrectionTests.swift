import Inbox
import Pipeline
import Store
import Stories
import TestSupport
import Testing

/// Corrections in a story that goes on under new leads.
@Suite("Corrections of running stories") struct RunningCorrectionTests {
  /// A fire, of which the second take brings a wrong figure.
  private enum Fire {
    static let details = [
      "Flames were first seen at six in a hall where tyres are stored, said a spokesman, Colm Dreyer.",
      "Schools in the neighbourhood kept their windows closed, and the harbour road was shut until noon.",
      "The warehouse belongs to the carrier Tarn & Voss, which has had two fires in the port since 2019.",
    ]
    static let first = take("A fire broke out in a warehouse in the port of Lerwick on Tuesday.")
    static let second = take(
      "Some 340 workers were brought to safety from a burning warehouse in the port of Lerwick on Tuesday."
    )
    static let third =
      #"(Corrects number of workers to 34, not 340.)\n\n"#
      + second.replacing("340", with: "34")
    static let difference = #""340" instead of "34""#

    static func take(_ lead: String) -> String { ([lead] + details).joined(separator: #"\n\n"#) }
  }

  private struct Desk {
    var wires = WireOrderTests.Desk()
    let ingest: Ingest<SystemFileDoor>

    init() throws { ingest = try wires.start() }

    mutating func agency(
      _ version: Int, _ text: String, title: String = "Fire in Lerwick", note: String? = nil
    ) throws {
      try drop(
        line(
          "n", "NPA", text, title: title, at: "2026-03-02T0\(version):00:00Z",
          more: #""agency": "NPA", "version": \#(version)"#
            + (note.map { #", "note": "\#($0)""# } ?? "")))
    }

    mutating func copy(
      _ outlet: String, _ text: String, hour: Int, title: String? = nil, more: String = ""
    ) throws {
      try drop(
        line(outlet, outlet, text, title: title, at: "2026-03-02T0\(hour):30:00Z", more: more))
    }

    private mutating func drop(_ line: String) throws {
      try wires.drop(line)
      ingest.settle()
    }

    func live() throws -> [String: [String]] {
      let reader = try wires.bench.reader()
      let group = try #require(try reader.stories(id: "n").first?.group)
      return try LiveList(reader).entries(of: group).reduce(into: [:]) {
        $0[$1.story.story.id] = $1.differences
      }
    }

    func carried() throws -> [String: Int64] {
      let reader = try wires.bench.reader()
      let group = try #require(try reader.stories(id: "n").first?.group)
      return try LiveList(reader).entries(of: group).reduce(into: [:]) {
        $0[$1.story.story.id] = $1.carries.value
      }
    }
  }

  @Test("a take that was right before the mistake came in is not corrected, nor are its copies")
  func earlierTake() throws {
    var desk = try Desk()
    try desk.agency(1, Fire.first)
    try desk.copy("whole", Fire.first, hour: 1)
    try desk.copy("cut", Fire.first.replacing(#"\n\n"# + Fire.details[2], with: ""), hour: 1)
    try desk.agency(2, Fire.second)
    try desk.copy("wrong", Fire.second, hour: 2)
    try desk.agency(3, Fire.third, title: "CORRECTED: Fire in Lerwick")
    #expect(try desk.wires.states() == ["n v2": .corrected])
    #expect(try desk.live() == ["wrong": [Fire.difference]])
  }

  @Test("an earlier take with the same mistake is corrected too")
  func sameMistake() throws {
    var desk = try Desk()
    try desk.agency(1, Fire.second)
    try desk.copy("early", Fire.second, hour: 1)
    try desk.agency(2, Fire.second.replacing("Flames", with: "Police said flames"))
    try desk.copy("late", Fire.second.replacing("Flames", with: "Police said flames"), hour: 2)
    try desk.agency(
      3, Fire.third.replacing("Flames", with: "Police said flames"),
      title: "CORRECTED: Fire in Lerwick")
    #expect(try desk.wires.states() == ["n v1": .corrected, "n v2": .corrected])
    #expect(try desk.live() == ["early": [Fire.difference], "late": [Fire.difference]])
    #expect(try desk.carried() == ["early": 1, "late": 3])
  }

  @Test(
    "a correction that comes with a new lead is looked for by the words that it quotes, above its text or in its note",
    arguments: [false, true])
  func newLead(isNote: Bool) throws {
    var desk = try Desk()
    let mistake =
      #"\n\nThe fire brigade sent 412 men, the most since the war, its chief Ina Brask said."#
    let lead =
      "Firemen in Lerwick had put out a fire in a warehouse in the port by Tuesday evening, they said."
    try desk.agency(1, Fire.first + mistake)
    try desk.copy("full", Fire.first + mistake, hour: 1)
    try desk.copy("without", Fire.first, hour: 1)
    try desk.copy("mended", Fire.first + mistake.replacing("412", with: "142"), hour: 1)
    let notice = "(Corrects number of men to 142, not 412.)"
    try desk.agency(
      2,
      (isNote ? "" : notice + #"\n\n"#) + Fire.take(lead) + mistake.replacing("412", with: "142"),
      title: "CORRECTED: Fire in Lerwick put out", note: isNote ? notice : nil)
    let live = try desk.live()
    #expect(live == ["full": [#""412" instead of "142""#]])
  }

  @Test("what is mended besides what the notice quotes is looked for too")
  func twoMistakes() throws {
    var desk = try Desk()
    let mistakes = #"\n\nThe mayor, Ina Brask, said that she would resign on Sunday over the fire."#
    try desk.agency(1, Fire.second + mistakes)
    try desk.copy("first", Fire.second, hour: 1)
    try desk.copy("second", Fire.second.replacing("340", with: "34") + mistakes, hour: 1)
    try desk.agency(
      2,
      #"(Corrects number of workers to 34, not 340; corrects what the mayor said.)\n\n"#
        + Fire.second.replacing("340", with: "34")
        + mistakes.replacing("would resign", with: "would not resign"),
      title: "CORRECTED: Fire in Lerwick")
    let live = try desk.live()
    #expect(live == ["first": [Fire.difference], "second": [#"without "not""#]])
  }

  @Test("what was mended and mended back is wrong in copies of what stood between alone")
  func takenBack() throws {
    var desk = try Desk()
    try desk.agency(1, Fire.second)
    try desk.copy("early", Fire.second, hour: 1)
    try desk.agency(2, Fire.third, title: "CORRECTED: Fire in Lerwick")
    try desk.copy("between", Fire.second.replacing("340", with: "34"), hour: 2)
    try desk.agency(
      3, #"(Corrects number of workers back to 340, not 34.)\n\n"# + Fire.second,
      title: "CORRECTED: Fire in Lerwick")
    let live = try desk.live()
    #expect(live == ["between": [#""34" instead of "340""#]])
  }

  @Test("a paper that takes down what no agency wrote speaks to all who have it")
  func ownStory() throws {
    var desk = try Desk()
    try desk.agency(1, Fire.first)
    let libel =
      #"\n\nThe owner set it himself to get the insurance money, a neighbour of his told this paper."#
    try desk.copy("calder", Fire.first + libel, hour: 2)
    try desk.copy("harrow", Fire.first + libel, hour: 3)
    try desk.copy("calder", "", hour: 4, more: #""status": "killed""#)
    let live = try desk.live()
    #expect(live.keys.contains("harrow"), "\(live)")
  }

  @Test(
    "what two corrections mended, one after the other, is missed in copies of the first version")
  func twoCorrections() throws {
    var desk = try Desk()
    try desk.agency(1, Fire.second)
    try desk.copy("oldest", Fire.second, hour: 1)
    try desk.agency(2, Fire.third, title: "CORRECTED: Fire in Lerwick")
    try desk.copy("newer", Fire.second.replacing("340", with: "34"), hour: 2)
    try desk.agency(
      3,
      #"(Corrects spelling of spokesman's name to Colm Dreier, not Dreyer.)\n\n"#
        + Fire.second.replacing("340", with: "34").replacing("Dreyer", with: "Dreier"),
      title: "CORRECTED: Fire in Lerwick")
    let name = #""Dreyer." instead of "Dreier.""#
    let live = try desk.live()
    #expect(live == ["oldest": [Fire.difference, name], "newer": [name]])
    let notes = try desk.wires.bench.reader().states().compactMap(\.note)
    #expect(
      notes.contains { $0.contains("not 340") } && notes.contains { $0.contains("not Dreyer") })
  }

  @Test("a headline that a correction is about is looked for in headlines")
  func headline() throws {
    var desk = try Desk()
    try desk.agency(1, Fire.first, title: "Ferry sinks in Lerwick sound")
    try desk.copy("same", Fire.first, hour: 1, title: "Ferry sinks in Lerwick sound")
    try desk.copy("own", Fire.first, hour: 1, title: "Passengers saved")
    try desk.agency(
      2, #"(Corrects headline to say the ferry ran aground.)\n\n"# + Fire.first,
      title: "CORRECTED: Ferry runs aground in Lerwick sound")
    #expect(try desk.live() == ["same": [#"in the headline: "sinks" instead of "runs aground""#]])
  }

  @Test("a paper that takes down its copy says nothing of the agency's story and of other papers")
  func paperWithdraws() throws {
    var desk = try Desk()
    try desk.agency(1, Fire.first)
    try desk.copy("alpha", Fire.first, hour: 1)
    try desk.copy("beta", Fire.first, hour: 1)
    try desk.copy("alpha", "", hour: 2, more: #""status": "killed""#)
    #expect(try desk.wires.states() == ["alpha v1": .killed])
    #expect(try desk.live().isEmpty)
    try desk.copy("late", Fire.first, hour: 3)
    #expect(try desk.live().isEmpty)
    #expect(try !desk.wires.kinds().contains("story.carries"))
  }
}
