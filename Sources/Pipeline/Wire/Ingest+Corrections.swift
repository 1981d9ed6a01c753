internal import Inbox
internal import Store
internal import Stories
internal import Wire

extension Ingest {
  /// Later versions after which an agency's signal is known to come with each of them.
  private static var habit: Int { 4 }

  /// Whether a version mends an error, by its words or by a signal that is not a habit.
  ///
  /// Some agencies signal a correction with every version above the first; where all that came signalled
  /// one, the signal says nothing.
  func mends(_ story: Story) throws -> Bool {
    if CorrectionWords.are(in: story) { return true }
    guard let facts = story.facts, facts.signals.contains(.correction) else { return false }
    guard let agency = facts.agency else { return true }
    let seen = try store.corrections(of: agency)
    return seen.versions < Self.habit || seen.signalled < seen.versions
  }

  /// Notes what a version does to those before it: ends their hold, corrects them.
  func noteVersions(
    _ stored: StoredStory, _ versions: [StoryNumber], mends: Bool, _ work: inout PendingWork
  ) throws {
    guard !versions.isEmpty else { return }
    var told: [EventBody?] = [try endHold(stored, versions: versions, &work)]
    if mends { told.append(try correct(stored, versions: versions, &work)) }
    work.commit.events += told.compactMap { $0?.draft(at: wall()) }
  }

  /// Notes that a newcomer corrects its earlier versions, which are all stored already: those of a lower number where
  /// both have one, else those that came before it. Returns the event that says so.
  func correct(
    _ stored: StoredStory, versions: [StoryNumber], _ work: inout PendingWork
  ) throws -> EventBody? {
    let reader = try self.reader()
    let states = try reader.states(of: versions)
    let mine = stored.story.facts?.version ?? .max
    var wrong: [StoryNumber] = []
    for number in versions where states[number]?.kind != .killed {
      guard let earlier = try reader.anyStory(number), number < stored.number else { continue }
      let version = try reader.facts(of: number)?.version ?? .min
      let differs =
        earlier.story.text != stored.story.text || earlier.story.title != stored.story.title
      if version < mine, differs { wrong.append(number) }
    }
    guard !wrong.isEmpty else { return nil }
    let note =
      stored.story.facts?.editorsNote
      ?? CorrectionNotice.opening(of: stored.story.text).map(String.init)
    work.commit.wire.states += wrong.map {
      StoryState(
        story: $0, kind: .corrected, since: wall(), note: note, correction: stored.number)
    }
    // Of a version under an embargo its release tells that it was corrected.
    let told = wrong.filter { embargoed[$0] == nil }
    guard !told.isEmpty else { return nil }
    let live = try LiveList(reader).outlets(
      of: stored.group, wrong: told, replacement: stored.story)
    return .storyCorrected(
      OrderFields(
        story: stored, stories: told, live: live.map(\.story.number), note: note))
  }

  /// A usable version ends the hold on those before it. Returns the event that says so.
  func endHold(
    _ stored: StoredStory, versions: [StoryNumber], _ work: inout PendingWork
  ) throws -> EventBody? {
    guard stored.story.facts?.status == .usable else { return nil }
    let held = try reader().states(of: versions).values.filter { $0.kind == .held }
      .map(\.story).sorted()
    guard !held.isEmpty else { return nil }
    work.commit.wire.cleared += held
    let told = held.filter { embargoed[$0] == nil }
    guard !told.isEmpty else { return nil }
    return .order(.release, OrderFields(story: stored, stories: told, reason: "hold"))
  }
}
