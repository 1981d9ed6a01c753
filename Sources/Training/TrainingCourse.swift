internal import NearDuplicates
public import Text

/// A training from the corpora to the model: which stories are made of them, and the fits.
public struct TrainingCourse {
  /// How it is trained.
  let plan: TrainingPlan
  /// The pages that it is trained on.
  let pages: [LabelledPage]
  /// Stories made of the pages and of the wires' news, by what they were made of.
  let stories: [StoryOrigin: [LabelledStory]]
  /// How many stories of wires lent their news.
  let wireStories: Int
  let judge: BoilerplateJudge
  private let trainer: BoilerplateTrainer

  /// Most stories of a wire that are used: they repeat each other by nature.
  private static let storiesOfWire = 1200
  private static let cropsOfPage = 3

  /// Makes the stories.
  ///
  /// - Parameters:
  ///   - plan: how to train.
  ///   - tokeniser: reads the stories.
  ///   - pages: labelled web pages.
  ///   - wires: stories of wires, of which only the news is used; none to have cropped pages stand in for them.
  public init(
    _ plan: TrainingPlan, tokeniser: Tokeniser, pages: [LabelledPage], wires: [[LabelledStory]]
  ) {
    var residue = Residue(seed: plan.seed)
    let news = wires.flatMap { wire in
      let step = max(1, wire.count / TrainingCourse.storiesOfWire)
      return stride(from: 0, to: wire.count, by: step).map { wire[$0].withoutBoilerplate }
    }
    (self.plan, self.pages, wireStories) = (plan, pages, news.count)
    stories = [
      .wire: residue.stories(of: news, from: pages),
      .crop: residue.stories(of: pages, crops: TrainingCourse.cropsOfPage),
      .page: pages.map(\.whole),
    ]
    judge = BoilerplateJudge(tokeniser)
    trainer = BoilerplateTrainer(plan, tokeniser: tokeniser)
  }

  /// Trains.
  public func train() -> BoilerplateTrainer.Result { trainer.train(stories) }

  /// Figures on whole pages, each judged by the model that had not seen its host.
  func pageReport(_ held: HeldOutModels) -> PageReport {
    PageReport(pages, judge, model: held.model(for:))
  }

  /// Figures on stories made for training, each judged by the model that had not seen its host.
  func storyReport(_ held: HeldOutModels, _ origin: StoryOrigin) -> StoryReport {
    StoryReport(stories[origin, default: []], judge, model: held.model(for:))
  }
}

/// The models of a training that have each not seen a part of the hosts.
struct HeldOutModels {
  private let models: [BoilerplateModel]
  private let seed: UInt64

  init(_ result: BoilerplateTrainer.Result, seed: UInt64) throws(BoilerplateModelError) {
    var models: [BoilerplateModel] = []
    for parameters in result.withoutPart {
      models.append(try BoilerplateModel(parameters, tokeniser: Tokeniser.version))
    }
    (self.models, self.seed) = (models, seed)
  }

  /// The model that has not seen a host.
  func model(for host: String) -> BoilerplateModel {
    models[HostSplit.part(of: host, of: models.count, seed: seed)]
  }
}

extension LabelledStory {
  /// The news alone.
  var withoutBoilerplate: LabelledStory {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var start = 0
    for range in boilerplate.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      kept += bytes[start..<max(start, range.lowerBound)]
      start = max(start, range.upperBound)
    }
    kept += bytes[start...]
    return LabelledStory(
      id: id, host: host, text: String(decoding: kept, as: UTF8.self), boilerplate: [], neutral: [])
  }
}
