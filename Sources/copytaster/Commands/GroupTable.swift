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

    init(_ entry: Batch.Entry) {
      (id, outlet) = (entry.id, entry.outlet?.name ?? "-")
      (published, title) = (entry.published, entry.title ?? "")
    }

    init(_ stored: StoredStory) {
      id = stored.version > 1 ? "\(stored.story.id) v\(stored.version)" : stored.story.id
      outlet = stored.story.outlet?.name ?? "-"
      (published, title) = (stored.story.published, stored.story.title ?? "")
    }
  }

  /// Prints a group: its headline, then a line a story that fits the terminal.
  static func show(_ lines: [Line], name: String?) {
    guard let first = lines.first else { return }
    let head = first.title.isEmpty ? first.id : first.title
    let size = Words.count(lines.count, "story", "stories")
    let label = name.map { "\($0)  " } ?? ""
    Terminal.say(
      Style.bold(label + head.printable.prefix(Terminal.width - 24)) + Style.dim("  \(size)"))
    let outletWidth = min(24, lines.map(\.outlet.columns).max() ?? 0)
    let idWidth = min(26, lines.map(\.id.columns).max() ?? 0)
    for line in lines {
      let fixed =
        "  \(Words.time(line.published).fitted(to: 16))  \(line.outlet.fitted(to: outletWidth))  "
        + line.id.fitted(to: idWidth) + "  "
      let rest = max(8, Terminal.width - fixed.columns)
      Terminal.say(
        fixed
          + Style.dim(
            line.title.columns > rest ? line.title.fitted(to: rest) : line.title.printable))
    }
    Terminal.say("")
  }
}
