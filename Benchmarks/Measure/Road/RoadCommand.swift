import Models
import NearDuplicates
import Pipeline
import Stories
import Text
import Wire

/// `measure road`
struct RoadCommand {
  private let path: String
  private let limit: Int
  private let models: String
  private let passages: PassageSearch

  /// The standard settings' demand on bands: nineteen of twenty pairs of this resemblance.
  private static let (recall, resemblance) = (0.95, 0.35)

  init(_ arguments: inout Arguments) throws {
    limit = try arguments.takeNumber("--limit", standard: .max, in: 1...Int.max)
    models = arguments.takeText("--models") ?? "models"
    passages =
      try arguments.takeNumber("--passages", standard: 0, in: 0...1) == 1 ? .partial : .none
    guard let path = arguments.takeWord() else { throw UsageError("no corpus") }
    self.path = path
    try arguments.finish()
  }

  func run() throws {
    let corpus = try Corpus(path: path, limit: limit)
    guard !corpus.stories.isEmpty else { throw RoadError.noStories(path) }
    if corpus.refused > 0 { Measure.complain("measure: \(corpus.refused) lines were refused") }
    let signing = try secondsToSign(corpus.stories)
    let grouping = try group(corpus.stories)
    let docs = Double(corpus.stories.count)
    let fields = [
      "\"docs\":\(corpus.stories.count)",
      "\"text_to_signature\":\(Figures.fixed(docs / signing, 1))",
      "\"text_to_clusters\":\(Figures.fixed(docs / grouping.seconds, 1))",
      "\"clusters\":\(grouping.clusters)",
      "\"bytes_per_story\":\(Figures.fixed(Double(grouping.bytes) / docs, 1))",
    ]
    print("{\(fields.joined(separator: ","))}")
  }

  private func secondsToSign(_ stories: [DeliveredStory]) throws -> Double {
    let signer = try signer()
    var signed = 0
    let seconds = CPUClock.seconds {
      for delivered in stories {
        signed += signer.signature(ofText: delivered.story.text).registers.count
      }
    }
    guard signed > 0 else { throw RoadError.noStories(path) }
    return seconds
  }

  private func group(
    _ stories: [DeliveredStory]
  ) throws -> (seconds: Double, clusters: Int, bytes: Int) {
    let signer = try signer()
    let plan = BandPlan(
      recall: RoadCommand.recall, at: RoadCommand.resemblance, registers: signer.sketch.registers)
    guard let plan else { throw RoadError.noPlan }
    let rule = RelationRule(
      model: try RelationModelFile(path: models + "/" + RelationModelFile.name).load())
    let batch = Batch(
      reader: CopyReader(signer: signer, boilerplate: try boilerplate()), plan: plan, rule: rule,
      passages: passages)
    var clusters = 0
    let seconds = CPUClock.seconds {
      for delivered in stories { batch.add(delivered) }
      clusters = batch.groups().count
    }
    return (seconds, clusters, batch.byteCount)
  }

  private func signer() throws -> Signer {
    try Signer(
      shingler: Shingler(), sketch: FastSimilaritySketch(),
      rarity: RarityFile(path: models + "/" + RarityFile.name).load(tokeniser: Tokeniser.version))
  }

  private func boilerplate() throws -> BoilerplateModel {
    try BoilerplateModelFile(path: models + "/" + BoilerplateModelFile.name)
      .load(tokeniser: Tokeniser.version)
  }
}

/// Why a road can't be measured.
enum RoadError: Error, CustomStringConvertible {
  /// There is nothing to sign in the file.
  case noStories(String)
  /// No band plan gives the recall wanted.
  case noPlan

  /// What happened.
  var description: String {
    switch self {
    case .noStories(let path): "there is no story with words in \(path)"
    case .noPlan: "no band plan gives the recall wanted"
    }
  }
}
