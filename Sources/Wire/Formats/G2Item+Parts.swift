internal import Stories

extension G2Item {
  /// A party's name: in words, else as a literal, a QCode or an address.
  func party(_ node: XMLNode) -> String? {
    node.first("name")?.line ?? node.attribute("literal") ?? node.attribute("qcode")
      ?? node.attribute("uri") ?? node.line
  }

  /// The headline proper in the item's language; those with a role are often shorter or for other uses.
  func headline(_ headlines: [XMLNode], _ language: String?) -> String? {
    let told = headlines.filter { $0.line != nil }
    let agreeing = told.filter { G2Language.agree($0.attribute("lang"), language) }
    let headlines = agreeing.isEmpty ? told : agreeing
    let plain = headlines.first { $0.attribute("role") == nil }
    let main = headlines.first { headline in
      let role = (headline.attribute("role") ?? "").lowercased()
      return role.hasSuffix("main") || role.hasSuffix("headline")
    }
    return (plain ?? main ?? headlines.first)?.line
  }

  /// All notes, an empty line between them.
  func notes(_ notes: [XMLNode]) -> String? {
    notes.compactMap { note in
      let blocks = BlockBuilder([note])
      return blocks.text.nonEmpty ?? note.line
    }.joined(separator: "\n\n").nonEmpty
  }

  /// A credit line without the dash that ends it.
  func tidyCredit(_ line: String) -> String {
    var line = line[...]
    while let last = line.last, "–—-:".contains(last) || last.isWhitespace { line.removeLast() }
    return String(line)
  }

  /// Whether an altId names the story rather than one version of it or its place in a day's run.
  static func isLasting(_ key: XMLNode) -> Bool {
    key.attribute("environment") == nil
      && LastingID.names(key.attribute("id") ?? key.line ?? "", as: key.attribute("type"))
  }
}

/// Other ids that agencies give beside the id proper.
enum LastingID {
  /// What is another thing in the next version, or the same in other stories.
  private static let passing = [
    "sequence", "running", "revision", "record", "version", "counter", "transmission", "date",
    "time", "product", "service", "category", "section", "etag",
  ]

  /// Whether an id names the story rather than one version of it, its day or its place in the day's run.
  ///
  /// - Parameters:
  ///   - value: the id.
  ///   - role: what the source calls it.
  /// - Returns: whether other versions of the story and no other stories have it.
  static func names(_ value: String, as role: String?) -> Bool {
    let role = (role ?? "").lowercased()
    return value.count >= 8 && value.contains { $0.isNumber } && WireDate.instant(value) == nil
      && !passing.contains { role.contains($0) }
  }
}

/// What stands in a contentSet.
enum G2Content {
  /// Reads inline XML: NITF, XHTML, or bare paragraphs.
  static func readInline(_ part: XMLNode, into draft: inout StoryDraft) throws(Refusal) {
    if let nitf = part.find("nitf") {
      NITFStory.readBody(nitf, into: &draft)
    } else if let sports = part.find("sports-content"), part.find("body.content", "html") == nil {
      readSports(sports, into: &draft)
    } else {
      readPage(part, into: &draft)
    }
  }

  private static func readPage(_ part: XMLNode, into draft: inout StoryDraft) {
    let body = part.find("body") ?? part
    let (nodes, headers) = story(in: body)
    var blocks = NITFStory.blocks(nodes)
    if !blocks.text.hasWords, !headers.isEmpty { blocks = NITFStory.blocks([body]) }
    draft.take(blocks)
    let headline = headers.lazy.compactMap { $0.find("h1")?.line }.first
    draft.headline = draft.headline ?? headline
  }

  /// The nodes with the story: those that are marked as the body, else all but the headers of the page and its
  /// article, which repeat headline, authors and date.
  private static func story(in body: XMLNode) -> (nodes: [XMLNode], headers: [XMLNode]) {
    let marked = (body.findAll("section") + body.findAll("div")).filter { node in
      node.attribute("class")?.split(separator: " ").contains { $0 == "main" || $0 == "bodytext" }
        ?? false
    }
    return marked.isEmpty ? withoutHeaders(body) : (marked, [])
  }

  private static func withoutHeaders(
    _ parent: XMLNode
  ) -> (nodes: [XMLNode], headers: [XMLNode]) {
    var (nodes, headers): ([XMLNode], [XMLNode]) = ([], [])
    for child in parent.children {
      switch child.name {
      case "header": headers.append(child)
      case "article", "main":
        let inner = withoutHeaders(child)
        // Without a header it stays whole.
        nodes += inner.headers.isEmpty ? [child] : inner.nodes
        headers += inner.headers
      default: nodes.append(child)
      }
    }
    return (nodes, headers)
  }

  /// SportsML carries figures; only an article in it is a story.
  private static func readSports(_ sports: XMLNode, into draft: inout StoryDraft) {
    guard let article = sports.find("article") else { return }
    if draft.headline == nil { draft.headline = sports.find("sports-title")?.line }
    draft.take(NITFStory.blocks([article]))
  }
}

/// Languages of a multilingual item's parts.
enum G2Language {
  /// Whether two tags are of one language, whatever they say of country and script; what has none is of every one.
  static func agree(_ one: String?, _ other: String?) -> Bool {
    guard let one = one.map(primary), let other = other.map(primary) else { return true }
    return one == other
  }

  /// The parts that agree with a language, then the others.
  static func ordered(_ parts: some Sequence<XMLNode>, _ language: String?) -> [XMLNode] {
    let parts = Array(parts)
    let agreeing = parts.filter { agree($0.attribute("lang"), language) }
    return agreeing + parts.filter { !agree($0.attribute("lang"), language) }
  }

  private static func primary(_ tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }
}
