/// Which story stands for a group.
public enum LeadRule: String, Sendable, CaseIterable, Codable {
  /// The one that was published first.
  case first
  /// The one with the most text.
  case longest
  /// The latest.
  case newest
  /// The agency's own copy, in its latest version; without one the first.
  case agency

  /// What a choice is made by.
  public struct Candidate: Hashable, Sendable {
    /// The story.
    public let number: StoryNumber
    /// Versions of one story share this.
    public let identity: String
    /// Which version it is by its source's word, else by arrival.
    public let version: Int64
    /// When it was published.
    public let published: Instant?
    /// Scalars of its text.
    public let length: Int
    /// Whether its outlet is the agency whose copy it is.
    public let isAgencyOriginal: Bool
    /// Whether it may be used.
    public let standing: Standing

    /// Makes a candidate.
    public init(
      number: StoryNumber, identity: String, version: Int64, published: Instant?, length: Int,
      isAgencyOriginal: Bool, standing: Standing = .usable
    ) {
      (self.number, self.identity, self.version) = (number, identity, version)
      (self.published, self.length) = (published, length)
      (self.isAgencyOriginal, self.standing) = (isAgencyOriginal, standing)
    }
  }

  /// Whether a story may be used.
  public enum Standing: Hashable, Sendable, CaseIterable {
    /// It may.
    case usable
    /// Nothing was said of it, and it carries what was killed, held or corrected.
    case carriesWrong
    /// It was killed, held or corrected itself.
    case wrong
  }

  /// The story that stands for a group, nil for an empty one.
  ///
  /// Of each story only the highest version counts, whenever it came: a lower one that arrives later is not
  /// the lead. What may not be used leads only where nothing else is left, and what was killed, held or corrected itself
  /// only where no copy of it is.
  public func lead(of candidates: [Candidate]) -> StoryNumber? {
    let highest = Dictionary(grouping: candidates, by: \.identity).values.compactMap { versions in
      versions.max { ($0.version, $0.number) < ($1.version, $1.number) }
    }
    for standing in Standing.allCases {
      let choice = choice(among: highest.filter { $0.standing == standing })
      if let choice { return choice.number }
    }
    return nil
  }

  private func choice(among all: [Candidate]) -> Candidate? {
    let byTime = all.sorted { one, two in
      // Those without a date come last.
      let (first, second) = (
        one.published?.milliseconds ?? .max, two.published?.milliseconds ?? .max
      )
      return (first, one.number) < (second, two.number)
    }
    switch self {
    case .first: return byTime.first
    case .longest: return byTime.max { ($0.length, $1.number) < ($1.length, $0.number) }
    case .newest: return byTime.last { $0.published != nil } ?? byTime.last
    case .agency: return byTime.last(where: \.isAgencyOriginal) ?? byTime.first
    }
  }
}
