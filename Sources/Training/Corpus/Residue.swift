/// Makes training stories that look like what a wire daemon sees: news with a little boilerplate left on.
///
/// Pages are mostly menu; a story's residue is a few lines before and after, and what interrupts it. So
/// pages are cropped to their article and some paragraphs around it, and articles of a wire get runs of
/// paragraphs from around the articles of one host. Seeded.
struct Residue {
  private var generator: SeededOrder

  /// Starts at a seed.
  init(seed: UInt64) { generator = SeededOrder(seed: seed) }

  /// Pages cropped to stories, several crops a page.
  mutating func stories(of pages: [LabelledPage], crops: Int) -> [LabelledStory] {
    pages.flatMap { page in
      (0..<crops).compactMap { _ in
        page.story(
          before: few(), after: some(upTo: 16), withTitle: generator.below(2) == 0)
      }
    }
  }

  /// News stories with residue of pages put before, after and, as a line or two, between. Each gets its
  /// page's host, so that splits by host hold for it too.
  mutating func stories(of news: [LabelledStory], from pages: [LabelledPage])
    -> [LabelledStory]
  {
    guard !pages.isEmpty else { return [] }
    return news.map { story in
      let page = pages[generator.below(pages.count)]
      let short = page.parts.filter {
        $0.label == .boilerplate && (10..<100).contains($0.text.utf8.count)
      }
      var lines = newsLines(of: story)
      for _ in 0..<few() where !short.isEmpty && lines.count > 1 {
        lines.insert(short[generator.below(short.count)], at: 1 + generator.below(lines.count))
      }
      if generator.below(3) == 0, let title = page.title {
        lines.insert(LabelledPart(title, .news), at: 0)
      }
      return LabelledStory(
        id: story.id, host: page.host, parts: head(of: page) + lines + tail(of: page))
    }
  }

  /// The lines of a story; of one in six no more than the first two, as behind a paywall.
  private mutating func newsLines(of story: LabelledStory) -> [LabelledPart] {
    let lines = story.text.split(whereSeparator: \.isNewline).map {
      LabelledPart(String($0), .news)
    }
    return generator.below(6) == 0 ? Array(lines.prefix(1 + generator.below(2))) : lines
  }

  private mutating func head(of page: LabelledPage) -> [LabelledPart] {
    Array(page.boilerplate(before: true).suffix(few()))
  }

  /// A run from after the article, half of the time from its very end.
  private mutating func tail(of page: LabelledPage) -> [LabelledPart] {
    let rest = page.boilerplate(before: false)
    let start = generator.below(2) == 0 ? 0 : generator.below(rest.count)
    return Array(rest.dropFirst(start).prefix(some(upTo: 12)))
  }

  /// None in two of three cases, else up to three: little is left on top.
  private mutating func few() -> Int {
    generator.below(3) == 0 ? 1 + generator.below(3) : 0
  }

  /// None in one of four cases, else up to so many.
  private mutating func some(upTo most: Int) -> Int {
    generator.below(4) == 0 ? 0 : 1 + generator.below(most)
  }
}
