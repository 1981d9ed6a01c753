internal import Inbox
internal import NearDuplicates
internal import Store
internal import Stories
internal import SystemPackage
internal import Wire

extension Ingest {
  /// Refusals of one file that get an event each; past it one event counts the rest.
  private static var refusalEventsPerFile: Int { 20 }
  /// Parts of a file, whatever they are, after which it is asked whether to go on.
  private static var partsBetweenSigns: Int { 1000 }

  /// Reads, groups, commits and moves some claimed files.
  func process(_ files: [ClaimedFile], recovered: Bool = false) throws {
    guard !files.isEmpty else { return }
    // A large file is gone through once before its first story is there.
    whileBusy(self)
    do {
      var work = newWork()
      for file in files { try read(file, recovered: recovered, &work) }
      try commit(&work)
    } catch {
      needsRebuild = true
      throw error
    }
    // The stories are safe; where no file could be moved, these are dealt with as after a crash.
    try intake.throwMoveFailure()
  }

  func newWork() -> PendingWork {
    PendingWork(nextStory: nextStory, nextGroup: taster.nextGroup)
  }

  private func read(_ file: ClaimedFile, recovered: Bool, _ work: inout PendingWork) throws {
    let name = file.arrival.relative.string
    var (refusals, passedOver) = (RefusedParts(), RefusedParts())
    var (taken, known, parts) = (0, 0, 0)
    try file.bytes.withUnsafeBytes { bytes in
      let digest = Digest.of(bytes)
      let delivery = Delivery(
        name: file.arrival.name, outlet: file.arrival.outlet, limits: options.limits,
        outlets: options.outlets, fallbackCharset: options.fallbackCharset)
      try Readers().read(bytes, of: delivery) { outcome in
        switch outcome {
        case .refused(let refusal) where refusal.kind == .notAStory: passedOver.add(refusal)
        case .refused(let refusal): refusals.add(refusal)
        case .story(let delivered):
          let part = FilePart(file: name, digest: digest, part: parts, isReadAgain: recovered)
          if try accept(delivered, from: part, &work) {
            taken += 1
          } else {
            known += 1
            work.known += 1
          }
          if work.isFull {
            try commit(&work)
            fault(.midFile)
            try pulse.beat()
          }
        }
        parts += 1
        if parts.isMultiple(of: Ingest.partsBetweenSigns) { try pulse.beat() }
      }
      // Beside stories what is none is passed over; alone it is why the file is refused.
      if taken + known == 0 { refusals.add(passedOver) }
      if try recovered && store.hasDelivery(digest, name: name) { return }
      try note(name, digest, refusals, taken: taken, known: known, &work)
    }
    let reason = refusals.count == 0 ? nil : Ingest.reason(refusals, taken: taken + known)
    work.finished.append(.init(arrival: file.arrival, reason: reason))
  }

  /// Groups a story, unless it is stored already. Returns whether it was taken.
  private func accept(
    _ delivered: DeliveredStory, from part: FilePart, _ work: inout PendingWork
  ) throws -> Bool {
    if let notice = delivered.story.facts?.notice {
      // An order finds every story that came before it.
      try commitAndTell(&work)
      let isTaken = try desk.orders.take(delivered, notice, from: part, &work)
      try tellStates(&work)
      return isTaken
    }
    if try work.contains(delivered.digest) || store.hasStory(delivered.digest) { return false }
    let mends = try desk.corrections.mends(delivered.story)
    // What a correction corrects must be in the store, to be found and compared.
    if mends { try commitAndTell(&work) }
    let (story, now) = (delivered.story, wall())
    let number = StoryNumber(work.commit.nextStory)
    let keys = WireKeys(delivered)
    let ties = try desk.takes.ties(of: delivered, keys, at: story.published ?? now, work)
    let tasted = taster.taste(
      delivered, number: number, arrived: now, earlierTakes: ties.all)
    try taster.throwFailure()
    var placement = tasted.placement
    try desk.members.keepOlder(in: &placement)
    let stored = StoredStory(
      number: number, story: story, digest: delivered.digest,
      version: try story.facts?.version.flatMap { Int(exactly: $0) } ?? desk.takes.count(ties, work)
        + 1,
      received: now, group: placement.group, identityIsGiven: delivered.identityIsGiven)
    work.add(
      stored, SignedText(signature: tasted.signature, boilerplate: tasted.boilerplate), keys)
    if let until = story.facts?.embargo, until > now {
      desk.states.embargoes.begin(number, until: until)
      work.commit.wire.embargoes.append((number, until))
    } else {
      work.commit.events.append(
        try EventBody.storyAccepted(stored, file: part.file).draft(at: now))
      if let change = tasted.change { work.commit.boilerplate.changes.append(change) }
    }
    try work.commit.take(
      placement, of: number, rule: options.rule, at: now, audible: try desk.audible(placement),
      hidden: desk.hides, groupOf: { taster.keeper.group(of: $0) })
    work.commit.nextGroup = taster.nextGroup
    try noteOrders(stored, keys, ties, mends: mends, &work)
    try desk.copies.note(number, placement, &work)
    try tellStates(&work)
    if placement.reachedLimit, !desk.hides(number) {
      tally.reachedLimit += 1
      log.reachedLimit(number, count: tally.reachedLimit)
    }
    return true
  }

  /// Notes what a newcomer does to its earlier versions, and what earlier orders do to it.
  private func noteOrders(
    _ stored: StoredStory, _ keys: WireKeys, _ ties: Ties, mends: Bool, _ work: inout PendingWork
  ) throws {
    try desk.orders.carryOutWaiting(on: stored, keys, versions: ties.versions, &work)
    let later = try desk.corrections.later(than: stored, of: ties.versions, work)
    if !later.isEmpty {
      // They are read back from the store.
      try commit(&work)
      try desk.corrections.noteCorrection(
        of: stored, by: later, versions: ties.versions, &work)
    }
    // Under an embargo a version changes nothing that could be seen; it does when it is released.
    guard stored.story.facts != nil || mends, !desk.hides(stored.number) else { return }
    let versions =
      mends && ties.versions.isEmpty ? try desk.takes.sameCopy(as: stored, keys) : ties.versions
    try desk.corrections.noteVersions(stored, versions, mends: mends, &work)
  }

  private func note(
    _ name: String, _ digest: ContentDigest, _ refusals: RefusedParts, taken: Int, known: Int,
    _ work: inout PendingWork
  ) throws {
    let now = wall()
    work.commit.ledger.append(
      LedgerRow(
        name: name, digest: digest, at: now, taken: taken, known: known, refused: refusals.count,
        reason: refusals.first.first?.description))
    for refusal in refusals.first.prefix(Ingest.refusalEventsPerFile) {
      work.commit.events.append(try refusal.event(file: name, at: now))
    }
    if refusals.count > Ingest.refusalEventsPerFile {
      let rest = refusals.count - Ingest.refusalEventsPerFile
      work.commit.events.append(
        try Refusal(
          problem: "\(rest) more parts of this file are refused", remedy: "see its .reason"
        )
        .event(file: name, at: now))
    }
    for refusal in refusals.first {
      tally.refused += 1
      log.refused(name, refusal.description, count: tally.refused)
    }
    tally.refused += refusals.rest
    if refusals.rest > 0 { log.refusedMore(name, refusals.rest) }
    if let last = refusals.last { tally.lastRefusal = "\(name): \(last)" }
  }

  /// Makes everything durable, then lets the files go.
  func commit(_ work: inout PendingWork) throws {
    work.commit.wire.untold += work.mayCarry
    if !work.commit.isEmpty {
      fault(.beforeCommit)
      try put(work.commit)
      nextStory = work.commit.nextStory
      fault(.afterCommit)
      tally.accepted += work.commit.stories.count
      tally.known += work.known
      log.committed(
        stories: work.commit.stories.count, known: work.known, files: work.finished.count)
    }
    let finished = work.finished
    work = newWork()
    intake.dispose(finished)
  }

  private static func reason(_ refusals: RefusedParts, taken: Int) -> String {
    var lines = refusals.first.map(\.description)
    if refusals.rest > 0 { lines.append("and \(refusals.rest) more") }
    if taken > 0 {
      let what = taken == 1 ? "1 story of this file was" : "\(taken) stories of this file were"
      lines.append(
        "\(what) taken. Correct the rest and drop the file again: "
          + "what was taken is recognised and not counted twice.")
    }
    return lines.joined(separator: "\n")
  }
}

extension Refusal {
  func event(file: String, at now: Instant) throws(EventError) -> EventDraft {
    try EventBody.storyRefused(file: file, line: line, problem: problem, remedy: remedy).draft(
      at: now)
  }
}
