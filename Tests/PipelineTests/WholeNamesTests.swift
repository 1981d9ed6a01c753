import Testing

@testable import Pipeline

/// With the shipped table of words: without it every word is a strange one.
@Suite("Names of several parts are told whole") struct WholeNamesTests {
  private let reader: CopyReader

  init() throws { reader = try .shipped() }

  private func changes(_ beginning: String, _ old: String, _ new: String) -> VersionChanges {
    reader.changes(beginning + old, beginning + new)
  }

  @Test(
    "a name goes on over hyphens, and over the small words of noble and foreign names",
    arguments: [
      "Mary Smith-Jones", "Jean-Luc Vernoux", "Ursula von der Leyden", "Charles de Gavre",
      "Rosa da Silveira", "Stratford-upon-Marle", "Anna van den Berghe", "Saint\u{2010}Quirin",
    ])
  func names(name: String) {
    let (old, new) = (
      "A delay was asked for by the board at noon.",
      "A delay was asked for by \(name) and the board at noon."
    )
    #expect(changes(Beginnings.english, old, new).added.names == [name])
    #expect(changes(Beginnings.english, new, old).dropped.names == [name])
  }

  @Test("a hyphen ties a first name at a sentence's start to the rest of it")
  func sentenceStart() {
    let told = changes(
      Beginnings.english, "It was late.", "It was late. Jean-Luc Vernoux had asked for a delay.")
    #expect(told.added.names == ["Jean-Luc Vernoux"])
  }

  @Test("small words make one name of two only where names stand on both sides")
  func smallWords() {
    let told = changes(
      Beginnings.english, "It said so.",
      "It said so to Hilda Vossen, van drivers of Tarnford and de facto Leyden.")
    #expect(told.added.names == ["Hilda Vossen", "Tarnford", "Leyden"], "\(told.added.names)")
    // The small word is nobody's own.
    let other = changes(
      Beginnings.english, "It said so to Ursula Leyden.", "It said so to Ursula von Leyden.")
    #expect(other.added.names.isEmpty && other.dropped.names.isEmpty, "\(other)")
  }
}
