internal import NearDuplicates

/// What a model was trained on and how well it does, as a page for people.
public struct ModelCard {
  /// A set that the finished model was judged on.
  public struct Judged: Sendable {
    let name: String
    let stories: Int
    let tally: CharacterTally

    /// Makes it.
    public init(name: String, stories: Int, tally: CharacterTally) {
      (self.name, self.stories, self.tally) = (name, stories, tally)
    }
  }

  /// The page, in Markdown.
  public let text: String

  /// Writes the card; judges the models that have each not seen a part of the hosts.
  ///
  /// - Throws: `BoilerplateModelError` if there is none.
  public init(
    _ course: TrainingCourse, _ result: BoilerplateTrainer.Result, judged: [Judged]
  ) throws {
    let held = try HeldOutModels(result, seed: course.plan.seed)
    let wires = course.storyReport(held, course.wireStories > 0 ? .wire : .crop)
    let pages = course.pageReport(held)
    let sections = [
      ModelCard.introduction(course, result.parameters),
      ModelCard.features(result.parameters),
      ModelCard.figures(pages, wires, course),
      ModelCard.judgement(judged),
      CardText.failures,
    ]
    text = sections.joined(separator: "\n\n")
  }

  private static func introduction(
    _ course: TrainingCourse, _ parameters: BoilerplateParameters
  ) -> String {
    """
    # The boilerplate model

    `boilerplate.json` tells news from what stories carry whatever they report, at first sight. This card is \
    written by `copytaster train boilerplate`, with the model.

    ## Data

    - \(course.pages.count) web pages of \(Set(course.pages.map(\.host)).count) hosts, \
    \(course.pages.reduce(0) { $0 + $1.parts.count }) paragraphs, labelled content or not.
    - \(wires(course.wireStories))

    \(CardText.data)

    Seed \(course.plan.seed), \(course.plan.parts) parts of hosts, \(course.plan.passes) passes.

    ## Languages

    Trained on: \(parameters.languages.joined(separator: ", ")). \(CardText.languages)
    """
  }

  private static func wires(_ count: Int) -> String {
    count > 0
      ? "The news of \(count) stories of simulated wires; their boilerplate is left out."
      : "No wire was named: pages cropped to their article stand in for its stories, and are what is judged below."
  }

  private static func features(_ parameters: BoilerplateParameters) -> String {
    """
    ## Features

    - \(parameters.words.count) words and runs of two words with a weight, by hash alone, each used by at \
    least a few hosts; \(parameters.known.count) words and phrases about which something is known beforehand.
    - What is measured of a segment by itself, with weights: \(weights(parameters.textWeights)).
    - What is measured among its neighbours: \(weights(parameters.contextWeights)).

    \(CardText.features)

    Marked from probability \(parameters.threshold) on; in other languages from \
    \(parameters.foreignThreshold) on, with a cue or an address besides. In a block that reaches the end of \
    the story, from \(parameters.growThreshold) on.
    """
  }

  private static func weights(_ weights: [String: Double]) -> String {
    weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      .map { "\($0.key) \(FigureRow.signed($0.value))" }.joined(separator: ", ")
  }

  private static func figures(
    _ pages: PageReport, _ wires: StoryReport, _ course: TrainingCourse
  ) -> String {
    let held = FigureRow.line("as marked", wires.marked)
    let curve = wires.curve.map { FigureRow.line("\($0.threshold)", $0.tally) }
    let pageCurve = pages.curve.map { FigureRow.line("\($0.threshold)", $0.tally) }
    return """
      ## On hosts that the judging model had not seen

      By characters; each host is judged by a model fitted without it.

      ### Stories with a little boilerplate

      \(FigureRow.table("threshold", [held] + curve))

      ### Whole pages, paragraphs of \(PageReport.leastCharacters) characters or more

      \(pages.pages) pages of \(pages.hosts) hosts, beside plain rules.

      \(FigureRow.table("", pages.rows.map { FigureRow.line($0.name, $0.tally) }))

      \(CardText.pages)

      \(FigureRow.table("threshold", pageCurve))
      """
  }

  private static func judgement(_ judged: [Judged]) -> String {
    guard !judged.isEmpty else { return "## On other sets\n\nNone was named." }
    let rows = judged.map { FigureRow.line("\($0.name), \($0.stories) stories", $0.tally) }
    return """
      ## On other sets, at first sight

      \(FigureRow.table("set", rows))

      \(CardText.judged)
      """
  }
}
