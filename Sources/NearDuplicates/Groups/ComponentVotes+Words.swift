extension ComponentVotes.Vote {
  /// The vote as a sentence; nil where the component was not asked, since the pair or an identity decides, and where
  /// it said what the pair says by itself, in whole percentages.
  ///
  /// - Parameters:
  ///   - inner: what to call the inner story, see `inner`.
  ///   - outer: what to call the other.
  /// - Returns: the sentence, without a full stop.
  public func sentence(inner: String, outer: String) -> String? {
    guard percent(alone) != percent(voted) else { return nil }
    let told =
      factors.isEmpty
      ? "" : ": " + factors.map { $0.words(inner: inner, outer: outer) }.joined(separator: "; ")
    return
      "the \(stories) stories of their component give this pair \(percent(voted)), by itself it has "
      + percent(alone) + told
  }

  private func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
}

extension ComponentVotes.Factor {
  /// What the inner story is called where it has no name: the one of which the other has more.
  public static let inner = "the inner story"
  /// What the other is called.
  public static let outer = "the outer story"

  /// The measurement as a person would say it.
  ///
  /// - Parameters:
  ///   - inner: what to call the inner story, the one of which the other has more.
  ///   - outer: what to call the other.
  /// - Returns: the words.
  public func words(inner: String = Self.inner, outer: String = Self.outer) -> String {
    switch name {
    case .strength: "\(percent) by what the two share"
    case .alike: "\(percent) of their ties are to the same stories"
    case .support: "other stories tie the two together as \(ties) would"
    case .chain: "a third story is tied to both by \(percent) or more"
    case .stories: "\(Int(value)) stories in the component"
    case .coveredInside, .friendsInside, .othersInside, .othersAloneInside, .pullInside,
      .wholeInside, .welcomeInside, .doubtInside, .rivalInside:
      words(of: inner, seenFrom: outer)
    case .coveredOutside, .friendsOutside, .othersOutside, .othersAloneOutside, .pullOutside,
      .wholeOutside, .welcomeOutside, .doubtOutside, .rivalOutside:
      words(of: outer, seenFrom: inner)
    }
  }

  /// What is measured of one of the two. What is tied to the other counts as its version here.
  private func words(of story: String, seenFrom other: String) -> String {
    let strangers = "stories that are no versions of \(other)"
    return switch name {
    case .coveredInside, .coveredOutside: "\(percent) of \(story) stands in \(other)"
    case .pullInside, .pullOutside: "\(story) is tied to other stories as by \(ties)"
    case .friendsInside, .friendsOutside:
      "\(percent) of \(story) stands in \(other) and its versions"
    case .othersInside, .othersOutside: "\(percent) of \(story) stands in \(strangers)"
    case .othersAloneInside, .othersAloneOutside:
      "\(percent) of \(story) stands only in \(strangers)"
    case .wholeInside, .wholeOutside: "\(percent) of \(story) stands in some other story"
    case .welcomeInside, .welcomeOutside:
      "\(story) is tied to the versions of \(other) by \(percent) in the mean"
    case .doubtInside, .doubtOutside:
      "a version of \(story) is, by \(percent), none of \(other)"
    default: "\(percent) of \(story) stands in a story that is no version of \(other)"
    }
  }

  private var percent: String { "\(Int((value * 100).rounded())) %" }
  /// A sum of strengths, as so many ties of full strength.
  private var ties: String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) ties of full strength"
  }
}
