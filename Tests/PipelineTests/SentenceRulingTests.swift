import NearDuplicates
import Pipeline
import Store
import Stories
import Testing
import Text

/// Rulings on one sentence of a line, in scripts that end sentences with signs of their own.
@Suite struct SentenceRulingTests {
  @Test(
    "a ruling on a sentence holds within a line, whichever sign the script ends sentences with",
    arguments: [
      ("पुल मंगलवार को बंद हुआ।", "शाम की तस्वीर हमारी सेवा से।"),
      ("پل منگل کو بند ہوا۔", "شام کی تصویر ہمارے شعبے سے۔"),
      ("هل أغلق الجسر؟", "هذه خدمة المساء من الوادي."),
      ("橋は火曜に閉じた！", "夕方の写真は弊社より。"), ("The bridge shut on Tuesday.", "This is our evening service."),
    ])
  func holds(_ news: String, _ furniture: String) throws {
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let reader = CopyReader(signer: signer, boilerplate: nil)
    let text = "\(news) \(furniture) \(news)"
    let key = try #require(Segmenter().whole(furniture, tokens: signer.tokens(of: furniture))).key
    let ruling = BoilerplateRuling(
      segment: key, outlet: nil, answer: .confirmed, kind: .other, text: furniture, person: "mk",
      at: Instant(milliseconds: 1_772_500_000_000))
    reader.adopt([StoredRuling(sequence: 1, ruling: ruling)])
    let first = signer.tokens(of: news).count
    let marked = reader.boilerplate(reader.read(text, outlet: nil))
    #expect(marked == [first..<first + signer.tokens(of: furniture).count])
  }
}
