import NearDuplicates
import Pipeline
import Stories
import Testing
import Wire

/// A story in each of eleven languages, as an agency might send it and as an outlet might run it.
@Suite struct LanguageTests {
  struct Copy: Sendable, CustomTestStringConvertible {
    let language: String
    let agency: String
    let outlet: String
    var testDescription: String { language }
  }

  private func relation(_ first: String, _ second: String) throws -> PairReport {
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let reader = CopyReader(signer: signer, boilerplate: nil)
    func story(_ id: String, _ text: String) -> ComparableStory {
      reader.comparable(DeliveredStory(Story(id: id, text: text), identityIsGiven: true))
    }
    return reader.compare(story("a", first), story("b", second), rule: RelationRule())
  }

  @Test("an outlet's edit is a version of the agency's copy", arguments: LanguageTests.copies)
  func version(_ copy: Copy) throws {
    let report = try relation(copy.agency, copy.outlet)
    #expect(report.verdict.relation.isSame, "\(report.evidence.likeness)")
    #expect(report.shareOfSecond > 0.6)
  }

  @Test("they fall into one group each, and no two languages into one")
  func groups() throws {
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let reader = CopyReader(signer: signer, boilerplate: nil)
    let batch = Batch(reader: reader, plan: BandPlan(bands: 64, rows: 2), rule: RelationRule())
    for copy in LanguageTests.copies {
      for (who, text) in [("agency", copy.agency), ("outlet", copy.outlet)] {
        batch.add(
          DeliveredStory(Story(id: "\(copy.language) \(who)", text: text), identityIsGiven: true))
      }
    }
    let groups = Set(batch.groups().map { Set($0.map { batch.entries[$0].id }) })
    #expect(
      groups
        == Set(LanguageTests.copies.map { ["\($0.language) agency", "\($0.language) outlet"] }))
  }
}
