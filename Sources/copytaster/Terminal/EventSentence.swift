import Pipeline
import Store
import Stories

/// An event as a person reads it: one line, or two where the terminal is narrow; nothing for those that another line
/// already says.
struct EventSentence {
  /// The line, or nil.
  let text: String?

  init(_ event: StoredEvent, _ reader: StoreReader) throws {
    let body = try EventFields(event)
    let group = "g\(body.group ?? 0)".fitted(to: 5)
    let from = (body.from ?? []).map { "g\($0)" }.joined(separator: ", ")
    switch event.draft.kind {
    case "group.opened":
      text = try EventLine.story(body.story, "new    \(group)", .dim, reader)
    case "group.joined":
      let likeness = try EventSentence.likeness(body, reader)
      text = try EventLine.story(
        body.story, "joins  \(group)", .green, reader, behind: likeness)
    case "group.merged":
      text = EventLine.words("takes in \(from)", "merge  \(group)", .yellow)
    case "group.split":
      let names = try EventSentence.names(body.stories ?? [], reader)
      text = EventLine.words("\(names) out of \(from)", "split  \(group)", .yellow)
    case "story.refused":
      let refusal = "\(body.file ?? ""): \(body.problem ?? ""); \(body.remedy ?? "")"
      text = EventLine.words(refusal, "refuse ", .yellow)
    case "story.carries":
      let names = try (body.stories ?? []).compactMap { try reader.story(StoryNumber($0)) }
        .map { try reader.fullName($0) }.joined(separator: ", ")
      text = try EventLine.story(
        body.story, "carries \(group)", .yellow, reader,
        behind: "\(names), \(body.state?.rawValue ?? "wrong")")
    case "story.killed", "story.held", "story.released", "story.corrected":
      let word = event.draft.kind.dropFirst("story.".count)
      // An order can come before its story.
      guard body.group != nil else {
        let names = body.waitsFor.map { ": " + $0.joined(separator: "; ").printable } ?? ""
        text = EventLine.words("waits for its story\(names)", "\(word) ", .yellow)
        return
      }
      let live = body.live.map { $0.isEmpty ? "" : "still live in \(Words.stories($0.count))" }
      text = try EventLine.story(
        body.story, "\(word) \(group)", .yellow, reader, behind: live ?? "")
    case "order.lapsed":
      let names = body.waitsFor.map { ": " + $0.joined(separator: "; ").printable } ?? ""
      let why = body.reason == "number" ? "too many wait" : "its story has not come in 14 days"
      let order = body.state == .held ? "hold" : "kill"
      text = EventLine.words("\(order) waits no longer, \(why)\(names)", "let go ", .yellow)
    case "story.expired":
      let name = [body.outlet, body.storyID].compactMap { $0?.printable }.joined(separator: "  ")
      text = EventLine.words(name, "expire \(group)", .dim)
    default: text = nil
    }
  }

  /// `2 stories (npa-002, ledger-011)`.
  private static func names(_ numbers: [Int64], _ reader: StoreReader) throws -> String {
    let names = try numbers.prefix(4).compactMap {
      try reader.story(StoryNumber($0))?.story.id.printable
    }
    guard !names.isEmpty else { return Words.stories(numbers.count) }
    let more = numbers.count > names.count ? ", …" : ""
    return "\(Words.stories(numbers.count)) (\(names.joined(separator: ", "))\(more))"
  }

  /// What a newcomer is to the story that pulled it in, and how much of the newcomer is shared.
  private static func likeness(_ body: EventFields, _ reader: StoreReader) throws -> String {
    guard let story = body.story, let like = body.like, let relation = body.relation,
      let stored = try reader.story(StoryNumber(like))
    else { return "" }
    let name = try reader.fullName(stored)
    let share = try body.containmentOfStory ?? remembered(story, like, reader)
    return "\(relation.rawValue) of \(name)"
      + (share.map { ", shares \(Words.percent($0))" } ?? "")
  }

  /// The newcomer's share as the store has it now: for events that were written without.
  private static func remembered(
    _ story: Int64, _ like: Int64, _ reader: StoreReader
  ) throws -> Double? {
    let pair = try reader.pairs(of: StoryNumber(story)).first {
      $0.other(than: StoryNumber(story)).value == like
    }
    return pair.map {
      $0.first.value == story
        ? $0.likeness.containmentOfFirst : $0.likeness.containmentOfSecond
    }
  }
}

/// A line about an event: a word and a group, and what is said of them in the columns that are left.
private enum EventLine {
  /// About a story: when, who and what, and what stands behind its headline, below it where there is no room.
  static func story(
    _ number: Int64?, _ head: String, _ style: Style, _ reader: StoreReader, behind: String = ""
  ) throws -> String {
    guard let number, let stored = try reader.story(StoryNumber(number)) else {
      let name = number.map { "#\($0), which is gone" } ?? ""
      return words([name, behind].filter { !$0.isEmpty }.joined(separator: ": "), head, style)
    }
    let columns = Terminal.isNarrow ? 6 : max(10, min(20, Terminal.width - 80))
    let who = (stored.story.outlet?.name ?? "-").fitted(to: columns)
    let start = "\(Words.timeInTable(stored.story.published))  \(who)  "
    let title = stored.story.title ?? stored.story.id
    let room = Terminal.width - head.columns - start.columns
    let beside = behind.isEmpty ? 0 : behind.columns + 2
    let least = Terminal.isNarrow ? 4 : 10
    let left = max(least, min(52, room - beside))
    let whole = style(head) + start
    if behind.isEmpty { return whole + title.cut(to: left) }
    if room - beside >= 10 || !Terminal.outputIsTerminal {
      return whole + title.fitted(to: left) + Style.dim("  " + behind)
    }
    let lines =
      [whole + title.cut(to: max(least, room))] + below(behind, head).map { Style.dim($0) }
    return lines.joined(separator: "\n")
  }

  /// In words alone.
  static func words(_ words: String, _ head: String, _ style: Style) -> String {
    style(head) + below(words, head).joined(separator: "\n").dropFirst(head.columns)
  }

  /// Lines that begin where a head ends.
  private static func below(_ words: String, _ head: String) -> [String] {
    Terminal.lines(words, indentation: head.columns).map {
      String(repeating: " ", count: head.columns) + $0
    }
  }
}
