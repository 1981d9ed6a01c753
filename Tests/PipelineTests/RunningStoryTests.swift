import NearDuplicates
import Stories
import TestSupport
import Testing
import Wire

@testable import Pipeline

@Suite struct RunningStoryTests {
  @Test("takes of a running story under one new lead after another are one group and all news")
  func takes() throws {
    var random = SeededGenerator(seed: 5)
    func words(_ count: Int) -> String {
      (0..<count).map { _ in "word\(Int.random(in: 0..<9000, using: &random))" }
        .joined(separator: " ") + "."
    }
    let background = (0..<5).map { _ in words(30) }.joined(separator: "\n\n")
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let batch = Batch(
      reader: CopyReader(signer: signer, boilerplate: nil), plan: BandPlan(bands: 32, rows: 2),
      rule: RelationRule(), keepsReadings: true)
    for take in 0..<6 {
      let story = Story(
        id: "take-\(take)", outlet: Outlet("npa"),
        published: Instant(milliseconds: Int64(take) * 4 * Instant.hour), title: nil,
        text: words(45) + "\n\n" + background)
      batch.add(DeliveredStory(story, identityIsGiven: false))
    }
    #expect(batch.groups().map(\.count) == [6])
    #expect((0..<6).allSatisfy { batch.boilerplate(of: $0).isEmpty })
  }
}
