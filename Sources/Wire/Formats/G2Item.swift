internal import Stories

/// One newsItem of NewsML-G2.
struct G2Item {
  private let item: XMLNode?
  private let content: XMLNode?
  private let delivery: Delivery
  private var draft: StoryDraft

  init(_ item: XMLNode, _ line: Int, _ delivery: Delivery, _ charset: String?) throws(Refusal) {
    (self.item, content, self.delivery) = (item, item.first("contentSet"), delivery)
    draft = StoryDraft("NewsML-G2", line: line)
    draft.facts.charset = charset
    draft.isAgencyWire = true
  }

  /// A contentSet that lost its item.
  init(
    bare content: XMLNode, _ line: Int, _ delivery: Delivery, _ charset: String?
  ) throws(Refusal) {
    (item, self.content, self.delivery) = (nil, content, delivery)
    draft = StoryDraft("NewsML-G2", line: line)
    draft.facts.charset = charset
  }

  /// The story, or what this is instead.
  consuming func outcome() throws(Refusal) -> Outcome {
    if let what = other { return .refused(.notAStory(what, line: draft.line)) }
    if let item {
      readIdentity(item)
      if let meta = item.first("itemMeta") { readItemMeta(meta) }
      if let meta = item.first("contentMeta") { readContentMeta(meta) }
      if let rights = item.first("rightsInfo") { readRights(rights) }
    }
    try readContent()
    if isSports, !draft.text.hasWords {
      return .refused(.notAStory("sports data (SportsML)", line: draft.line))
    }
    return draft.finish(delivery)
  }

  private var isSports: Bool { content?.find("sports-content") != nil }

  /// What it is if it is no text.
  private var other: String? {
    guard let itemClass = item?.at("itemMeta", "itemClass") else { return nil }
    let code = itemClass.attribute("qcode") ?? itemClass.attribute("uri") ?? "text"
    switch code.split(whereSeparator: { ":/".contains($0) }).last.map({ $0.lowercased() }) {
    case "picture": return "a picture"
    case "graphic": return "a graphic"
    case "audio": return "an audio item"
    case "video", "animated": return "a video"
    case "composite": return "a package"
    case "concept", "newscoverage": return "a knowledge item"
    default: return nil
    }
  }

  private mutating func readIdentity(_ item: XMLNode) {
    draft.id = item.attribute("guid")
    draft.facts.version = item.attribute("version").flatMap { Int64($0) }
  }

  private mutating func readItemMeta(_ meta: XMLNode) {
    draft.facts.provider = meta.first("provider").flatMap(party)
    draft.facts.versionCreated = draft.date("versionCreated", meta.first("versionCreated")?.line)
    draft.facts.firstCreated = draft.date("firstCreated", meta.first("firstCreated")?.line)
    if let embargo = meta.first("embargoed") {
      draft.embargo(
        embargo.line ?? "",
        offsetOf: [meta.first("versionCreated")?.line, meta.first("firstCreated")?.line])
    }
    readStatus(meta.first("pubStatus"))
    draft.facts.editorsNote = notes(meta.all("edNote"))
    for signal in meta.all("signal") {
      switch (signal.attribute("qcode") ?? signal.attribute("uri") ?? "").lowercased() {
      case let code where code.hasSuffix("correction"): draft.facts.signals.insert(.correction)
      case let code where code.hasSuffix("sig:update") || code.hasSuffix("/update"):
        draft.facts.signals.insert(.update)
      default: break
      }
    }
    for link in meta.all("link") {
      guard let rel = link.attribute("rel") ?? link.attribute("reluri"),
        rel.lowercased().hasSuffix("derivedfrom"),
        let id = link.attribute("residref") ?? link.attribute("guidref") ?? link.attribute("href")
      else { continue }
      draft.facts.derivedFrom.append(id)
    }
  }

  /// Reads the status, which a code or an address tells.
  private mutating func readStatus(_ status: XMLNode?) {
    for code in [status?.attribute("qcode"), status?.attribute("uri")] where draft.status(code) {
      draft.embargo("")
    }
  }

  private mutating func readContentMeta(_ meta: XMLNode) {
    draft.facts.urgency = meta.first("urgency")?.line.flatMap { Int($0) }
    draft.facts.slugline = meta.first("slugline")?.line
    draft.facts.byline = NITFStory.lines(meta.all("by"))
    draft.facts.dateline = meta.first("dateline")?.line
    draft.facts.credit = meta.first("creditline")?.line.map(tidyCredit)
    draft.language = meta.first("language")?.attribute("tag") ?? item?.attribute("lang")
    if draft.facts.versionCreated == nil {
      let content = meta.first("contentModified") ?? meta.first("contentCreated")
      draft.facts.versionCreated = draft.date("contentModified", content?.line)
    }
    draft.headline = headline(meta.all("headline"), draft.language)
    draft.sources = meta.all("infoSource").map(party)
    if draft.facts.byline == nil {
      // A creator without a space in the name is the account of an editor.
      draft.facts.byline = meta.all("creator").compactMap { $0.first("name")?.line }
        .first { $0.contains(" ") }
    }
    for key in meta.all("altId") where Self.isLasting(key) {
      guard let value = key.attribute("id") ?? key.line else { continue }
      if !draft.facts.otherKeys.contains(value) { draft.facts.otherKeys.append(value) }
    }
  }

  private mutating func readRights(_ rights: XMLNode) {
    draft.facts.copyright =
      rights.first("copyrightNotice")?.line ?? rights.first("copyrightHolder").flatMap(party)
    draft.sources.append(rights.first("copyrightHolder").flatMap(party))
  }

  private mutating func readContent() throws(Refusal) {
    guard let content else { return }
    if draft.language == nil { draft.language = item?.attribute("lang") }
    for part in G2Language.ordered(content.elements, draft.language) where draft.text.isEmpty {
      defer { if !draft.text.isEmpty { tellLanguage(of: part) } }
      switch part.name {
      case "inlineXML":
        try G2Content.readInline(part, into: &draft)
      case "inlineData":
        let type = part.attribute("contenttype")?.lowercased() ?? "text/plain"
        guard type.hasPrefix("text/") || type.contains("html") || type.contains("xml") else {
          continue
        }
        draft.take(try HTMLTree.blocks(of: part.rawText))
      default: break
      }
    }
  }

  /// A text that says it is in another language than the item goes before the item.
  private mutating func tellLanguage(of part: XMLNode) {
    guard let language = part.attribute("lang"), !G2Language.agree(language, draft.language) else {
      return
    }
    draft.language = language
  }
}
