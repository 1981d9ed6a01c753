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

  /// Writes the card.
  ///
  /// - Throws: `BoilerplateModelError` if the models can't be judged.
  public init(
    _ course: TrainingCourse, _ result: BoilerplateTrainer.Result, judged: [Judged]
  ) throws {
    let held = try HeldOutModels(result, seed: course.plan.seed)
    let report = course.pageReport(held)
    var lines = [
      "| | precision | recall | F1 | news lost |", "|---|---|---|---|---|",
    ]
    lines += report.rows.map { FigureRow.line($0.name, $0.tally) }
    lines += ["", "| threshold | precision | recall | F1 | news lost |", "|---|---|---|---|---|"]
    lines += report.curve.map { FigureRow.line("\($0.threshold)", $0.tally) }
    for origin in [StoryOrigin.wire, .crop] {
      let stories = course.storyReport(held, origin)
      lines += ["", FigureRow.line("\(origin) as marked", stories.marked)]
      lines += stories.curve.map { FigureRow.line("\(origin) \($0.threshold)", $0.tally) }
    }
    lines += ["", "| set | precision | recall | F1 | news lost |", "|---|---|---|---|---|"]
    lines += judged.map { FigureRow.line("\($0.name), \($0.stories) stories", $0.tally) }
    text = lines.joined(separator: "\n")
  }
}

/// A row of a table of figures.
public enum FigureRow {
  /// A row of a table in Markdown.
  public static func line(_ name: String, _ tally: CharacterTally) -> String {
    let figures = [tally.precision, tally.recall, tally.f1].map { fixed($0, 3) }
    return "| \(name) | \(figures.joined(separator: " | ")) | \(fixed(tally.newsLost * 100, 2)) % |"
  }

  /// A number with a fixed count of decimals.
  public static func fixed(_ value: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let rounded = Int((value * Double(scale)).rounded())
    let decimals = String(rounded % scale)
    return "\(rounded / scale)." + String(repeating: "0", count: places - decimals.count) + decimals
  }
}
