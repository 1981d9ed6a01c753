internal import Store
internal import Stories

/// What people said of segments, for looking up while stories are read.
struct Rulings: Sendable {
  private var everywhere: [SegmentKey: StoredRuling] = [:]
  private var inOutlets: [Outlet: [SegmentKey: StoredRuling]] = [:]
  /// First words of what was ruled on; nil for figures and dates.
  private var openings: Set<TokenKey?> = []

  /// Nothing was said.
  init() {}

  /// Makes them of the rulings in force.
  ///
  /// - Parameters:
  ///   - rulings: all of them.
  ///   - opening: the first word of a text.
  init(_ rulings: [StoredRuling], opening: (String) -> TokenKey?) {
    for stored in rulings {
      openings.insert(opening(stored.ruling.text))
      if let outlet = stored.ruling.outlet {
        inOutlets[outlet, default: [:]][stored.ruling.segment] = stored
      } else {
        everywhere[stored.ruling.segment] = stored
      }
    }
  }

  /// Whether anything was said that may bear on an outlet's stories.
  func mayConcern(_ outlet: Outlet?) -> Bool {
    if !everywhere.isEmpty { return true }
    return outlet.map { inOutlets[$0] != nil } ?? false
  }

  /// Whether anything was said of segments that begin with a word; most of a story is passed over by this.
  func mayConcern(opening: TokenKey?) -> Bool { openings.contains(opening) }

  /// What was said of a segment in an outlet's stories. A word on the outlet goes before one on all.
  func on(_ segment: SegmentKey, in outlet: Outlet?) -> StoredRuling? {
    outlet.flatMap { inOutlets[$0]?[segment] } ?? everywhere[segment]
  }
}

/// What people said of segments of one story.
struct RuledText: Sendable {
  /// A segment and what was said of it.
  struct Part: Sendable {
    let segment: Segment
    let ruling: StoredRuling
  }

  /// The text.
  let text: String
  /// Its tokens.
  let tokens: Tokens
  /// Who published it.
  let outlet: Outlet?
  /// Whole segments that were ruled on: paragraphs, then lines, then sentences, so that the narrower word
  /// goes before the wider.
  let parts: [Part]
  /// All that was said.
  let rulings: Rulings
}
