import Foundation
import Models
import NearDuplicates
import Pipeline
import Stories
import TestSupport
import Testing
import Text
import Wire

/// Real copy, where the labelled corpora are at hand.
@Suite struct CorpusTests {
  static let isThere: Bool = {
    if Tier.corpora == nil {
      FileHandle.standardError.write(Data("skipped: COPYTASTER_CORPORA is not set\n".utf8))
    }
    return Tier.corpora != nil
  }()

  private func batch(_ path: String) throws -> Batch {
    let models =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "models").path + "/"
    let signer = try Signer(
      shingler: Shingler(), sketch: FastSimilaritySketch(),
      rarity: RarityFile(path: models + RarityFile.name).load(tokeniser: Tokeniser.version))
    let plan = try #require(BandPlan(recall: 0.95, at: 0.35, registers: 128))
    let boilerplate = try BoilerplateModelFile(path: models + BoilerplateModelFile.name)
      .load(tokeniser: Tokeniser.version)
    let relation = try RelationModelFile(path: models + RelationModelFile.name).load()
    let batch = Batch(
      reader: CopyReader(signer: signer, boilerplate: boilerplate), plan: plan,
      rule: RelationRule(model: relation))
    let folder = try #require(Tier.corpora)
    let files =
      path.hasSuffix("jsonl")
      ? [path]
      : try FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)
        .filter { $0.hasSuffix(".txt") }.map { path + "/" + $0 }
    for file in files {
      let bytes = try Data(contentsOf: URL(filePath: folder + "/" + file))
      bytes.withUnsafeBytes { buffer in
        Readers().read(buffer, of: Delivery(name: file)) { outcome in
          if case .story(let story) = outcome {
            batch.add(story)
          } else {
            Issue.record("refused: \(outcome)")
          }
        }
      }
    }
    return batch
  }

  @Test("no two of the seed stories are one copy", .enabled(if: isThere))
  func seeds() throws {
    let batch = try batch("seeds")
    #expect(batch.entries.count == 5 && batch.groups().count == 5)
  }

  @Test(
    "every story of the Reuters set is grouped, far better than a containment rule could",
    .enabled(if: isThere))
  func reuters() throws {
    struct Pair: Decodable {
      let a: String
      let b: String
      let label: String
    }
    let batch = try batch("reuters-versions/stories.jsonl")
    #expect(batch.entries.count == 3730)
    var group: [String: Int] = [:]
    for (number, positions) in batch.groups().enumerated() {
      for position in positions { group[batch.entries[position].id] = number }
    }
    let folder = try #require(Tier.corpora)
    let lines = try String(
      contentsOfFile: folder + "/reuters-versions/pairs.jsonl", encoding: .utf8)
    let pairs = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Pair.self, from: Data($0.utf8))
    }
    let said = pairs.filter { group[$0.a] == group[$0.b] }
    let right = said.count { $0.label == "same" }
    let precision = Double(right) / Double(said.count)
    let recall = Double(right) / Double(pairs.count { $0.label == "same" })
    // The shipped model was trained on these pairs: this catches a road gone wrong, it judges no model.
    #expect(precision > 0.9 && recall > 0.85, "precision \(precision), recall \(recall)")
  }
}
