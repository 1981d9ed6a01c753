import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Corrections of plain stories") struct PlainCorrectionTests {
  private func states(
    title: String = "Smokehouse to shut", opening: String = "", asText: Bool = false
  ) throws -> (states: [String: StoryState.Kind], live: [String]) {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    func drop(_ id: String, _ outlet: String, _ title: String, _ text: String) throws {
      guard asText else { return try desk.drop(line(id, outlet, text, title: title)) }
      let text = text.replacing(#"\n"#, with: "\n")
      try desk.drop(
        "id: \(id)\npublished: 2026-03-02T08:00:00Z\ntitle: \(title)\n\n\(text)\n", to: "\(outlet)/"
      )
    }
    try drop("n", "npa", "Smokehouse to shut", Smokehouse.wrong)
    try drop("h", "harrow", "Smokehouse to shut", Smokehouse.wrong)
    ingest.settle()
    try drop("n", "npa", title, opening + Smokehouse.mended)
    ingest.settle()
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "n").first?.group)
    return (try desk.states(), try LiveList(reader).entries(of: group).map(\.story.story.id))
  }

  @Test(
    "a headline that is marked corrects the story before it",
    arguments: [
      "CORRECTED: Smokehouse to shut", "CORRECTED-Smokehouse to shut",
      "Smokehouse to shut - CORRECTION",
      "CORRECTED Smokehouse to shut", "CORRECTED SMOKEHOUSE TO SHUT",
      "Smokehouse to shut (corrected)",
      "Korrektur: Smokehouse to shut",
      "URGENT: CORRECTION: Smokehouse to shut",
    ], [false, true])
  func headline(title: String, asText: Bool) throws {
    let found = try states(title: title, asText: asText)
    #expect(found.states == ["n v1": .corrected] && found.live == ["h"])
  }

  @Test(
    "a first line that is a notice corrects the story before it",
    arguments: [
      #"(Corrects number of workers.)\n\n"#, "(Corrects number of workers.) ",
      #"CORRECTION: The number of workers is 64.\n\n"#, #"Eds: Corrects number of workers.\n\n"#,
      #"This story has been corrected to show that 64 people work there.\n\n"#,
    ], [false, true])
  func firstLine(opening: String, asText: Bool) throws {
    let found = try states(opening: opening, asText: asText)
    #expect(found.states == ["n v1": .corrected] && found.live == ["h"])
  }

  @Test(
    "a story that says such words of something else corrects nothing",
    arguments: [
      ("Corrections officer at the smokehouse", ""), ("Minister corrects course on smokehouse", ""),
      ("Smokehouse to shut", #"Correct answers were given by nobody.\n\n"#),
      ("Smokehouse to shut", #"Correctional officers said so: they saw it.\n\n"#),
      ("Smokehouse to shut", #"Corrected for inflation, losses doubled.\n\n"#),
      ("Smokehouse to shut", #"(Correction officers were there.)\n\n"#),
      ("Correct: smokehouse to shut", ""), ("CORRECTED FOR INFLATION, SMOKEHOUSE LOSES", ""),
      ("Smokehouse to shut", #"Correcting the record, the owner said so.\n\n"#),
    ])
  func news(title: String, opening: String) throws {
    let found = try states(title: title, opening: opening)
    #expect(found.states.isEmpty && found.live.isEmpty)
  }
}
