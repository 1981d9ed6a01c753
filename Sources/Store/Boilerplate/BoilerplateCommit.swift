public import Stories

/// What one transaction writes about boilerplate.
public struct BoilerplateCommit: Sendable {
  /// What of a story counts as boilerplate that did not before, and the other way round.
  public struct Change: Sendable {
    /// The story.
    public let story: StoryNumber
    /// Who published it.
    public let outlet: Outlet?
    /// When it was read.
    public let at: Instant
    /// Segments that count from now on, each once.
    public let seen: [SegmentSighting]
    /// Segments that don't any more.
    public let gone: [SegmentKey]

    /// Makes a change.
    public init(
      story: StoryNumber, outlet: Outlet?, at: Instant, seen: [SegmentSighting],
      gone: [SegmentKey] = []
    ) {
      (self.story, self.outlet, self.at) = (story, outlet, at)
      (self.seen, self.gone) = (seen, gone)
    }
  }

  /// What changed, in order.
  public var changes: [Change] = []

  /// Makes an empty one.
  public init() {}

  /// Whether there is nothing to write.
  public var isEmpty: Bool { changes.isEmpty }
}

/// Bounds on what is remembered of segments. What a person spoke about is outside of them.
public enum BoilerplateBounds {
  /// Segments of one outlet that are kept when there were too many.
  public static let segmentsKept = 512
  /// Segments of one outlet, at most. Room above what is kept lets newcomers show that they recur.
  public static let segmentsPerOutlet = 640
  /// Segments of all outlets, at most.
  public static let segments = 20_000
  /// Stories remembered for each segment, the latest; half as many more until they are thinned out.
  public static let stories = 32
  /// Windows after which a segment that was not seen is forgotten.
  public static let windows: Int64 = 4
}

/// A ruling as the store keeps it.
public struct StoredRuling: Hashable, Sendable {
  /// Counts up; a later one on the same segment and outlet replaces an earlier one.
  public let sequence: Int64
  /// What was said.
  public let ruling: BoilerplateRuling

  /// Makes a stored ruling.
  public init(sequence: Int64, ruling: BoilerplateRuling) {
    (self.sequence, self.ruling) = (sequence, ruling)
  }
}
