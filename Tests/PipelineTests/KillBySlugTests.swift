import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("What a kill's slug names, and what it does not") struct KillBySlugTests {
  private static let texts = [
    Copy.one,
    "The council voted on Tuesday to plant four hundred limes along the ring road by May.",
    "A trawler ran aground off the northern cape at dawn, and all of its crew were brought ashore.",
  ]

  /// A story under a subject's slug.
  private func story(
    _ number: Int, at: String, text: Int? = nil, slug: String = "HARROW-POLITICS",
    party: String = "NPA"
  ) -> String {
    line(
      "s-\(number)", party, Self.texts[text ?? number] + " Item \(number).",
      title: "Headline number \(number)", at: at,
      more: #""agency": "\#(party)", "slug": "\#(slug)""#)
  }

  private func notice(_ text: String, title: String = "KILL NOTICE", more: String? = nil) -> String
  {
    line(
      "n-9", "NPA", text, title: title, at: "2026-03-02T09:00:00Z",
      more: more ?? #""agency": "NPA", "slug": "HARROW-POLITICS""#)
  }

  private func killed(_ files: [String]) throws -> [String] {
    try WireOrderTests.Desk.states(after: files).keys.sorted()
  }

  @Test(
    "a kill that quotes a headline leaves other stories under its slug in use, earlier and later")
  func quoted() throws {
    let text = #"Editors: kill the story \"Headline number 1\". The quotes were made up."#
    #expect(
      try killed([
        story(0, at: "2026-03-01T20:00:00Z"), story(1, at: "2026-03-02T08:00:00Z"), notice(text),
        story(2, at: "2026-03-02T08:30:00Z"),
      ]) == ["s-1 v1"])
    let unknown = #"Editors: kill the story \"Fog shuts the harbour\". The quotes were made up."#
    #expect(try killed([story(0, at: "2026-03-02T08:00:00Z"), notice(unknown)]).isEmpty)
  }

  @Test("a kill that names nothing but its slug is about all takes of the newest story under it")
  func takes() throws {
    let marked = "HARROW-POLITICS, 1st Ld-Writethru"
    #expect(
      try killed([
        story(0, at: "2026-02-26T08:00:00Z"),
        story(1, at: "2026-03-02T07:00:00Z"), story(2, at: "2026-03-02T08:00:00Z", slug: marked),
        notice("Editors: kill this story. A kill is mandatory."),
      ]) == ["s-1 v1", "s-2 v2"])
  }

  @Test("where several stories of a day bear the slug, and nothing else is named, none is killed")
  func ambiguous() throws {
    #expect(
      try killed([
        story(0, at: "2026-03-02T07:00:00Z"), story(1, at: "2026-03-02T08:00:00Z"),
        notice("Editors: kill this story. A kill is mandatory."),
      ]).isEmpty)
  }

  @Test("a kill by slug that waits is about what was made before it, within a day")
  func waiting() throws {
    let kill = notice("Editors: kill this story. A kill is mandatory.")
    // The desk's clock stands at 08:26:40 of the 2nd.
    for (at, isKilled) in [
      ("2026-03-02T08:00:00Z", true), ("2026-03-02T08:45:00Z", false),
      ("2026-02-28T08:00:00Z", false),
    ] {
      #expect(try killed([kill, story(1, at: at)]) == (isKilled ? ["s-1 v1"] : []))
    }
  }

  @Test("a kill that nobody is known to have given names no agency's stories by slug")
  func nobody() throws {
    let kill =
      #"{"id": "n-9", "text": "Editors: kill this story. A kill is mandatory.", "title": "KILL NOTICE", "#
      + #""slug": "HARROW-POLITICS"}"# + "\n"
    #expect(try killed([story(1, at: "2026-03-02T08:00:00Z"), kill]).isEmpty)
    #expect(try killed([kill, story(1, at: "2026-03-02T08:00:00Z")]).isEmpty)
  }

  @Test("a kill by slug leaves another agency's story in use")
  func otherParty() throws {
    #expect(
      try killed([
        story(1, at: "2026-03-02T08:00:00Z", party: "TNA"),
        notice("Editors: kill this story. A kill is mandatory."),
      ]).isEmpty)
  }
}
