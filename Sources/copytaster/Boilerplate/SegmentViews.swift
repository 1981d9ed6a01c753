import Store
import Stories

/// A ruling as JSON shows it.
struct RulingView: Encodable {
  let answer: String
  let outlet: String?
  let kind: BoilerplateKind
  let person: String
  let at: String
  /// Whether all stories have been held against it.
  let isApplied: Bool

  private enum CodingKeys: String, CodingKey {
    case answer, outlet, kind, person, at
    case isApplied = "applied"
  }

  init(_ stored: StoredRuling, appliedThrough sequence: Int64) {
    self.init(stored.ruling, isApplied: stored.sequence <= sequence)
  }

  init(_ ruling: BoilerplateRuling, isApplied: Bool) {
    self.isApplied = isApplied
    (answer, outlet) = (ruling.answer.rawValue, ruling.outlet?.name)
    (kind, person, at) = (ruling.kind, ruling.person, ruling.at.description)
  }
}

/// A segment as JSON shows it.
struct SegmentView: Encodable {
  /// What an outlet has of it.
  struct Place: Encodable {
    let outlet: String?
    let kind: BoilerplateKind
    let stories: Int
    let groups: Int
    let firstSeen: String
    let lastSeen: String
    let samples: [Int64]

    private enum CodingKeys: String, CodingKey {
      case outlet, kind, stories, groups, samples
      case firstSeen = "first_seen"
      case lastSeen = "last_seen"
    }
  }

  let segment: String
  let kind: BoilerplateKind
  let text: String
  let stories: Int
  let groups: Int
  let firstSeen: String?
  let lastSeen: String?
  let outlets: [Place]
  let rulings: [RulingView]

  private enum CodingKeys: String, CodingKey {
    case segment, kind, text, stories, groups, outlets, rulings
    case firstSeen = "first_seen"
    case lastSeen = "last_seen"
  }

  init(_ summary: SegmentSummary, rulings: [StoredRuling], appliedThrough sequence: Int64) {
    (segment, kind, text) = (summary.segment.description, summary.kind, summary.text)
    (stories, groups) = (summary.stories, summary.groups)
    (firstSeen, lastSeen) = (summary.firstSeen?.description, summary.lastSeen?.description)
    self.rulings = rulings.map { RulingView($0, appliedThrough: sequence) }
    outlets = summary.rows.map {
      Place(
        outlet: $0.outlet?.name, kind: $0.kind, stories: $0.stories, groups: $0.groups.count,
        firstSeen: $0.firstSeen.description, lastSeen: $0.lastSeen.description,
        samples: $0.samples.map(\.value))
    }
  }
}
