import ArgumentParser
import NearDuplicates
import Settings

/// `copytaster plan`
struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how signatures are cut into bands, and what that finds.",
    discussion: """
      The plan follows from grouping.recall, grouping.at_resemblance and grouping.registers: the most \
      rows a band, and so the fewest chance candidates, that still give the recall wanted.

      EXAMPLES
        copytaster plan
        copytaster plan --recall 0.99 --at 0.5
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The part of pairs to be found, instead of the configured one.")
  var recall: Double?

  @Option(help: "The resemblance at which that is wanted, instead of the configured one.")
  var at: Double?

  private struct Output: Encodable {
    struct Point: Encodable {
      let resemblance: Double
      let recall: Double
    }

    let bands: Int
    let rows: Int
    let registers: Int
    let midpoint: Double
    let curve: [Point]
  }

  func run() async throws {
    try await reporting {
      var settings = try common.settings()
      settings.grouping.recall = recall ?? settings.grouping.recall
      settings.grouping.atResemblance = at ?? settings.grouping.atResemblance
      let plan = try settings.plan()
      let points = (1...19).map { Double($0) / 20 }
      if common.json {
        Terminal.say(
          try JSON.line(
            Output(
              bands: plan.bands, rows: plan.rows, registers: settings.grouping.registers,
              midpoint: JSON.rounded(plan.midpoint),
              curve: points.map {
                .init(resemblance: $0, recall: JSON.rounded(plan.recall(at: $0)))
              })))
      } else {
        draw(plan, points, settings.grouping)
      }
    }
  }

  private func draw(_ plan: BandPlan, _ points: [Double], _ grouping: Settings.Grouping) {
    Terminal.sayFitting(
      "\(plan.bands) bands of \(plan.rows) rows, from \(grouping.registers) registers: finds "
        + "\(Words.percent(plan.recall(at: grouping.atResemblance))) of pairs of resemblance "
        + "\(grouping.atResemblance), half of those of \(JSON.rounded(plan.midpoint))\n"
    )
    Terminal.say("resemblance   found")
    let width = min(50, Terminal.width - 24)
    for point in points {
      let found = plan.recall(at: point)
      let bar = String(repeating: "█", count: Int((found * Double(width)).rounded()))
      let label = "\(Int((point * 100).rounded())) %".fitted(to: 12)
      Terminal.say("\(label)  \(Words.percent(found).fitted(to: 6)) \(Style.cyan(bar))")
    }
  }
}
