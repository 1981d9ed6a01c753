import NearDuplicates
import Stories
import Testing

@testable import Training

@Suite("Two reports that quote one speaker")
struct PairEvidenceTests {
  /// Two texts of which so much is shared, and of that so much is speech, with so many words of narration in longer runs.
  private func evidence(share: Float, quoted: Float, narration: Int) -> PairEvidence {
    var features = PairFeatures(
      values: [Float](repeating: 0, count: PairFeatures.Name.allCases.count))
    (features[.shareMost], features[.shareLeast], features[.quoted]) = (1, share, quoted)
    var evidence = PairEvidence(
      features: features, likeness: Likeness(first: 100, second: 100, shared: 40))
    evidence.narration = narration
    return evidence
  }

  @Test("speech and a sentence beside it are two reports")
  func reports() {
    #expect(evidence(share: 0.4, quoted: 0.9, narration: 0).isOfTwoReports)
    #expect(evidence(share: 0.79, quoted: 0.5, narration: 24).isOfTwoReports)
  }

  @Test("a story that is nearly all shared is none, however much of it is speech")
  func whole() {
    #expect(!evidence(share: 0.8, quoted: 1, narration: 0).isOfTwoReports)
  }

  @Test("narration that is more than a sentence makes one copy possible, and so does little speech")
  func narration() {
    #expect(!evidence(share: 0.4, quoted: 0.9, narration: 25).isOfTwoReports)
    #expect(!evidence(share: 0.4, quoted: 0.49, narration: 0).isOfTwoReports)
  }
}
