import NearDuplicates
import Pipeline
import Stories
import Testing
import Wire

@Suite("Texts that say something twice") struct RepeatedPartsTests {
  private static let speech =
    "\"We are doing the work of three people on every shift, and nobody upstairs is listening to us any more,\""
  private static let speaker =
    " said ward sister Hanne Dorn, who has worked at the hospital by the old harbour since 2009."
  private static let brief =
    "Nurses at Saltmere General voted on Friday to strike for two days next month, after talks over staffing broke down."
  private static let report =
    "The corridors smell of bleach and toast. On the fourth floor, where the paint is peeling, patience has run out, and a rota hangs on the wall with nine names crossed out in green."

  private func features(_ first: String, _ second: String) throws -> PairFeatures {
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let reader = CopyReader(signer: signer, boilerplate: nil)
    func story(_ id: String, _ text: String) -> ComparableStory {
      reader.comparable(DeliveredStory(Story(id: id, text: text), identityIsGiven: true))
    }
    return reader.evidence(story("a", first), story("b", second)).features
  }

  private func text(_ parts: String...) -> String { parts.joined(separator: "\n\n") }

  @Test("no share is more than all, whichever text repeats a paragraph")
  func shares() throws {
    let once = text(Self.brief, Self.speech + Self.speaker)
    let twice = text(Self.brief, Self.speech + Self.speaker, Self.speech + Self.speaker)
    for features in [try features(once, twice), try features(twice, once)] {
      for name in [
        PairFeatures.Name.shareMost, .weightedMost, .containment, .resemblance, .exactMost,
        .exactLeast, .agreement, .quoted,
      ] {
        #expect(features[name] <= 1, "\(name)")
      }
      #expect(features[.resemblance] < 1 && features[.exactLeast] < 1)
    }
  }

  @Test("a quotation that one text says twice hides no narration beside it")
  func pullQuote() throws {
    let once = text(Self.brief, Self.speech + Self.speaker)
    let (plain, pulled) = (
      text(Self.report, Self.speech + Self.speaker),
      text(Self.report, Self.speech + Self.speaker, Self.speech)
    )
    let narration = try features(once, plain).words(.narration).rounded()
    #expect(narration > 12)
    #expect(try features(once, pulled).words(.narration).rounded() == narration)
    #expect(try features(pulled, once).words(.narration).rounded() == narration)
  }
}
