internal import Stories

extension [GroupChange] {
  /// The same changes with splits off a group after what comes into it: else all that anybody knows of might leave it
  /// for a moment, which would tell that something else is there.
  func arrivalsFirst() -> [GroupChange] {
    var (early, late): ([GroupChange], [GroupChange]) = ([], [])
    var (newcomers, last): ([GroupChange], [GroupChange]) = ([], [])
    for change in self {
      switch change {
      case .opened, .joined: newcomers.append(change)
      case .split(let from, _, _) where contains { $0.isJoin(to: from) }: last.append(change)
      case .split(let from, _, _) where contains { $0.comesInto(from) }: late.append(change)
      case .split, .merged: early.append(change)
      }
    }
    return early + late + newcomers + last
  }
}

extension GroupChange {
  /// Whether a newcomer joins a group by it.
  fileprivate func isJoin(to group: GroupNumber) -> Bool {
    guard case .joined(group, _) = self else { return false }
    return true
  }

  /// Whether stories of other groups come into a group by it.
  fileprivate func comesInto(_ group: GroupNumber) -> Bool {
    switch self {
    case .split(_, group, _), .merged(_, group): true
    case .opened, .joined, .split, .merged: false
    }
  }
}
