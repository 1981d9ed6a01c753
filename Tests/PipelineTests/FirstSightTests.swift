import Foundation
import Models
import NearDuplicates
import Store
import Stories
import TestSupport
import Testing
import Text

@testable import Pipeline

/// What the model marked without being sure, held against what the outlet's stories have in common.
@Suite struct FirstSightTests {
  private let reader: CopyReader
  private let outlet = Outlet("echo")

  init() throws {
    reader = CopyReader(
      signer: try Signer(shingler: Shingler(), sketch: FastSimilaritySketch()), boilerplate: nil)
  }

  /// A reading of which the model is said to have marked the last line.
  private func reading(_ text: String, isSure: Bool) -> StoryReading {
    let plain = reader.read(text, outlet: outlet)
    let count = plain.whole.count
    return StoryReading(
      whole: plain.whole, outlet: plain.outlet, firstSight: [count - 10..<count],
      doubted: isSure ? [] : [count - 10..<count], likely: [], ruled: nil)
  }

  private func fill(_ numbers: Range<Int>, lastLine: String? = nil) {
    var generator = StoryGenerator(seed: UInt64(31 + numbers.lowerBound))
    for number in numbers {
      let text = generator.text(words: 60) + "\n" + (lastLine ?? generator.text(words: 10))
      reader.count(reader.read(text, outlet: outlet), as: UInt32(number + 1))
    }
  }

  private let line = "call the desk for more on this and other matters"

  @Test("a doubtful mark is taken back in an outlet that is known well and never said it again")
  func takenBack() {
    let text = "one two three four five six seven eight nine ten eleven\n" + line
    fill(0..<29)
    #expect(reader.boilerplate(reading(text, isSure: false)) == [11..<21])
    _ = reader.takeLearned()
    fill(29..<30)
    #expect(reader.takeLearned() == [0], "the outlet's stories are to be looked at again")
    #expect(reader.boilerplate(reading(text, isSure: false)).isEmpty)
    #expect(reader.boilerplate(reading(text, isSure: true)) == [11..<21])
  }

  @Test("a doubtful mark stays where the outlet says it again and again")
  func stays() {
    let text = "one two three four five six seven eight nine ten eleven\n" + line
    fill(0..<40, lastLine: line)
    #expect(reader.boilerplate(reading(text, isSure: false)) == [11..<21])
  }

  @Test("what a person rejects the model does not mark either, whatever figures stand in it")
  func rejected() throws {
    let model = try shippedModel()
    let reader = CopyReader(
      signer: try Signer(shingler: Shingler(), sketch: FastSimilaritySketch()), boilerplate: model)
    func text(_ number: Int) -> String {
      """
      The mill at the old weir burned down on Tuesday night, police and the fire brigade said.
      Sign up for our \(number) free newsletters, straight to your inbox.
      """
    }
    func marked(_ text: String) -> Int {
      reader.boilerplate(reader.read(text, outlet: outlet)).reduce(0) { $0 + $1.count }
    }
    #expect(marked(text(4)) == 11)
    let line = String(text(4).split(separator: "\n")[1])
    let tokens = try Tokeniser().tokens(of: line)
    let key = try #require(Segmenter().whole(line, tokens: tokens)).key
    let ruling = BoilerplateRuling(
      segment: key, outlet: nil, answer: .rejected, kind: .newsletter, text: line, person: "mk",
      at: Instant(milliseconds: 0))
    reader.adopt([StoredRuling(sequence: 1, ruling: ruling)])
    #expect(marked(text(4)) == 0 && marked(text(17)) == 0)
    #expect(marked(text(4).replacing("newsletters", with: "podcasts and newsletters")) > 0)
  }

  static let models = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "models")

  private func shippedModel() throws -> BoilerplateModel {
    try BoilerplateModelFile(
      path: FirstSightTests.models.appending(path: BoilerplateModelFile.name).path
    ).load(tokeniser: Tokeniser.version)
  }

  @Test("words looked up once for rarity and model say what each table says by itself")
  func lexicon() throws {
    let model = try shippedModel()
    let rarity = try RarityFile(
      path: FirstSightTests.models.appending(path: RarityFile.name).path
    ).load(tokeniser: Tokeniser.version)
    let (lexicon, tokeniser) = (Lexicon(rarity, model), try Tokeniser())
    let samples = FirstSightTests.models.deletingLastPathComponent()
      .appending(path: "samples/inbox")
    let files = FileManager.default.enumerator(at: samples, includingPropertiesForKeys: nil)
    var marked = 0
    while let file = files?.nextObject() as? URL {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let tokens = tokeniser.tokens(of: text)
      let segments = Segmenter().units(of: text, tokens: tokens)
      let known = lexicon.read(tokens.keys)
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { bytes in
        let once = model.verdicts(on: segments, tokens: tokens, of: bytes, known: known)
        #expect(once == model.verdicts(on: segments, tokens: tokens, of: bytes))
        marked += once.count { $0.isMarked }
      }
      #expect(known.weights == tokens.keys.map { rarity.weight(of: $0) })
    }
    #expect(marked > 20)
  }
}
