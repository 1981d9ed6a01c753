import Pipeline
import Store
import Stories

/// An event as a person reads it: one line, nothing for those that another line already says.
struct EventSentence {
  /// The line, or nil.
  let text: String?

  init(_ event: StoredEvent, _ reader: StoreReader) throws {
    let body = try EventFields(event)
    let group = "g\(body.group ?? 0)".fitted(to: 5)
    switch event.draft.kind {
    case "group.opened":
      text = try Style.dim("new    \(group)") + EventSentence.name(body.story, reader)
    case "group.joined":
      let likeness = try EventSentence.likeness(body, reader)
      text =
        try Style.green("joins  \(group)")
        + EventSentence.name(body.story, reader, room: -likeness.columns) + Style.dim(likeness)
    case "group.merged":
      let from = (body.from ?? []).map { "g\($0)" }.joined(separator: ", ")
      text = Style.yellow("merge  \(group)") + "takes in \(from)"
    case "group.split":
      let from = (body.from ?? []).map { "g\($0)" }.joined(separator: ", ")
      text =
        try Style.yellow("split  \(group)") + EventSentence.names(body.stories ?? [], reader)
        + " out of \(from)"
    case "story.refused":
      let refusal = "\(body.file ?? ""): \(body.problem ?? ""); \(body.remedy ?? "")"
      text = Style.yellow("refuse ") + refusal.printable
    case "story.killed", "story.held", "story.released", "story.corrected":
      let word = event.draft.kind.dropFirst("story.".count)
      let live = body.live.map {
        $0.isEmpty ? "" : "; still live in \(Words.count($0.count, "story", "stories"))"
      }
      // An order can come before its story.
      let place = body.group == nil ? "waits for its story" : group
      text =
        try Style.yellow("\(word) \(place)") + EventSentence.name(body.story, reader)
        + Style.dim(body.group == nil ? "" : live ?? "")
    default: text = nil
    }
  }

  /// When, who and what, in what of the terminal's columns is left beside the words that begin the line. `room` are
  /// columns more that it may take; below 0 for what will stand behind it.
  private static func name(
    _ number: Int64?, _ reader: StoreReader, room: Int = 0
  ) throws -> String {
    guard let number, let stored = try reader.story(StoryNumber(number)) else { return "" }
    let outlet = stored.story.outlet?.name ?? "-"
    let head = stored.story.title ?? stored.story.id
    let who = outlet.fitted(to: max(10, min(20, Terminal.width - 80)))
    let start = "\(Words.time(stored.story.published).fitted(to: 16))  \(who)  "
    let left = Terminal.width - 12 - start.columns + room
    return start + head.fitted(to: max(10, min(52, left)))
  }

  /// `2 stories (npa-002, ledger-011)`.
  private static func names(_ numbers: [Int64], _ reader: StoreReader) throws -> String {
    let count = Words.count(numbers.count, "story", "stories")
    let names = try numbers.prefix(4).compactMap {
      try reader.story(StoryNumber($0))?.story.id.printable
    }
    guard !names.isEmpty else { return count }
    let more = numbers.count > names.count ? ", …" : ""
    return "\(count) (\(names.joined(separator: ", "))\(more))"
  }

  private static func likeness(_ body: EventFields, _ reader: StoreReader) throws -> String {
    guard let like = body.like, let relation = body.relation,
      let other = try reader.story(StoryNumber(like))
    else { return "" }
    return "  \(relation.rawValue) of \(other.story.id.printable), "
      + Words.percent(body.containment ?? 0)
  }
}
