internal import Stories

/// One page and what it says of itself.
struct HTMLPage {
  private let root: XMLNode?
  private let charset: String?
  private var metas: [String: String] = [:]
  private var article: LinkedArticle?

  /// Looks at a page; valid as long as the tree.
  init(_ tree: HTMLTree, _ charset: String?) throws(Refusal) {
    (root, self.charset) = (tree.root, charset)
    for meta in root?.findAll("meta") ?? [] {
      guard
        let key = meta.attribute("property") ?? meta.attribute("name")
          ?? meta.attribute("itemprop"),
        let value = meta.attribute("content")
      else { continue }
      if metas[key.lowercased()] == nil { metas[key.lowercased()] = value }
    }
    for script in root?.findAll("script") ?? []
    where script.attribute("type")?.lowercased() == "application/ld+json" {
      if article == nil { article = LinkedArticle(script.rawText) }
    }
  }

  /// The story, or what this is instead.
  consuming func outcome(_ delivery: Delivery) throws(Refusal) -> Outcome {
    guard let root else { return .refused(.notAStory("an empty page")) }
    var draft = StoryDraft("HTML")
    draft.facts.charset = charset
    draft.headline =
      metas["og:title"] ?? article?.headline ?? root.find("h1")?.line ?? root.find("title")?.line
    let addresses = addresses(root)
    draft.url = addresses.first { !HTMLPage.isHome($0) }
    draft.id = draft.url
    draft.language =
      root.attribute("lang") ?? root.attribute("xml:lang") ?? article?.language
      ?? metas["og:locale"]?.replacing("_", with: "-")
    let host = draft.url == nil ? addresses.lazy.compactMap(Parties.host).first : nil
    draft.facts.provider =
      metas["og:site_name"] ?? article?.publisher ?? metas["application-name"] ?? host
    draft.facts.byline = article?.author ?? metas["author"] ?? metas["article:author"]
    draft.facts.credit = article?.credit
    draft.facts.copyright = article?.copyright ?? metas["copyright"]
    draft.sources = [article?.source, metas["news_source"]]
    draft.facts.slugline = metas["news_keywords"] == nil ? article?.slug : nil
    draft.facts.derivedFrom = article?.basedOn ?? []
    draft.facts.firstCreated = draft.date(
      "published", article?.published ?? metas["article:published_time"] ?? metas["date"])
    draft.facts.versionCreated =
      draft.date(
        "modified", article?.modified ?? metas["article:modified_time"])
      ?? draft.facts.firstCreated
    draft.published = draft.facts.firstCreated
    if let type = metas["og:type"], type.hasPrefix("video") {
      return .refused(.notAStory("a page for a video"))
    }
    let blocks = BlockBuilder([root])
    draft.take((blocks.text, blocks.asides))
    return draft.finish(delivery)
  }

  /// Where the page says it stands, the best first: templates put one address for sharing into every page of a site
  /// more often than one canonical address.
  private func addresses(_ root: XMLNode) -> [String] {
    let canonical = canonical(root)
    let whole = canonical.flatMap { $0.contains("://") ? $0 : nil }
    return [whole, metas["og:url"], article?.url, canonical].compactMap { $0 }
  }

  /// Whether an address is of a whole site, and so of many stories: it has no path and asks for nothing.
  private static func isHome(_ address: String) -> Bool {
    let page = address.prefix { $0 != "#" }
    let start = page.firstRange(of: "//")?.upperBound
    let path = start.map { page[$0...].drop { $0 != "/" && $0 != "?" } } ?? page
    return ["", "/", "/index.html", "/index.htm", "/index.php"].contains(path.lowercased())
  }

  private func canonical(_ root: XMLNode) -> String? {
    root.findAll("link").first { $0.attribute("rel")?.lowercased() == "canonical" }?
      .attribute("href")
  }

  /// The charset that a `meta` in the first kilobytes names.
  static func declaredCharset(_ bytes: UnsafeRawBufferPointer) -> String? {
    let head = String(decoding: bytes.prefix(4096).filter { $0 < 0x80 }, as: UTF8.self)
    guard let start = head.lowercased().firstRange(of: "charset=")?.upperBound else { return nil }
    let rest = head[start...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    return name.nonEmpty.map { known[$0.lowercased()] ?? $0 }
  }

  /// Labels that browsers take for another charset (WHATWG Encoding Standard, section 4.2).
  private static let known = [
    "iso-8859-1": "WINDOWS-1252", "latin1": "WINDOWS-1252", "ascii": "WINDOWS-1252",
    "us-ascii": "WINDOWS-1252", "sjis": "SHIFT_JIS", "x-sjis": "SHIFT_JIS", "gb2312": "GBK",
    "cp1252": "WINDOWS-1252", "iso-8859-9": "WINDOWS-1254",
  ]
}
