internal import NearDuplicates
internal import Store
internal import Stories

extension Ingest {
  /// Stories that one step looks at again: a few milliseconds, so that new ones don't wait.
  private static var healedPerStep: Int { 200 }

  /// Takes up what people said about boilerplate since the last step, by commands or before the start.
  func hearPeople() throws {
    let last = try store.lastRuling()
    guard last != lastRuling else { return }
    let applied = try store.appliedRuling()
    taster.adopt(try store.rulings(), appliedThrough: applied)
    lastRuling = last
    if applied < last { log.heardPeople() }
  }

  /// Looks again at stories of outlets whose furniture has become known, and sets their groups right.
  ///
  /// - Returns: whether there was anything to look at.
  func heal(isIdle: Bool) throws -> Bool {
    do {
      var heard: [[GroupChange]] = []
      let healed = try taster.heal(limit: Ingest.healedPerStep, isIdle: isIdle) {
        try desk.members.keepOlder(in: &$0.placement)
        heard.append(try desk.audible($0.placement))
      }
      try taster.throwFailure()
      guard let healed else { return try noteApplied() }
      guard !healed.isEmpty else { return true }
      let numbers = try store.nextNumbers()
      var commit = Commit(nextStory: numbers.story, nextGroup: numbers.group)
      let now = wall()
      for (tasted, audible) in zip(healed, heard) { try take(tasted, audible, &commit, at: now) }
      commit.nextGroup = taster.nextGroup
      try put(commit)
      log.healed(healed.count)
      return true
    } catch {
      needsRebuild = true
      throw error
    }
  }

  private func take(
    _ tasted: Taster.Tasted, _ audible: [GroupChange], _ commit: inout Commit, at now: Instant
  ) throws {
    commit.signedAnew.append(
      (tasted.number, SignedText(signature: tasted.signature, boilerplate: tasted.boilerplate)))
    if let change = tasted.change, !desk.hides(tasted.number) {
      commit.boilerplate.changes.append(change)
    }
    try commit.take(
      tasted.placement, of: tasted.number, rule: options.rule, at: now,
      audible: audible, hidden: desk.hides, groupOf: { taster.keeper.group(of: $0) },
      why: tasted.cause?.sentence ?? "what the outlet prints under its stories has become known")
  }

  /// Notes that all stories have been held against what people said.
  ///
  /// - Returns: false: there was nothing to look at.
  private func noteApplied() throws -> Bool {
    guard !taster.hasRulingsToApply, taster.applied < lastRuling else { return false }
    try store.noteApplied(lastRuling)
    taster.applied = lastRuling
    return false
  }
}
