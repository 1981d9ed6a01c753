import Foundation
import Models
import NearDuplicates
import Stories
import TestSupport
import Testing
import Text
import Training

@Suite struct BoilerplateModelFileTests {
  private func scratch() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "model-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: "boilerplate.json").path
  }

  @Test("a missing model names every place that was looked at")
  func missing() {
    #expect(
      throws: ModelError.missing(name: "boilerplate.json", lookedAt: ["/no/boilerplate.json"])
    ) {
      try BoilerplateModelFile.find(in: ["/no"])
    }
  }

  @Test("what is no model, or another's, is refused with the file's name")
  func refused() throws {
    let path = try scratch()
    let file = BoilerplateModelFile(path: path)
    try Data("{}".utf8).write(to: URL(filePath: path))
    #expect(throws: ModelError.self) { try file.load(tokeniser: Tokeniser.version) }
    let good = try BoilerplateModelFile.find(in: [ShippedModel.folder]).parameters()
    try file.save(good)
    #expect(try file.parameters() == good)
    var bad = [good, good, good, good]
    bad[0].version += 1
    bad[1].words.removeLast()
    bad[2].textWeights["surprise"] = 1
    bad[3].contextWeights["own"] = nil
    for parameters in bad {
      try file.save(parameters)
      let error = #expect(throws: ModelError.self) { try file.load(tokeniser: Tokeniser.version) }
      #expect(error?.description.contains(path) == true)
    }
    try file.save(good)
    #expect(throws: ModelError.self) { try file.load(tokeniser: Tokeniser.version + 1) }
  }

  @Test("a policy and a call below a story are marked, and none of the story")
  func marks() throws {
    let news = [
      "The council of Harrow voted on Tuesday to close the swimming pool on Mill Road.",
      "Councillor Ann Field said the building had become too expensive to heat.",
      "“We looked at every other way,” she told the meeting.",
      "The pool was opened in 1964 and was used by about 300 people a week, the council said.",
    ]
    let furniture = [
      "Sign up for our free newsletter and get the latest news straight to your inbox.",
      "Comments are moderated. Please read our community guidelines before you post.",
      "© 2026 Harrow Post. All rights reserved.",
    ]
    #expect(try ShippedModel.marked((news + furniture).joined(separator: "\n")) == furniture)
    #expect(try ShippedModel.marked(news.joined(separator: "\n")) == [])
    #expect(try ShippedModel.marked("") == [])
  }

  @Test("in a language that it does not know, news is let alone")
  func abstains() throws {
    let news = """
      De gemeenteraad van Harlingen besloot dinsdag het zwembad aan de Molenweg te sluiten.
      Volgens wethouder Jansen is het gebouw te duur geworden om te verwarmen.
      Het bad werd in 1964 geopend en trok elke week ongeveer driehonderd bezoekers.
      """
    #expect(try ShippedModel.marked(news) == [])
  }

  @Test("the same text gives the same marks, with offsets inside it and a reason each")
  func deterministic() throws {
    let text = "The mill burned down, police said.\nRead more: sign up for our newsletter."
    let judge = BoilerplateJudge(try Tokeniser())
    let first = judge.marks(try ShippedModel.load(), text)
    #expect(first == judge.marks(try ShippedModel.load(), text))
    for mark in first {
      #expect(mark.range.upperBound <= text.utf8.count && !mark.why.isEmpty)
      #expect((0...1).contains(mark.probability))
    }
  }
}
