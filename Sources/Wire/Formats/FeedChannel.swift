internal import Stories

/// What a feed says of all its items, and how one of them is read.
struct FeedChannel {
  private let format: String
  private var title: String?
  /// A BCP 47 language tag.
  var language: String?
  private var copyright: String?
  private var author: String?

  init(_ format: String) { self.format = format }

  /// Reads an element of the channel itself.
  mutating func read(_ element: XMLNode) {
    if element.isOfMedia { return }
    switch element.name {
    case "title": title = title ?? element.line
    case "language": language = language ?? element.line
    case "rights", "copyright": copyright = copyright ?? element.line
    case "author": author = author ?? element.first("name")?.line
    default: break
    }
  }

  /// One item's story, or what it is instead.
  func outcome(
    _ item: XMLNode, _ line: Int, _ delivery: Delivery, _ charset: String?
  ) throws(Refusal) -> Outcome {
    if let what = FeedChannel.other(item) { return .refused(.notAStory(what, line: line)) }
    var draft = StoryDraft(format, line: line)
    draft.facts.charset = charset
    draft.url = FeedChannel.link(of: item)
    draft.id = item.own("guid")?.line ?? item.own("id")?.line ?? draft.url
    draft.headline = try text(item.own("title") ?? item.first("title"))
    draft.facts.provider =
      item.own("source").flatMap { $0.first("title")?.line ?? $0.line } ?? title
    draft.facts.byline = FeedChannel.byline(of: item)
    draft.facts.credit = item.own("credit")?.line
    draft.facts.copyright = item.own("rights")?.line ?? copyright
    draft.language = item.attribute("lang") ?? item.first("language")?.line ?? language
    readDates(item, into: &draft)
    try readText(item, into: &draft)
    if !draft.text.hasWords {
      return .refused(.notAStory("an entry of a listing, without a text", line: line))
    }
    return draft.finish(delivery)
  }

  private func readDates(_ item: XMLNode, into draft: inout StoryDraft) {
    let published = item.own("published") ?? item.own("pubDate") ?? item.own("date")
    let updated = item.own("updated") ?? item.own("modified")
    draft.facts.firstCreated = draft.date("published", published?.line)
    draft.facts.versionCreated = draft.date("updated", updated?.line) ?? draft.facts.firstCreated
  }

  /// The longest of the elements that may hold the text, since feeds put a summary or the whole into any.
  private func readText(_ item: XMLNode, into draft: inout StoryDraft) throws(Refusal) {
    var best: (text: String, asides: [Aside]) = ("", [])
    for name in ["encoded", "content", "body", "description", "summary"] {
      for element in item.all(name) where !element.isOfMedia {
        let found = try blocks(element)
        if found.text.utf8.count > best.text.utf8.count { best = found }
      }
      // What is named the content goes before what is named a description.
      if best.text.hasWords, name != "encoded", name != "content" { break }
    }
    if let body = item.find("body"), item.first("body") == nil {
      let found = try blocks(body)
      if found.text.utf8.count > best.text.utf8.count { best = found }
    }
    if !best.text.hasWords, let caption = item.first("description") { best = try blocks(caption) }
    draft.take(best)
  }

  private func blocks(_ element: XMLNode) throws(Refusal) -> (text: String, asides: [Aside]) {
    if element.elements.contains(where: { _ in true }) {
      let blocks = BlockBuilder([element])
      return (blocks.text, blocks.asides)
    }
    return try HTMLTree.blocks(of: element.rawText)
  }

  private func text(_ element: XMLNode?) throws(Refusal) -> String? {
    guard let element else { return nil }
    return try HTMLTree.blocks(of: element.rawText).text.oneLine.nonEmpty
  }
}

extension FeedChannel {
  private static func link(of item: XMLNode) -> String? {
    let links = item.allOwn("link")
    let main = links.first { ($0.attribute("rel") ?? "alternate") == "alternate" } ?? links.first
    return main?.attribute("href") ?? main?.line ?? item.attribute("about")
  }

  private static func byline(of item: XMLNode) -> String? {
    let author = item.own("author")
    return item.own("creator")?.line ?? author?.first("name")?.line ?? author?.line
  }

  /// What feeds that are not WordPress's say of an entry that nobody should see, in small letters; other words say
  /// nothing, since a feed is there to be read.
  private static let unpublished: Set<Substring> = [
    "deleted", "draft", "embargo", "expired", "future", "hidden", "inactive", "pending", "private",
    "scheduled",
    "trash", "trashed", "unpublished",
  ]

  private static func isUnpublished(_ status: String?) -> Bool {
    let words = (status ?? "").lowercased().split { !$0.isLetter }
    return words.contains(where: unpublished.contains) || StatusWord(status) != nil
  }

  /// WordPress exports pictures, menus and drafts as items too, and an entry of Atom may be a draft (RFC 5023,
  /// section 13.1.1).
  private static func other(_ item: XMLNode) -> String? {
    if item.at("control", "draft")?.line == "yes" { return "a draft" }
    let status = item.first("status")?.line
    switch item.first("post_type")?.line {
    case nil:
      return isUnpublished(status) ? "an entry that is not published (\(status ?? ""))" : nil
    case "post", "page": break
    case "attachment": return "an attachment (a picture or file)"
    case let type?: return "a WordPress item of type '\(type)'"
    }
    switch status {
    case nil, "publish", "inherit": return nil
    case let status?: return "a post that is not published (\(status))"
    }
  }
}

extension XMLNode {
  /// Namespaces whose elements speak of pictures, sound and video: Media RSS's `title`, `description`, `credit` and
  /// `content` are a picture's.
  private static let media: Set<String> = [
    "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss",
    "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.google.com/schemas/play-podcasts/1.0",
    "https://podcastindex.org/namespace/1.0",
  ]

  /// Whether an element of a feed speaks of pictures, sound or video.
  fileprivate var isOfMedia: Bool { namespace.map(XMLNode.media.contains) ?? false }

  /// The elements of a name directly in it that are of its own namespace, or where there is none, those of others
  /// that may speak of the story (Dublin Core, RSS in RDF).
  fileprivate func allOwn(_ name: String) -> [XMLNode] {
    let (all, namespace) = (all(name).filter { !$0.isOfMedia }, namespace)
    let own = all.filter { $0.namespace == namespace }
    return own.isEmpty ? all : own
  }

  /// The first of these.
  fileprivate func own(_ name: String) -> XMLNode? { allOwn(name).first }
}
