import NearDuplicates
import Pipeline

extension DecisionFields {
  /// The decision as a sentence.
  ///
  /// - Parameters:
  ///   - kind: the event's.
  ///   - name: a story's name by its number.
  /// - Returns: the sentence, without a full stop.
  func sentence(_ kind: String, name: (Int64) throws -> String) rethrows -> String {
    guard let strongest, strongest.count == 2 else { return "nothing ties the two parts any more" }
    let names = try StoryNames(strongest, name: name)
    let pair = strongest.map { names[$0] }.joined(separator: " and ")
    if sameIdentity == true { return "the source gives \(pair) one identity" }
    let pull = "pull to \(other(kind)): \(shownMean)"
    let limit = limit(joins: kind == "group.joined" || kind == "group.merged")
    return pairs == 1
      ? "\(pull), \(limit) (\(pair)\(votes(names)))"
      : "\(pull) in the mean of \(pairs) pairs, \(limit); most between \(pair)\(votes(names))"
  }

  /// With a decimal where it would look like what it is held against.
  private var shownMean: String {
    let (whole, limit) = (Words.percent(mean), Words.percent(least))
    guard whole == limit, mean != least else { return whole }
    let tenths = Int((mean * 1000).rounded(mean < least ? .down : .up))
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// What the mean is held against. Average link takes in what pulls most first: so in the end the mean of a part may
  /// lie on the other side.
  private func limit(joins: Bool) -> String {
    switch (joins, mean >= least) {
    case (true, true): "\(Words.percent(least)) are enough"
    case (true, false): "below \(Words.percent(least)), taken in by its strongest pairs"
    case (false, false): "\(Words.percent(least)) would be needed"
    case (false, true): "more pulls it elsewhere"
    }
  }

  private func other(_ kind: String) -> String {
    switch kind {
    case "group.joined", "group.merged": "the rest of the group"
    case "group.split": "what it leaves"
    default: "the nearest group"
    }
  }

  private func votes(_ names: StoryNames) -> String {
    guard let byItself, let byComponent else { return "" }
    guard Words.percent(byItself) != Words.percent(byComponent) else {
      // What moved a vote by less than is said needs no words.
      let told = byItself == byComponent ? because : nil
      return (pairs == 1 ? "" : ": \(Words.percent(byItself))")
        + (told.map { "; " + $0.joined(separator: "; ") } ?? "")
    }
    return ": \(Words.percent(byComponent)) by the \(component) stories of the component, "
      + "\(Words.percent(byItself)) by themselves"
      + (because.map { "; what moved it: " + named($0, names).joined(separator: "; ") } ?? "")
  }

  /// Reasons with the stories' names in them.
  private func named(_ reasons: [String], _ names: StoryNames) -> [String] {
    guard let inner, let outer = strongest?.first(where: { $0 != inner }) else { return reasons }
    return reasons.map {
      $0.replacing(ComponentVotes.Factor.inner, with: names[inner])
        .replacing(ComponentVotes.Factor.outer, with: names[outer])
    }
  }
}
