import Foundation
import Models
import Pipeline
import Stories
import TestSupport
import Testing
import Text
import Wire

@testable import NearDuplicates

/// Passages of real copy, taken from one story into another that has nothing to do with it.
@Suite struct PassageRecallTests {
  private struct Line: Decodable { let text: String }

  private func copies() throws -> [NearDuplicates.Copy] {
    let folder = try #require(Tier.corpora)
    let models = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "models").path
    let rarity = try RarityFile(path: models + "/" + RarityFile.name)
      .load(tokeniser: Tokeniser.version)
    let reader = CopyReader(
      signer: try Signer(shingler: Shingler(), sketch: FastSimilaritySketch(), rarity: rarity),
      boilerplate: nil)
    return try ["reuters-versions", "modern-reuse"].flatMap { set in
      try String(contentsOfFile: "\(folder)/\(set)/stories.jsonl", encoding: .utf8)
        .split(separator: "\n").map {
          let text = try JSONDecoder().decode(Line.self, from: Data($0.utf8)).text
          return reader.copy(reader.read(text, outlet: nil))
        }
    }
  }

  private func planted(
    _ passage: Range<Int>, of source: NearDuplicates.Copy, in text: NearDuplicates.Copy,
    at place: Int
  ) -> NearDuplicates.Copy {
    func spliced<Element>(_ own: [Element], _ taken: [Element]) -> [Element] {
      Array(own[..<place]) + taken[passage] + own[place...]
    }
    return NearDuplicates.Copy(
      keys: spliced(text.keys, source.keys), weights: spliced(text.weights, source.weights),
      traits: spliced(text.traits, source.traits))
  }

  @Test(
    "of real passages of twelve words nine in ten leave a print in both stories, of twenty-five all but one in a hundred",
    .enabled(if: CorpusTests.isThere), arguments: [(12, 0.9), (25, 0.99)])
  func recall(length: Int, atLeast wanted: Double) throws {
    var random = SeededGenerator(seed: 25)
    let texts = try copies().filter { $0.count >= length + 20 }
    let rounds = 3000
    var (found, sampled) = (0, 0)
    for _ in 0..<rounds {
      let (one, other) = (
        texts[Int.random(in: texts.indices, using: &random)],
        texts[Int.random(in: texts.indices, using: &random)]
      )
      let start = Int.random(in: 0...one.count - length, using: &random)
      let two = planted(
        start..<start + length, of: one, in: other,
        at: Int.random(in: 0...other.count, using: &random))
      let prints = [one, two].map { $0.withView { Set(PassagePrinter().prints(of: $0)) } }
      if !prints[0].isDisjoint(with: prints[1]) { found += 1 }
      let samples = [one, two].map { Set(Fingerprinter().fingerprints(of: $0)) }
      if !samples[0].isDisjoint(with: samples[1]) { sampled += 1 }
    }
    let recall = Double(found) / Double(rounds)
    print(
      "a real passage of \(length) words: prints find \(recall), "
        + "one sampled fingerprint \(Double(sampled) / Double(rounds))")
    #expect(recall >= wanted)
  }
}
