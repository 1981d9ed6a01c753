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
    if let head = nitf.first("head") { readHead(head, into: &draft) }
    readBody(nitf, into: &draft)
    if draft.headline == nil { draft.headline = nitf.at("head", "title")?.line }
    return draft
  }

  /// Reads headline, byline, dateline and text of a body.
  static func readBody(_ nitf: XMLNode, into draft: inout StoryDraft) {
    guard let body = nitf.first("body") else { return }
    if let head = body.first("body.head") {
      if let headline = head.at("hedline", "hl1")?.line ?? head.first("hedline")?.line {
        draft.headline = draft.headline ?? headline
      }
      draft.facts.byline = draft.facts.byline ?? head.first("byline").flatMap(line)
      draft.facts.dateline = draft.facts.dateline ?? head.first("dateline")?.line.map(tidyDateline)
      draft.facts.provider = draft.facts.provider ?? head.first("distributor")?.line
      if let note = head.first("note")?.line, draft.facts.editorsNote == nil {
        draft.facts.editorsNote = note
      }
      if let rights = head.first("rights")?.line, draft.facts.copyright == nil {
        draft.facts.copyright = rights
      }
    }
    let contents = body.all("body.content")
    let blocks = blocks(contents.isEmpty ? [] : contents)
    draft.take(blocks)
    if draft.text.isEmpty, let abstract = body.at("body.head", "abstract") {
      draft.take(self.blocks([abstract]))
    }
  }

  /// Paragraphs and asides of some nodes.
  static func blocks(_ nodes: [XMLNode]) -> (text: String, asides: [Aside]) {
    let blocks = BlockBuilder(nodes)
    return (blocks.text, blocks.asides)
  }

  private static func line(_ node: XMLNode) -> String? { node.line }

  private static func tidyDateline(_ line: String) -> String {
    line.replacing(" ,", with: ",")
  }
}
