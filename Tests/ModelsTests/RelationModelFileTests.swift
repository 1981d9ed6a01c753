import Foundation
import NearDuplicates
import Stories
import TestSupport
import Testing

@testable import Models

@Suite struct RelationModelFileTests {
  private let folder = FreshFolder()

  private func model() throws -> RelationModel {
    let width = PairFeatures.Name.allCases.count
    var random = SeededGenerator(seed: 9)
    let examples: [TreeTrainer.Example] = (0..<300).map { _ in
      var values = [Float](repeating: 0, count: width)
      values[0] = Float(Int.random(in: 0...1024, using: &random)) / 1024
      return .init(values: values, isYes: values[0] > 0.6)
    }
    let trees = try #require(TreeTrainer().train(examples))
    return RelationModel(
      name: "test", together: trees, same: trees, partial: trees, contained: trees, context: trees)
  }

  @Test("a model that was written judges as before")
  func roundTrip() throws {
    let (path, model) = ("\(folder.path)/relation.json", try model())
    try RelationModelFile(path: path).save(model)
    let read = try RelationModelFile(path: path).load()
    #expect(read.name == "test")
    try RelationModelFile(path: path).save(read)
    #expect(try RelationModelFile(path: path).load().fullName == read.fullName)
    var values = [Float](repeating: 0, count: PairFeatures.Name.allCases.count)
    for share in stride(from: Float(0), through: 1, by: 0.05) {
      values[0] = share
      #expect(abs(read.same.probability(values) - model.same.probability(values)) < 0.01)
      let contained = try #require(read.contained)
      #expect(abs(contained.probability(values) - model.same.probability(values)) < 0.01)
      let context = try #require(read.context)
      #expect(abs(context.probability(values) - model.same.probability(values)) < 0.01)
    }
  }

  @Test(
    "a file of another version, of other features, or with a tree that leads nowhere is refused",
    arguments: [
      (#""version":3"#, #""version":2"#), (#""shareMost""#, #""shareOfSomething""#),
      (#""coveredInside""#, #""coveredAbove""#),
      (#""base":"#, #""bass":"#), ("{", "["),
    ])
  func refused(what: String, by: String) throws {
    let path = "\(folder.path)/relation.json"
    try RelationModelFile(path: path).save(try model())
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: what, with: by)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: ModelError.self) { try RelationModelFile(path: path).load() }
    #expect("\(try #require(error))".contains(path))
  }

  @Test("what words weigh is read as it was counted")
  func rarity() throws {
    let path = "\(folder.path)/rarity.json"
    let keys = (1...4).map { TokenKey(bits: UInt32($0 * 1000)) }
    try RarityFile(path: path).save(
      [keys[0]: 4096, keys[1]: 64, keys[2]: 1], documents: 4096, tokeniser: 7)
    let rarity = try RarityFile(path: path).load(tokeniser: 7)
    #expect(keys.map { rarity.weight(of: $0) } == [0, 96, Rarity.most, Rarity.most])
    #expect(throws: ModelError.self) { try RarityFile(path: path).load(tokeniser: 8) }
  }
}
