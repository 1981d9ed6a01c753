import Testing

@testable import Pipeline

/// With the shipped table of words: without it every word is a strange one.
@Suite("Figures of several parts are told whole") struct JoinedFiguresTests {
  private let reader: CopyReader

  init() throws { reader = try .shipped() }

  private func changes(_ beginning: String, _ old: String, _ new: String) -> VersionChanges {
    reader.changes(beginning + old, beginning + new)
  }

  @Test(
    "a figure whose thousands are parted by spaces is one figure",
    arguments: ["\u{A0}", "\u{202F}", "\u{2009}"])
  func thousands(space: String) {
    for body in [Beginnings.english, Beginnings.french] {
      let told = changes(
        body, "31\(space)250 maisons, 1\(space)204\(space)700 euros et 480 granges.",
        "31\(space)480 maisons, 1\(space)204\(space)900 euros et 480 granges.")
      #expect(
        told.dropped.figures == ["31\(space)250", "1\(space)204\(space)700"], "\(told.dropped)")
      #expect(told.added.figures == ["31\(space)480", "1\(space)204\(space)900"], "\(told.added)")
      #expect(
        told.wordsChanged.map(\.after) == ["31 480", "1 204 900"], "\(told.wordsChanged)")
    }
  }

  @Test("in languages that part thousands so a plain space does too, and elsewhere none")
  func plainSpaces() {
    let (old, new) = ("Il y a 31 250 maisons ici.", "Il y a 31 480 maisons ici.")
    #expect(changes(Beginnings.french, old, new).added.figures == ["31 480"])
    let told = changes(
      Beginnings.english, "It is to open on May 12 250 years on.",
      "It is to open on May 12 300 years on."
    )
    #expect(told.added.figures == ["300"] && told.dropped.figures == ["250"], "\(told)")
  }

  @Test(
    "a figure that is parted otherwise, or not at all, is none that came or went",
    arguments: ["31 250", "31\u{202F}250", "31250", "31,250"])
  func written(figure: String) {
    for body in [Beginnings.english, Beginnings.french] {
      let told = changes(body, "31\u{A0}250 maisons ici.", "\(figure) maisons ici.")
      // English has no plain space in a figure, and the comma is another sign in French.
      let isAnother = figure == (body == Beginnings.english ? "31 250" : "31,250")
      guard !isAnother else { continue }
      #expect(told.added.figures.isEmpty && told.dropped.figures.isEmpty, "\(told)")
    }
  }
}
