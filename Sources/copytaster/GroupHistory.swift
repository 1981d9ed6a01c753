import NearDuplicates
import Pipeline
import Store
import Stories
import Wire

/// The versions of a group in time order, and what each added, dropped and changed against the earlier one
/// that it is most like.
struct GroupHistory {
  /// One version's step.
  struct Step: Encodable {
    let story: Int64
    let from: Int64
    let added: VersionChanges.Side
    let dropped: VersionChanges.Side
    let sentence: String
    /// What the component made of the pair, where it was asked.
    let vote: String?

    private enum CodingKeys: String, CodingKey { case story, from, added, dropped }
  }

  private let names: [Int64: String]
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
        DeliveredStory(stored.story, identityIsGiven: true),
        decided: try reader.boilerplate(of: stored.number))
    }
    for (position, stored) in stories.enumerated().dropFirst() {
      let earlier = Set(stories[..<position].map(\.number))
      let pairs = try reader.pairs(of: stored.number)
      guard
        let pair = pairs.first(where: { earlier.contains($0.other(than: stored.number)) }),
        let before = ready[pair.other(than: stored.number)], let after = ready[stored.number]
      else { continue }
      let changes = copyReader.changes(from: before, to: after)
      steps.append(
        Step(
          story: stored.number.value, from: pair.other(than: stored.number).value,
          added: changes.added, dropped: changes.dropped,
          sentence: pair.sentence(seenFrom: stored.number, names: stories),
          vote: try votes.vote(on: pair)?.sentence))
    }
    self.steps = steps
    names = Dictionary(uniqueKeysWithValues: stories.map { ($0.number.value, $0.story.id) })
  }

  /// Prints the steps.
  func show() {
    for step in steps {
      Terminal.say("")
      let name = (names[step.story] ?? "#\(step.story)").printable
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
      if !step.added.wordsInPlace.isEmpty || !step.dropped.wordsInPlace.isEmpty {
        Terminal.say(
          "    changed: " + Style.red(told(step.dropped.wordsInPlace)) + " → "
            + Style.green(told(step.added.wordsInPlace)))
      }
    }
  }

  private func show(_ side: VersionChanges.Side, _ verb: String, _ style: Style) {
    for passage in side.passages.prefix(4) {
      let room = max(20, Terminal.width - 16)
      let line = passage.printable
      Terminal.say(
        "    \(verb.fitted(to: 8)) "
          + style(line.columns > room ? line.fitted(to: room) : line))
    }
    if side.passages.count > 4 { Terminal.say("             … \(side.passages.count - 4) more") }
    list(side.figures, "figures \(verb)")
    list(side.names, "names \(verb)")
    if !side.quotations.isEmpty {
      Terminal.say("    \(Words.count(side.quotations.count, "quotation", "quotations")) \(verb)")
    }
  }

  private func list(_ words: [String], _ label: String) {
    guard !words.isEmpty else { return }
    Terminal.say("    \(label): \(brief(words))")
  }

  /// What went or came in passages; a dash for nothing.
  private func told(_ words: [String]) -> String { words.isEmpty ? "–" : brief(words) }

  private func brief(_ words: [String]) -> String {
    words.prefix(8).map(\.printable).joined(separator: ", ") + (words.count > 8 ? ", …" : "")
  }
}
