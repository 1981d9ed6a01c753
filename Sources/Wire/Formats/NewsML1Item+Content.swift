internal import Stories

extension NewsML1Item {
  /// Roles whose content is text beside the story.
  static let otherRoles: Set<String> = [
    "headline", "subheadline", "stylesheet", "logo", "contact", "photo", "multimedia", "caption",
    "thumbnail", "preview", "abstract", "summary", "keywords", "companyinformation",
  ]

  /// Reads the text: of the first component with the role Body or Main, else of the first that has any. An
  /// item in several languages is read in the one that comes first.
  ///
  /// - Returns: the component that holds the text with those around it, the innermost first.
  static func readContent(_ component: XMLNode, into draft: inout StoryDraft) -> [XMLNode] {
    if let path = bodies(in: [component]).first, let body = path.first {
      draft.take(blocks(in: body))
      if !draft.text.isEmpty { return path }
    }
    for (content, path) in contents(in: [component]) {
      let found = blocks(of: content)
      if found.text.hasWords {
        draft.take(found)
        return path
      }
    }
    return [component]
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

  static func role(_ component: XMLNode) -> String {
    component.first("Role")?.attribute("FormalName")?.lowercased() ?? ""
  }

  /// The components that hold the story, each with those around it, the innermost first.
  private static func bodies(in path: [XMLNode]) -> [[XMLNode]] {
    (path.first?.all("NewsComponent") ?? []).flatMap { inner -> [[XMLNode]] in
      switch role(inner) {
      case "body", "main text", "maintext": [[inner] + path]
      case "main" where inner.all("NewsComponent").isEmpty: [[inner] + path]
      case let role where otherRoles.contains(role): []
      default: bodies(in: [inner] + path)
      }
    }
  }

  /// All texts of a component; what says the same again (the flat text beside the markup) is left out.
  ///
  /// - Complexity: O(n) in all texts, of which there may be any number.
  private static func blocks(in body: XMLNode) -> (text: String, asides: [Aside]) {
    var (texts, asides, lines): ([String], [Aside], Set<String>) = ([], [], [])
    for (content, _) in contents(in: [body]) {
      let found = blocks(of: content)
      asides += found.asides
      let line = found.text.oneLine
      if !line.isEmpty, lines.insert(line).inserted { texts.append(found.text) }
    }
    return (texts.joined(separator: "\n\n"), asides)
  }

  /// ContentItems in document order, each with the components around it and without those of other roles; of
  /// equivalents one.
  private static func contents(
    in path: [XMLNode]
  ) -> [(content: XMLNode, path: [XMLNode])] {
    guard let component = path.first else { return [] }
    let found = component.elements.flatMap { element -> [(content: XMLNode, path: [XMLNode])] in
      switch element.name {
      case "ContentItem": [(element, path)]
      case "NewsComponent" where !otherRoles.contains(role(element)):
        contents(in: [element] + path)
      default: []
      }
    }
    guard component.attribute("EquivalentsList")?.lowercased() == "yes" else { return found }
    let texts = found.filter { blocks(of: $0.content).text.hasWords }
    // Markup keeps paragraphs.
    return [texts.first { !type(of: $0.content).contains("plain") } ?? texts.first]
      .compactMap { $0 }
  }

  private static func type(of content: XMLNode) -> String {
    let type = content.first("MimeType")
    return (type?.attribute("FormalName") ?? type?.line ?? "").lowercased()
  }

  private static func blocks(of content: XMLNode) -> (text: String, asides: [Aside]) {
    let type = type(of: content)
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
