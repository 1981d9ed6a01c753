import Pipeline
import Store
import Stories

/// A group as a small table: who ran what, when.
enum GroupTable {
  /// One story's line.
  struct Line {
    let id: String
    let outlet: String
    let published: Instant?
    let title: String
    /// That it may not be used as it is, and since when.
    let state: String?

    init(_ entry: Batch.Entry) {
      (id, outlet) = (entry.id, entry.outlet?.name ?? "-")
      (published, title, state) = (entry.published, entry.title ?? "", nil)
    }

    /// - Parameters:
    ///   - stored: the story.
    ///   - state: whether it may be used.
    ///   - isNumbered: whether its number is told too.
    init(_ stored: StoredStory, _ state: StoryState?, isNumbered: Bool = false) {
      let take = stored.version > 1 ? "\(stored.story.id) v\(stored.version)" : stored.story.id
      id = isNumbered ? "\(stored.number) \(take)" : take
      outlet = stored.story.outlet?.name ?? "-"
      (published, title) = (stored.story.published, stored.story.title ?? "")
      self.state = state?.words
    }
  }

  /// Prints a group: its headline, then a line a story that fits the terminal.
  ///
  /// - Parameters:
  ///   - lines: the stories.
  ///   - name: what the group is called, before its headline.
  ///   - headline: instead of that of the first story.
  ///   - total: stories of the group, where these are not all.
  static func show(
    _ lines: [Line], name: String?, headline: String? = nil, of total: Int? = nil
  ) {
    guard let first = lines.first else { return }
    let head = headline ?? (first.title.isEmpty ? first.id : first.title)
    let stories = Words.count(total ?? lines.count, "story", "stories")
    let size = total.map { $0 > lines.count } == true ? "\(lines.count) of \(stories)" : stories
    let label = name.map { "\($0.printable)  " } ?? ""
    let room = max(8, Terminal.width - label.columns - size.columns - 2)
    Terminal.say(Style.bold(label + head.cut(to: room)) + Style.dim("  \(size)"))
    let widths = widths(of: lines)
    for line in lines {
      let fixed =
        "  \(Words.timeInTable(line.published))  \(line.outlet.fitted(to: widths.outlet))  "
        + line.id.fitted(to: widths.id) + "  "
      Terminal.say(fixed + rest(of: line, in: max(least, Terminal.width - fixed.columns)))
    }
    Terminal.say("")
  }

  /// Columns for a headline, whatever else there is to say.
  private static var least: Int { Terminal.isNarrow ? 6 : 8 }

  /// Columns for outlets and ids, so that some are left for the headlines.
  private static func widths(of lines: [Line]) -> (outlet: Int, id: Int) {
    let room = Terminal.width - (Terminal.isNarrow ? 19 : 24) - least - 2
    let id = min(26, lines.map(\.id.columns).max() ?? 0, max(8, room / 2))
    return (min(24, lines.map(\.outlet.columns).max() ?? 0, max(6, room - id)), id)
  }

  private static func rest(of line: Line, in columns: Int) -> String {
    guard let state = line.state?.cut(to: columns) else {
      return Style.dim(line.title.cut(to: columns))
    }
    let left = columns - state.columns - 2
    let title = left < 8 || line.title.isEmpty ? "" : Style.dim("  " + line.title.cut(to: left))
    return Style.yellow(state) + title
  }
}

extension StoryState {
  /// `killed since 2026-03-02 08:00`.
  var words: String { "\(kind.rawValue) since \(Words.time(since))" }
}
