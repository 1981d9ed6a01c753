internal import Store
internal import Stories
internal import Wire

/// What versions do to those of the same story that came before or come late: they correct them, and end their hold.
struct Corrections {
  /// Later versions after which an agency's signal is known to come with each of them.
  private static var habit: Int { 4 }
  /// Latest versions that are asked whether they have the words that a notice quotes.
  private static var asked: Int { 8 }

  let store: Store
  let states: StoryStates
  let pulse: Pulse

  private var reader: StoreReader { states.reader }

  /// Whether a version mends an error, by its words or by a signal that is not a habit.
  ///
  /// Some agencies signal a correction with every version above the first; where all that came signalled
  /// one, the signal says nothing.
  func mends(_ story: Story) throws -> Bool {
    if CorrectionWords.are(in: story) || story.facts?.corrects != nil { return true }
    guard let facts = story.facts, facts.signals.contains(.correction) else { return false }
    guard let agency = facts.agency else { return true }
    return try !store.signalsEach(agency, atLeast: Self.habit)
  }

  /// Notes what a version does to those before it: ends their hold, corrects them. That they are corrected is told by
  /// `UntoldStates`, when all is stored: who still carries them can be asked then.
  func noteVersions(
    _ stored: StoredStory, _ versions: [StoryNumber], mends: Bool, _ work: inout PendingWork
  ) throws {
    guard !versions.isEmpty else { return }
    if let event = try endHold(stored, versions: versions, &work) {
      work.commit.events.append(try event.draft(at: states.wall()))
    }
    if mends { try correct(stored, versions: versions, &work) }
  }

  /// Notes that a newcomer corrects its earlier versions, which are all stored already: those of a lower number where
  /// both have one, else those that came before it.
  ///
  /// It is about the latest of them, or the latest that has the words which its notice quotes, and about those before that
  /// as far as they have the same words: a take that was right before a mistake came in is not to be taken down.
  private func correct(
    _ stored: StoredStory, versions: [StoryNumber], _ work: inout PendingWork
  ) throws {
    let (known, numbers) = (
      try states.states(of: versions, work), try reader.versions(of: versions)
    )
    let mine = stored.story.facts?.version ?? .max
    let order = TakeOrder(of: versions, versions: numbers)
    let earlier = try versions.filter {
      $0 < stored.number && known[$0]?.kind != .killed && numbers[$0] ?? .min < mine
    }.sorted { order.follows($0, $1) }
      .compactMap { try reader.anyStory($0) }.filter { differ($0.story, stored.story) }
    let notice = CorrectionNotice.note(of: stored.story)
    guard let (latest, mending) = try mended(by: stored.story, earlier, notice) else { return }
    states.note(stored, corrects: latest.number, &work)
    for other in earlier where other.number != latest.number {
      try pulse.beat()
      // What was corrected before is told of by that correction, and this one is told of by it.
      if let before = known[other.number]?.correction, known[before]?.kind != .killed { continue }
      if case .carries = mending.finding(in: other.story) {
        states.note(stored, corrects: other.number, &work)
      }
    }
  }

  /// Which of some versions, the latest first, a correction is about, and what it mended of that.
  private func mended(
    by correction: Story, _ earlier: [StoredStory], _ notice: String?
  ) throws -> (version: StoredStory, mending: Mending)? {
    var first: (version: StoredStory, mending: Mending)?
    for version in earlier.prefix(QuotedMending(notice).isEmpty ? 1 : Self.asked) {
      try pulse.beat()
      let mending = Mending(of: version.story, by: correction, notice: notice)
      if mending.isQuoted { return (version, mending) }
      first = first ?? (version, mending)
    }
    return first
  }

  /// The later versions of a story that came before a version of it, and may have corrected it.
  ///
  /// - Parameters:
  ///   - stored: the version that comes late.
  ///   - versions: all versions of the story.
  ///   - work: what is not committed yet.
  /// - Returns: later versions for `noteCorrection`; none where there is nothing to note.
  /// - Throws: `StoreError`.
  func later(
    than stored: StoredStory, of versions: [StoryNumber], _ work: PendingWork
  ) throws -> [StoryNumber] {
    guard let mine = stored.story.facts?.version, !versions.isEmpty else { return [] }
    let numbers = try states.versions(of: versions, work)
    let later = versions.filter {
      $0 < stored.number && !states.embargoes.hide($0) && numbers[$0] ?? .min > mine
    }
    return try later.isEmpty || states.state(of: stored.number, work) != nil ? [] : later
  }

  /// Notes that a version which comes late was corrected before it came, by one of the story's others.
  ///
  /// - Parameters:
  ///   - stored: the version that comes late.
  ///   - later: the others, all stored.
  ///   - versions: all versions of the story.
  ///   - work: takes the note.
  /// - Throws: `StoreError`.
  func noteCorrection(
    of stored: StoredStory, by later: [StoryNumber], versions: [StoryNumber],
    _ work: inout PendingWork
  ) throws {
    let corrections = try later.compactMap { try reader.wholeStory($0) }.filter {
      try differ($0.story, stored.story) && mends($0.story)
    }
    let first = corrections.min { ($0.story.facts?.version ?? 0) < ($1.story.facts?.version ?? 0) }
    guard let first, try hasMistake(stored.story, mendedBy: first, versions, work) else { return }
    states.note(first, corrects: stored.number, &work)
  }

  /// Whether a story has what a correction mended of the latest version that it is about; a story of which nobody knows
  /// that is taken to have it.
  private func hasMistake(
    _ story: Story, mendedBy correction: StoredStory, _ versions: [StoryNumber],
    _ work: PendingWork
  ) throws -> Bool {
    let corrected = try states.states(of: versions, work).filter {
      $0.value.correction == correction.number
    }.keys.compactMap { try reader.wholeStory($0) }
    guard let latest = try reader.latest(corrected) else { return true }
    let notice = CorrectionNotice.note(of: correction.story)
    let mending = Mending(of: latest.story, by: correction.story, notice: notice)
    if case .carries = mending.finding(in: story) { return true }
    return false
  }

  private func differ(_ one: Story, _ other: Story) -> Bool {
    one.text != other.text || one.title != other.title
  }

  /// A usable version ends the hold on those before it, unless it is held itself. Returns the event that says so.
  private func endHold(
    _ stored: StoredStory, versions: [StoryNumber], _ work: inout PendingWork
  ) throws -> EventBody? {
    guard stored.story.facts?.status == .usable, try states.state(of: stored.number, work) == nil
    else {
      return nil
    }
    let holds = try states.states(of: versions, work).values.filter { $0.kind == .held }
    guard !holds.isEmpty else { return nil }
    let (mine, numbers) = (
      stored.story.facts?.version ?? .max, try states.versions(of: holds.map(\.story), work)
    )
    var ended: [StoryNumber] = []
    for hold in holds.sorted(by: { $0.story < $1.story })
    where numbers[hold.story] ?? .min <= mine {
      try states.end(hold: hold, &work)
      if !states.embargoes.hide(hold.story) { ended.append(hold.story) }
    }
    guard !ended.isEmpty else { return nil }
    return .order(.release, OrderFields(story: stored, stories: ended, reason: "hold"))
  }
}
