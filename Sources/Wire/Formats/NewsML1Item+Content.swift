internal import Stories

extension NewsML1Item {
  /// Roles whose content is text beside the story.
  private static let otherRoles: Set<String> = [
    "headline", "subheadline", "stylesheet", "logo", "contact", "photo", "multimedia", "caption",
    "thumbnail", "preview", "abstract", "summary", "keywords", "companyinformation",
  ]

  /// Reads the text: of the first component with the role Body or Main, else of the first that has any. An
  /// item in several languages is read in the one that comes first.
  static func readContent(_ component: XMLNode, into draft: inout StoryDraft) {
    let body = bodies(in: component).first
    if let body {
      draft.take(blocks(in: body))
      if !draft.text.isEmpty { return }
    }
    for content in contents(in: component) {
      let found = blocks(of: content)
      if found.text.hasWords { return draft.take(found) }
    }
  }

  /// What an item without text is.
  static func what(_ component: XMLNode) -> String {
    let types = component.findAll("MediaType").compactMap {
      $0.attribute("FormalName")?.lowercased()
    }
    if types.contains("photo") { return "a picture" }
    if types.contains("video") { return "a video" }
    if types.contains("graphic") { return "a graphic" }
    if !component.findAll("NewsItemRef").isEmpty { return "a package" }
    return "an item without a text"
  }

  private static func role(_ component: XMLNode) -> String {
    component.first("Role")?.attribute("FormalName")?.lowercased() ?? ""
  }

  private static func bodies(in component: XMLNode) -> [XMLNode] {
    component.all("NewsComponent").flatMap { inner -> [XMLNode] in
      switch role(inner) {
      case "body", "main text", "maintext": [inner]
      case "main" where inner.all("NewsComponent").isEmpty: [inner]
      case let role where otherRoles.contains(role): []
      default: bodies(in: inner)
      }
    }
  }

  private static func blocks(in body: XMLNode) -> (text: String, asides: [Aside]) {
    var (text, asides): (String, [Aside]) = ("", [])
    for content in contents(in: body) {
      let found = blocks(of: content)
      text += (text.isEmpty || found.text.isEmpty ? "" : "\n\n") + found.text
      asides += found.asides
    }
    return (text, asides)
  }

  /// ContentItems in document order, without those of other roles.
  private static func contents(in component: XMLNode) -> [XMLNode] {
    component.elements.flatMap { element -> [XMLNode] in
      switch element.name {
      case "ContentItem": [element]
      case "NewsComponent" where !otherRoles.contains(role(element)): contents(in: element)
      default: []
      }
    }
  }

  private static func blocks(of content: XMLNode) -> (text: String, asides: [Aside]) {
    let type =
      (content.first("MimeType")?.attribute("FormalName")
      ?? content.first("MimeType")?.line ?? "").lowercased()
    if type.contains("css") || type.hasPrefix("image") { return ("", []) }
    guard let data = content.first("DataContent") else { return ("", []) }
    if let nitf = data.find("nitf") {
      return NITFStory.blocks(nitf.find("body.content").map { [$0] } ?? [])
    }
    if data.elements.contains(where: { _ in true }) {
      return NITFStory.blocks(data.find("body").map { [$0] } ?? [data])
    }
    return (try? HTMLTree.blocks(of: data.rawText)) ?? ("", [])
  }
}
