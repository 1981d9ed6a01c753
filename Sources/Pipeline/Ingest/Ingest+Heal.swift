internal import NearDuplicates
internal import Store
internal import Stories

extension Ingest {
  /// Stories that one step looks at again: a few milliseconds, so that new ones don't wait.
  private static var healedPerStep: Int { 200 }

  /// Looks again at stories of outlets whose furniture has become known, and sets their groups right.
  ///
  /// - Returns: whether there was anything to look at.
  func heal(isIdle: Bool) throws -> Bool {
    do {
      var heard: [[GroupChange]] = []
      let healed = taster.heal(limit: Ingest.healedPerStep, isIdle: isIdle) {
        heard.append(audible($0.placement.changes))
      }
      guard let healed else { return false }
      guard !healed.isEmpty else { return true }
      let numbers = try store.nextNumbers()
      var commit = Commit(nextStory: numbers.story, nextGroup: numbers.group)
      let now = wall()
      for (tasted, audible) in zip(healed, heard) {
        commit.signedAnew.append(
          (
            tasted.number,
            SignedText(signature: tasted.signature, boilerplate: tasted.boilerplate)
          ))
        commit.take(
          tasted.placement, of: tasted.number, rule: options.rule, at: now,
          audible: audible, hidden: { embargoed[$0] != nil },
          why: "what the outlet prints under its stories has become known")
      }
      commit.nextGroup = taster.nextGroup
      try store.commit(commit)
      log.healed(healed.count)
      return true
    } catch {
      needsRebuild = true
      throw error
    }
  }
}
