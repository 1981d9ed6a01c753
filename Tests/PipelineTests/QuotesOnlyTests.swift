import NearDuplicates
import Pipeline
import Stories
import Testing
import Wire

/// Held by the plain rule, which decides what is only quotation as the trained one does.
@Suite("Quotes only") struct QuotesOnlyTests {
  private static let speech = """
    Calder Voss, who speaks for the harbour board, said: "We found eleven cracks in the second pier and four in \
    the third.

    "Nobody who has seen them would drive a tram across, and nobody will until the divers have been down again.

    "It will cost us the summer, and I would rather lose a summer than a tram full of people."
    """
  private static let narration = """
    The Corrin Bridge at Port Ansel carries nine tram lines and most of the bread that the east bank eats, and \
    when it shut on Monday evening without a warning the queues for the two ferries reached the fish market.
    """
  private static let baker = """
    Ines Calloway has sold loaves on Quay Street since she was nineteen, and has never seen it so quiet at noon. \
    Her nephew rows across at five with wet sleeves and a tin box of coins. She has bought a second oven on credit, \
    and painted the shutters a blue that can be seen from the far shore. Her neighbours sell rope, lamps and \
    secondhand boats; one of them keeps a list of everybody who has fallen in since autumn.
    """
  private static let mill = """
    Upstream the owners of three mills have begun to count days. Wagons of barley stand in a yard with nowhere to \
    go, and the insurers have answered one letter out of four. Hollis Vane, who keeps the books, thinks of sending \
    everything by rail to the coast, which costs twice as much and takes four days longer. The rail company says it \
    has eleven spare trucks, of which seven leak, and a driver who knows the old branch line by heart.
    """

  private func verdict(_ first: String, _ second: String) throws -> Verdict {
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let reader = CopyReader(signer: signer, boilerplate: nil)
    func story(_ id: String, _ text: String) -> ComparableStory {
      reader.comparable(DeliveredStory(Story(id: id, text: text), identityIsGiven: true))
    }
    return reader.compare(story("a", first), story("b", second), rule: RelationRule()).verdict
  }

  @Test(
    "three paragraphs of one speaker in two reports are quotes only, though each opens the marks anew"
  )
  func speechAlone() throws {
    let verdict = try verdict(
      Self.baker + "\n\n" + Self.speech, Self.mill + "\n\n" + Self.speech)
    #expect(verdict.relation == .partial)
    #expect(verdict.isQuotesOnly)
    // However much of the texts the speech is, it makes no group.
    #expect(verdict.strength < GroupKeeper.joinStrength)
  }

  @Test("two sentences of shared narration beside the same speech are no quotes only")
  func speechAndNarration() throws {
    let verdict = try verdict(
      Self.baker + "\n\n" + Self.speech + "\n\n" + Self.narration,
      Self.mill + "\n\n" + Self.narration + "\n\n" + Self.speech)
    #expect(verdict.relation == .partial)
    #expect(!verdict.isQuotesOnly)
  }

  @Test("shared narration without any speech is no quotes only")
  func narrationAlone() throws {
    let verdict = try verdict(
      Self.baker + "\n\n" + Self.narration, Self.mill + "\n\n" + Self.narration)
    #expect(verdict.relation == .partial)
    #expect(!verdict.isQuotesOnly)
  }
}
