internal import NearDuplicates

/// Figures on whole pages of unseen hosts, for paragraphs long enough to say something, by characters.
struct PageReport: Sendable {
  /// Paragraphs of fewer characters are not judged.
  static let leastCharacters = 30

  static let thresholds = [
    0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99,
  ]

  /// A name and its figures.
  struct Row: Sendable {
    /// What was held against the labels.
    let name: String
    /// How it did.
    let tally: CharacterTally
  }

  /// The model as it marks, and the plain rules beside it.
  private(set) var rows: [Row] = []
  /// The model at one threshold after another.
  private(set) var curve: [(threshold: Double, tally: CharacterTally)] = []
  /// Pages judged.
  let pages: Int
  /// Hosts judged.
  let hosts: Int

  /// Judges pages, each by the model that has not seen its host.
  init(
    _ pages: [LabelledPage], _ judge: BoilerplateJudge,
    model: (_ host: String) -> BoilerplateModel
  ) {
    self.pages = pages.count
    hosts = Set(pages.map(\.host)).count
    let judged = pages.map { judge.judged(model($0.host), $0.whole, .lines) }
    let recurrence = RecurrenceRule(judged)
    let several = Dictionary(grouping: pages, by: \.host).filter { $0.value.count > 1 }
    let again = judged.filter { several[$0.first?.host ?? ""] != nil }
    rows = [
      Row(name: "this model", tally: Self.tally(judged) { $0.map(\.verdict.isMarked) }),
      Row(name: "stop-word density, as jusText", tally: Self.tally(judged, StopWordRule.marks)),
      Row(
        name: "recurrence alone, hosts with two pages or more",
        tally: Self.tally(again) { $0.map(recurrence.isBoilerplate) }),
      Row(
        name: "this model, the same hosts", tally: Self.tally(again) { $0.map(\.verdict.isMarked) }),
    ]
    curve = PageReport.thresholds.map { threshold in
      (threshold, Self.tally(judged) { $0.map { $0.verdict.probability >= threshold } })
    }
  }

  private static func tally(
    _ pages: [[JudgedSegment]], _ rule: ([JudgedSegment]) -> [Bool]
  ) -> CharacterTally {
    var tally = CharacterTally()
    for page in pages {
      for (segment, isMarked) in zip(page, rule(page))
      where segment.characters >= leastCharacters && segment.label != .neutral {
        tally.add(
          segment.characters, isBoilerplate: segment.label == .boilerplate, isMarked: isMarked)
      }
    }
    return tally
  }
}
