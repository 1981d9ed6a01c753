extension ComponentVotes.Vote {
  /// The vote as a sentence; nil where the component was not asked, since the pair or an identity decides.
  public var sentence: String? {
    guard alone != voted else { return nil }
    let told = inner.map {
      " (the inner story is \($0): " + factors.map(\.words).joined(separator: "; ") + ")"
    }
    return
      "the \(stories) stories of their component give this pair \(percent(voted)), by itself it has "
      + percent(alone) + (told ?? "")
  }

  private func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
}

extension ComponentVotes.Factor {
  /// The measurement as a person would say it. The inner story is the one of which the other has more.
  public var words: String {
    switch name {
    case .strength: "\(percent) by what the two share"
    case .coveredInside: "\(percent) of the inner story stands in the other"
    case .coveredOutside: "\(percent) of the outer story is shared"
    case .alike: "\(percent) of what pulls at either pulls at both"
    case .support: "other stories support it \(times)"
    case .chain: "a third story is tied to both by \(percent)"
    case .pullInside: "the inner story is tied \(times)"
    case .pullOutside: "the outer story is tied \(times)"
    case .friendsInside: "\(percent) of the inner story stands in the outer one's versions"
    case .othersInside: "\(percent) of the inner story stands in strangers to the outer one"
    case .othersAloneInside: "\(percent) of the inner story stands in such strangers only"
    case .friendsOutside: "\(percent) of the outer story stands in the inner one's versions"
    case .othersOutside: "\(percent) of the outer story stands in strangers to the inner one"
    case .othersAloneOutside: "\(percent) of the outer story stands in such strangers only"
    case .wholeInside: "all together cover \(percent) of the inner story"
    case .wholeOutside: "all together cover \(percent) of the outer story"
    case .welcomeInside: "the outer story's versions take the inner one by \(percent)"
    case .welcomeOutside: "the inner story's versions take the outer one by \(percent)"
    case .doubtInside: "a firm version of the inner story lacks \(percent) to the outer one"
    case .doubtOutside: "a firm version of the outer story lacks \(percent) to the inner one"
    case .stories: "\(Int(value)) stories in the component"
    case .rivalInside: "a stranger to the outer story has \(percent) of the inner one"
    case .rivalOutside: "a stranger to the inner story has \(percent) of the outer one"
    }
  }

  private var percent: String { "\(Int((value * 100).rounded())) %" }
  /// A sum of strengths, as so many whole ties.
  private var times: String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) times"
  }
}
