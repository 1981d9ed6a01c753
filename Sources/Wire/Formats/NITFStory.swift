internal import Stories

/// A story in NITF (IPTC, 3.x): the document's head and its body.
enum NITFStory {
  /// Reads head and body: the story, and before it what it orders of another one.
  static func outcomes(
    _ nitf: XMLNode, _ line: Int, _ delivery: Delivery, _ charset: String?
  ) -> [Outcome] {
    var draft = draft(nitf, line, charset)
    let story = draft.finish(delivery)
    guard let order = order(nitf) else { return [story] }
    draft.facts.notice = order
    draft.facts.editorsNote = draft.facts.editorsNote ?? draft.text.nonEmpty
    (draft.text, draft.facts.asides) = ("", [])
    let notice = draft.finish(delivery)
    // What has no words, or words that order the same, is nothing besides.
    guard case .story(let delivered) = story, delivered.story.facts?.notice == nil else {
      return [notice]
    }
    return [notice, story]
  }

  private static func draft(_ nitf: XMLNode, _ line: Int, _ charset: String?) -> StoryDraft {
    var draft = StoryDraft("NITF", line: line)
    draft.facts.charset = charset
    draft.isAgencyWire = true
    draft.language = nitf.attribute("lang") ?? nitf.attribute("baselang")
    if let head = nitf.first("head") {
      readHead(head, into: &draft)
      readPublication(head, into: &draft)
    }
    readBody(nitf, into: &draft)
    if draft.headline == nil { draft.headline = nitf.at("head", "title")?.line }
    return draft
  }

  /// Archives of papers tell the day in print alone.
  private static func readPublication(_ head: XMLNode, into draft: inout StoryDraft) {
    guard draft.facts.versionCreated == nil else { return }
    let publication = head.first("pubdata")?.attribute("date.publication")
    draft.facts.versionCreated = draft.date("date.publication", publication)
    draft.facts.firstCreated = draft.facts.versionCreated
  }

  /// Reads headline, byline, dateline and text of a body.
  static func readBody(_ nitf: XMLNode, into draft: inout StoryDraft) {
    guard let body = nitf.first("body") else { return }
    if let head = body.first("body.head") { readBodyHead(head, into: &draft) }
    let contents = body.all("body.content")
    let blocks = BlockBuilder(contents)
    draft.take((blocks.text, blocks.asides))
    for content in contents { readFields(content, into: &draft) }
    readNotes(of: blocks.notes, into: &draft)
    if draft.text.isEmpty, let abstract = body.at("body.head", "abstract") {
      draft.take(self.blocks([abstract]))
    }
  }

  private static func readBodyHead(_ head: XMLNode, into draft: inout StoryDraft) {
    if let headline = head.at("hedline", "hl1")?.line ?? head.first("hedline")?.line {
      draft.headline = draft.headline ?? headline
    }
    draft.facts.byline = draft.facts.byline ?? lines(head.all("byline"))
    draft.facts.dateline = draft.facts.dateline ?? head.first("dateline")?.line.map(tidyDateline)
    draft.facts.provider = draft.facts.provider ?? head.first("distributor")?.line
    if let note = head.first("note")?.line, draft.facts.editorsNote == nil {
      draft.facts.editorsNote = note
    }
    if let rights = head.first("rights")?.line, draft.facts.copyright == nil {
      draft.facts.copyright = rights
    }
  }

  /// Reads the fields that stand in the text's own blocks, where the head has none.
  private static func readFields(_ content: XMLNode, into draft: inout StoryDraft) {
    for block in [content] + content.all("block") {
      draft.facts.byline = draft.facts.byline ?? lines(block.all("byline"))
      draft.facts.dateline = draft.facts.dateline ?? block.first("dateline")?.line.map(tidyDateline)
    }
  }

  /// Adds notes to editors to those that the draft has.
  static func readNotes(of notes: [XMLNode], into draft: inout StoryDraft) {
    let lines = [draft.facts.editorsNote] + notes.map(\.line)
    draft.facts.editorsNote = lines.compactMap { $0 }.joined(separator: "\n\n").nonEmpty
  }

  /// Some elements' lines as one, with commas between them.
  static func lines(_ nodes: [XMLNode]) -> String? {
    nodes.compactMap(\.line).joined(separator: ", ").nonEmpty
  }

  /// Paragraphs and asides of some nodes.
  static func blocks(_ nodes: [XMLNode]) -> (text: String, asides: [Aside]) {
    let blocks = BlockBuilder(nodes)
    return (blocks.text, blocks.asides)
  }

  private static func tidyDateline(_ line: String) -> String {
    line.replacing(" ,", with: ",")
  }
}
