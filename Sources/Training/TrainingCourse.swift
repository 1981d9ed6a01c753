public import NearDuplicates
public import Text

/// A training from the corpora to the model: which stories are made of them, and the fits.
public struct TrainingCourse {
  /// How it is trained.
  public let plan: TrainingPlan
  /// The pages that it is trained on.
  public let pages: [LabelledPage]
  /// Stories made of the pages and of the wires' news.
  public let stories: [LabelledStory]
  /// How many stories of wires lent their news.
  public let wireStories: Int
  let judge: BoilerplateJudge
  private let trainer: BoilerplateTrainer

  /// Most stories of a wire that are used: they repeat each other by nature.
  private static let storiesOfWire = 700
  private static let cropsOfPage = 3

  /// Makes the stories.
  ///
  /// - Parameters:
  ///   - wires: stories with labels; of these only the news is used.
  public init(
    _ plan: TrainingPlan, tokeniser: Tokeniser, pages: [LabelledPage], wires: [[LabelledStory]]
  ) {
    var residue = Residue(seed: plan.seed)
    let news = wires.flatMap { wire in
      let step = max(1, wire.count / TrainingCourse.storiesOfWire)
      return stride(from: 0, to: wire.count, by: step).map { wire[$0].withoutBoilerplate }
    }
    (self.plan, self.pages, wireStories) = (plan, pages, news.count)
    stories =
      residue.stories(of: pages, crops: TrainingCourse.cropsOfPage)
      + residue.stories(of: news, from: pages) + pages.map(\.whole)
    judge = BoilerplateJudge(tokeniser)
    trainer = BoilerplateTrainer(plan, tokeniser: tokeniser)
  }

  /// Trains.
  public func train() -> BoilerplateTrainer.Result { trainer.train(stories) }

  /// Figures on whole pages, each judged by the model that had not seen its host.
  ///
  /// - Throws: `BoilerplateModelError`.
  public func report(_ result: BoilerplateTrainer.Result) throws(BoilerplateModelError) -> PageReport {
    var models: [BoilerplateModel] = []
    for parameters in result.withoutPart {
      models.append(try BoilerplateModel(parameters, tokeniser: Tokeniser.version))
    }
    let held = models
    return PageReport(pages, judge) { host in
      held[HostSplit.part(of: host, of: held.count, seed: plan.seed)]
    }
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
