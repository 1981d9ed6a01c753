import Stories
import Testing

@testable import Wire

/// Two questions over one vocabulary: what readers make a signal of, and what is asked of the story.
@Suite("The words of corrections") struct CorrectionVocabularyTests {
  private func story(title: String) throws -> Story {
    let line = "{\"id\": \"1\", \"title\": \"\(title)\", \"text\": \"The bridge will close.\"}"
    return try #require(outcomes(line).stories.first?.story)
  }

  @Test(
    "each label is a signal to readers in capitals before a colon",
    arguments: CorrectionVocabulary.labels.union(CorrectionVocabulary.labelsInCapitals).sorted())
  func labels(label: String) throws {
    let story = try story(title: "\(label.uppercased()): Bridge to close")
    #expect(story.facts?.signals == [.correction])
  }

  @Test(
    "what announces a correction otherwise is told to those who ask and leaves the story without facts, on which its digest depends",
    arguments: [
      "CORRECTED: Bridge to close", "Korrektur: Brücke zu", "Bridge to close (corrected)",
      "Rectificatif : le pont ferme", "RÄTTELSE: Bron stängs", "CORRECTED Bridge to close",
      "Corrects number of lanes", "Correzione: il ponte chiude",
    ])
  func asked(title: String) throws {
    let story = try story(title: title)
    #expect(story.facts == nil && CorrectionWords.are(in: story))
  }

  @Test("a story without any of them is no correction")
  func none() throws {
    #expect(try !CorrectionWords.are(in: story(title: "Minister corrects the record")))
  }

  @Test("no label is among the words that are asked otherwise, so that each is told once")
  func apart() {
    let labels = CorrectionVocabulary.labels.union(CorrectionVocabulary.labelsInCapitals)
    let both = labels.filter { label in
      label.split(separator: " ").allSatisfy { CorrectionVocabulary.announces(String($0)) }
    }
    #expect(both.isEmpty, "\(both)")
  }
}
