internal import Foundation
internal import NearDuplicates
internal import Store
internal import Stories
internal import Text

/// Brings what is stored up to this program, and makes the groups in memory from it.
struct Restoration {
  private static let signAnewBatch = 500
  /// Stories and pairs put back after which it is asked whether to go on, and told how far it is.
  private static let restoredBetweenSigns = 1000

  let store: Store
  let foundation: IngestFoundation
  let log: IngestLog
  /// Gives a sign of life, and says whether to go on.
  let goesOn: () -> Bool
  /// Told how far it is.
  var tell: (StartWork) -> Void = { _ in }

  /// Brings all signatures to the current stamp, in batches that neither a crash nor a stop can spoil: the
  /// next start goes on where this one ended.
  ///
  /// - Throws: `StoreError` or `TokeniserError`, and `CancellationError` for a stop.
  func signAnew() throws {
    let signer = try foundation.signer()
    let count = try store.settle(signer.stamp, maySignAnew: foundation.maySignAnew)
    guard count > 0 else { return }
    log.signingAnew(count)
    // What people said is not in what is signed here: all of it is to be held against the stories again.
    try store.noteApplied(0)
    var (last, done) = (StoryNumber(0), 0)
    while true {
      tell(StartWork(kind: .signing, done: done, total: count))
      let signed = try store.resign(after: last, limit: Self.signAnewBatch) { [foundation] in
        let reader = CopyReader(
          signer: try foundation.signer(), boilerplate: foundation.boilerplate)
        return { text in
          let reading = reader.read(text, outlet: nil)
          let signature = reader.sign(reader.copy(reading)).signature
          return SignedText(signature: signature, boilerplate: reading.firstSight)
        }
      }
      guard let end = signed.last else { return }
      (last, done) = (end, done + signed.count)
      try goOn()
    }
  }

  /// Keys what people said of boilerplate anew, where the keys in the store are another program's.
  func settleSegmentKeys() throws {
    let stamp = try foundation.signer().stamp.tokeniser
    let version =
      "segmenter \(Segmenter.version), tokeniser \(stamp.tokeniser), ICU \(stamp.icu)"
    _ = try store.settleSegmentKeys(version) { [foundation] in
      let signer = try foundation.signer()
      return { Segmenter().whole($0, tokens: signer.tokens(of: $0))?.key }
    }
  }

  /// Makes a taster from what is stored: signatures into bands, ties between stories, groups as they are.
  ///
  /// - Parameters:
  ///   - options: the rule, and how clean the texts are.
  ///   - now: the time.
  ///   - isAgain: whether something is in the way, of which people have been told.
  /// - Returns: the taster.
  /// - Throws: `StoreError` or `TokeniserError`, and `CancellationError` for a stop.
  func taster(
    _ options: IngestOptions, at now: Instant, isAgain: Bool = false
  ) throws -> Taster {
    let started = ContinuousClock.now
    let reader = CopyReader(signer: try foundation.signer(), boilerplate: foundation.boilerplate)
    var keeper = GroupKeeper(
      plan: foundation.plan, window: foundation.window, rule: options.rule)
    keeper.noise = options.noise
    keeper.passages = .partial
    keeper.givesReasons = true
    let taster = Taster(reader: reader, keeper: keeper, cacheBytes: foundation.cacheBytes) {
      [store] story in
      guard let (stored, _) = try store.signedStory(story) else { return nil }
      return Taster.EarlierStory(
        story: stored.story,
        face: reader.face(of: stored.story, tieBreak: stored.digest.tieBreak),
        arrived: stored.received)
    }
    taster.adopt(try store.rulings(), appliedThrough: .max)
    let edge = now.advanced(byMilliseconds: -foundation.window)
    try restore(taster, since: edge, until: now)
    let next = try store.nextNumbers()
    taster.keeper.reserveGroups(through: GroupNumber(next.group - 1))
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    log.rebuilt(
      stories: taster.count, seconds: (seconds * 100).rounded() / 100, isAgain: isAgain)
    return taster
  }

  /// Puts stories and ties back. A million stories take a minute or two.
  private func restore(
    _ taster: Taster, since edge: Instant, until now: Instant
  ) throws {
    guard let numbers = try store.numbersToRestore(since: edge, until: now) else { return }
    let total = Int(numbers.last.value - numbers.first.value + 1)
    var from = numbers.first
    // A part at a time, since nobody can be told anything in the store while it is being read.
    while true {
      let done = Int(from.value - numbers.first.value)
      tell(StartWork(kind: .indexing, done: done, total: total))
      guard
        let last = try store.restoreStories(
          from: from, since: edge, limit: Self.restoredBetweenSigns, { taster.restore($0) })
      else { break }
      from = StoryNumber(last.value + 1)
      try goOn()
    }
    var restored = 0
    let isWhole = try store.restorePairs(since: edge, until: now) { pair in
      taster.keeper.restoreTie(
        pair.first, pair.second, strength: pair.strength, isIdentity: pair.sameIdentity,
        covered: (pair.firstCovered, pair.secondCovered))
      restored += 1
      return !restored.isMultiple(of: Self.restoredBetweenSigns) || goesOn()
    }
    guard isWhole else { throw CancellationError() }
  }

  private func goOn() throws {
    if !goesOn() { throw CancellationError() }
  }
}

extension Taster {
  /// Puts back a story as the store has it. What recurs in its outlet is counted anew; what of it does not
  /// count stays as it was decided, until its outlet is looked at again.
  fileprivate func restore(_ stored: RestoredStory) {
    let story = Story(
      id: "", outlet: stored.outlet, published: stored.published, title: stored.title,
      text: stored.text)
    let reading = reader.reading(
      reader.signer.read(stored.text), of: stored.text, outlet: stored.outlet, judged: false)
    let boilerplate = stored.signed.boilerplate.filter { $0.upperBound <= reading.whole.count }
    reader.count(
      reading, as: UInt32(truncatingIfNeeded: stored.number.value), without: boilerplate,
      of: stored.text)
    let copy = reader.copy(reading, without: boilerplate)
    let packed = PackedCopy(copy)
    cache.insert(stored.number, packed)
    note(stored.number, reading, boilerplate)
    keeper.restore(
      stored.number, face: reader.face(of: story, tieBreak: stored.digest.tieBreak),
      group: stored.group, copy: packed, signature: stored.signed.signature,
      fingerprints: reader.fingerprints(of: copy), arrived: stored.received)
  }
}
