import NearDuplicates
import Pipeline
import Store
import Stories
import Wire

/// The versions of a group in time order, and what each added, dropped and changed against its own last take, or else
/// against the earlier one that it is most like.
struct GroupHistory {
  /// One version's step.
  struct Step: Encodable {
    let story: Int64
    let from: Int64
    let added: VersionChanges.Side
    let dropped: VersionChanges.Side
    let alteredQuotations: [VersionChanges.Altered]
    let wordsChanged: [VersionChanges.Altered]
    let wordsMoved: [String]
    let passagesMoved: [String]
    let sentence: String
    /// What the component made of the pair, where it was asked.
    let vote: String?

    private enum CodingKeys: String, CodingKey {
      case story, from, added, dropped, alteredQuotations, wordsChanged, wordsMoved
      case passagesMoved
    }
  }

  private let names: StoryNames
  let steps: [Step]

  /// Works out the steps.
  ///
  /// - Parameters:
  ///   - stories: in time order.
  ///   - reader: of the store, which knows what of each story was decided not to count.
  ///   - votes: of the same store.
  ///   - copyReader: reads the texts.
  /// - Throws: `StoreError`.
  init(
    _ stories: [StoredStory], _ reader: StoreReader, _ votes: StoredVotes, _ copyReader: CopyReader
  ) throws {
    var steps: [Step] = []
    var ready: [StoryNumber: ComparableStory] = [:]
    for stored in stories {
      ready[stored.number] = copyReader.comparable(
        DeliveredStory(stored.story, identityIsGiven: stored.identityIsGiven),
        decided: try reader.boilerplate(of: stored.number))
    }
    names = StoryNames(stories)
    for (position, stored) in stories.enumerated().dropFirst() {
      let earlier = Set(stories[..<position].map(\.number))
      let pairs = try reader.pairs(of: stored.number).filter {
        earlier.contains($0.other(than: stored.number))
      }
      let own = GroupHistory.ownTakes(of: stored, among: stories[..<position])
      let last = own.reversed().lazy.compactMap { take in
        pairs.first { $0.other(than: stored.number) == take }
      }.first
      guard let pair = last ?? GroupHistory.closest(pairs, to: stored.number),
        let before = ready[pair.other(than: stored.number)], let after = ready[stored.number]
      else { continue }
      let changes = copyReader.changes(from: before, to: after)
      steps.append(
        Step(
          story: stored.number.value, from: pair.other(than: stored.number).value,
          added: changes.added, dropped: changes.dropped,
          alteredQuotations: changes.alteredQuotations,
          wordsChanged: changes.wordsChanged, wordsMoved: changes.wordsMoved,
          passagesMoved: changes.passagesMoved,
          sentence: pair.sentence(seenFrom: stored.number, names: names),
          vote: try votes.vote(on: pair)?.sentence))
    }
    self.steps = steps
  }

  /// Other takes of the same story of one outlet, in their order: what an agency made of its own last take is asked before
  /// how a paper's copy of that differs, and before what it made of one that it has replaced since.
  private static func ownTakes(
    of stored: StoredStory, among stories: some Sequence<StoredStory>
  ) -> [StoryNumber] {
    guard let identity = stored.identity else { return [] }
    return stories.filter { $0.identity == identity }.map(\.number)
  }

  /// The pair with the story most alike, the first to arrive of several. How strongly two pull comes near to 1 for
  /// nearly every version, and so can't tell them apart.
  private static func closest(_ pairs: [StoredPair], to story: StoryNumber) -> StoredPair? {
    pairs.max { one, two in
      (one.likeness.resemblance, one.strength, -one.other(than: story).value)
        < (two.likeness.resemblance, two.strength, -two.other(than: story).value)
    }
  }

  /// Prints the steps.
  func show() {
    for step in steps {
      Terminal.say("")
      let name = names[step.story]
      let lines = Terminal.lines("\(name): \(step.sentence)", indentation: 4)
      for (number, line) in lines.enumerated() {
        // The name is the first line's beginning.
        let told = number == 0 && line.hasPrefix(name)
        Terminal.say(
          told ? "  " + Style.bold(name) + line.dropFirst(name.count) : "    " + line)
      }
      for line in step.vote.map({ Terminal.lines($0, indentation: 4) }) ?? [] {
        Terminal.say("    " + Style.dim(line))
      }
      show(step.added, "added", Style.green)
      show(step.dropped, "dropped", Style.red)
      tell(
        step.alteredQuotations.map { "\($0.before) → \($0.after)" }, "quotation altered",
        Style.yellow)
      tell(step.added.quoted, "put in quotation marks", Style.green)
      tell(step.dropped.quoted, "taken out of quotation marks", Style.red)
      tell(step.passagesMoved, "moved", Style.yellow)
      list(step.wordsMoved, "moved")
      show(step.wordsChanged)
    }
  }

  /// Prints what faces what: `changed: 0.50 → 1.0; – → indicated`.
  private func show(_ changes: [VersionChanges.Altered]) {
    guard !changes.isEmpty else { return }
    var lines = StyledLines(width: Terminal.width - 6)
    lines.add("changed: ")
    for (number, change) in changes.prefix(GroupHistory.toldChanges).enumerated() {
      if number > 0 { lines.add("; ") }
      lines.add(told(change.before), .red)
      lines.add(" → ")
      lines.add(told(change.after), .green)
    }
    if changes.count > GroupHistory.toldChanges { lines.add("; …") }
    for (number, line) in lines.finished.enumerated() {
      Terminal.say((number == 0 ? "    " : "      ") + line)
    }
  }

  private func show(_ side: VersionChanges.Side, _ verb: String, _ style: Style) {
    tell(side.passages, verb, style)
    list(side.figures, "figures \(verb)")
    list(side.names, "names \(verb)")
    tell(side.quotations, "quotation \(verb)", style)
  }

  /// Prints stretches of text, each whole but for very long ones.
  private func tell(_ texts: [String], _ label: String, _ style: Style) {
    for text in texts.prefix(GroupHistory.toldTexts) {
      let lines = "\(label): \(text)".printable.wrapped(to: max(20, Terminal.width - 8))
      for (number, line) in lines.prefix(GroupHistory.toldLines).enumerated() {
        let isLast = number + 1 == GroupHistory.toldLines && lines.count > GroupHistory.toldLines
        let said =
          number == 0 && line.hasPrefix(label + ":")
          ? label + ":" + style(String(line.dropFirst(label.count + 1))) : style(line)
        Terminal.say((number == 0 ? "    " : "      ") + said + (isLast ? " …" : ""))
      }
    }
    if texts.count > GroupHistory.toldTexts {
      Terminal.say("    \(label): \(texts.count - GroupHistory.toldTexts) more")
    }
  }

  /// Stretches of one kind that are printed, and lines of each; `--json` has all.
  private static let (toldTexts, toldLines) = (4, 6)
  /// Changes of words that are printed.
  private static let toldChanges = 8

  private func list(_ words: [String], _ label: String) {
    guard !words.isEmpty else { return }
    for (number, line) in "\(label): \(brief(words))".wrapped(to: Terminal.width - 6).enumerated() {
      Terminal.say((number == 0 ? "    " : "      ") + line)
    }
  }

  /// What went or came in a passage; a dash for nothing.
  private func told(_ words: String) -> String { words.isEmpty ? "–" : words.printable }

  private func brief(_ words: [String]) -> String {
    words.prefix(8).map(\.printable).joined(separator: ", ") + (words.count > 8 ? ", …" : "")
  }
}
