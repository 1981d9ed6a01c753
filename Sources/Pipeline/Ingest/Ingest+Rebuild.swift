internal import Foundation
internal import NearDuplicates
internal import Store
internal import Stories

extension Ingest {
  private static var signAnewBatch: Int { 500 }

  /// Brings all signatures to the current stamp, in batches that neither a crash nor a stop can spoil: the
  /// next start goes on where this one ended.
  static func signAnew(
    _ store: Store, _ signer: Signer, _ foundation: IngestFoundation, _ log: IngestLog,
    _ pulse: () -> Bool
  ) throws {
    let count = try store.settle(signer.stamp, maySignAnew: foundation.maySignAnew)
    guard count > 0 else { return }
    log.signingAnew(count)
    let (shingler, sketch) = (signer.shingler, signer.sketch)
    while try store.resign(
      limit: signAnewBatch,
      signer: { try Signer(shingler: shingler, sketch: sketch).signature(ofText:) }
    ) > 0 {
      if !pulse() { throw CancellationError() }
    }
  }

  /// Makes a taster from what is stored: signatures into bands, ties between stories, groups as they are.
  static func rebuild(
    _ store: Store, _ signer: Signer, _ foundation: IngestFoundation, _ options: IngestOptions,
    at now: Instant, _ log: IngestLog
  ) throws -> Taster {
    let started = ContinuousClock.now
    var keeper = GroupKeeper(
      plan: foundation.plan, window: foundation.window, rule: options.rule,
      shingler: foundation.shingler)
    let edge = now.advanced(byMilliseconds: -foundation.window)
    try store.restoreStories(since: edge) { story in
      let face = Face(
        outlet: story.outlet, published: story.published, tieBreak: story.digest.tieBreak)
      keeper.restore(
        story.number, face: face, group: story.group, signature: story.signature,
        arrived: story.received)
    }
    try store.restorePairs(since: edge) { first, second, relation, strength in
      keeper.restoreTie(first, second, relation: relation, strength: strength)
    }
    let next = try store.nextNumbers()
    keeper.reserveGroups(through: GroupNumber(next.group - 1))
    let taster = Taster(signer: signer, keeper: keeper, cacheBytes: foundation.cacheBytes) {
      story in
      (try? store.text(of: story)) ?? nil
    }
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    log.rebuilt(stories: taster.count, seconds: (seconds * 100).rounded() / 100)
    return taster
  }

  /// Throws the groups in memory away and makes them anew from the store.
  func rebuildIfNeeded() throws {
    guard needsRebuild else { return }
    taster = try Ingest.rebuild(store, taster.signer, foundation, options, at: wall(), log)
    nextStory = try store.nextNumbers().story
    try restoreWire()
    needsRebuild = false
  }
}
