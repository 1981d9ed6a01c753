import Foundation
import TestSupport
import Testing
import Text
import Training

/// The shipped model on real stories, where the labelled corpora are at hand.
@Suite struct ModelCorpusTests {
  static let isThere: Bool = {
    if Tier.corpora == nil {
      FileHandle.standardError.write(Data("skipped: COPYTASTER_CORPORA is not set\n".utf8))
    }
    return Tier.corpora != nil
  }()

  private struct Row: Decodable {
    struct Line: Decodable {
      let text: String
      let label: String
    }
    let id: String
    let lines: [Line]
  }

  private func tally(_ set: String) throws -> CharacterTally {
    let folder = try #require(Tier.corpora)
    let file = try String(contentsOfFile: "\(folder)/\(set)/lines.jsonl", encoding: .utf8)
    let stories = try file.split(separator: "\n").map { line in
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      let parts = row.lines.map { line in
        LabelledPart(
          line.text,
          line.label == "news" ? .news : line.label == "furniture" ? .boilerplate : .neutral)
      }
      return LabelledStory(id: row.id, host: row.id, parts: parts)
    }
    return try BoilerplateJudge(Tokeniser()).tally(ShippedModel.load(), stories)
  }

  @Test("of the seed stories all boilerplate is marked and no news", .enabled(if: isThere))
  func seeds() throws {
    let tally = try tally("seeds")
    #expect(tally.recall == 1 && tally.lost == 0, "\(tally)")
  }

  @Test("of real stories little news is lost, and most boilerplate found", .enabled(if: isThere))
  func reuse() throws {
    let tally = try tally("modern-reuse")
    #expect(tally.newsLost < 0.005 && tally.precision > 0.92 && tally.recall > 0.62, "\(tally)")
  }
}
