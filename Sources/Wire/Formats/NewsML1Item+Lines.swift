internal import Stories

extension NewsML1Item {
  /// Reads lines and metadata of the component that holds the text, else of those around it, else of others that are
  /// no picture: a photographer's lines often stand beside the story's.
  ///
  /// - Parameters:
  ///   - path: the component with those around it, the innermost first.
  ///   - draft: what they go to.
  static func readLines(of path: [XMLNode], into draft: inout StoryDraft) {
    draft.headline = first("HeadLine", path)?.line
    draft.facts.byline = first("ByLine", path)?.line
    draft.facts.dateline = first("DateLine", path)?.line
    draft.facts.credit = first("CreditLine", path)?.line
    draft.facts.copyright = first("CopyrightLine", path)?.line
    draft.facts.slugline = first("SlugLine", path)?.line ?? draft.facts.slugline
    draft.language = first("Language", path)?.attribute("FormalName")
    if let provider = first("Provider", path)?.first("Party")?.attribute("FormalName") {
      draft.facts.provider = provider
    }
  }

  private static func first(_ name: String, _ path: [XMLNode]) -> XMLNode? {
    path.lazy.compactMap { find(name, in: $0, within: false) }.first
      ?? path.lazy.compactMap { find(name, in: $0, within: true) }.first
  }

  /// The first element of a name in a component, in components within it too unless these are of something else.
  private static func find(_ name: String, in node: XMLNode, within: Bool) -> XMLNode? {
    for element in node.elements {
      switch element.name {
      case name: return element
      case "ContentItem": continue
      case "NewsComponent" where !within || isOfOther(element): continue
      default: if let found = find(name, in: element, within: within) { return found }
      }
    }
    return nil
  }

  /// Whether a component is of something beside the story.
  private static func isOfOther(_ component: XMLNode) -> Bool {
    let role = role(component)
    if otherRoles.contains(role) || role == "supporting" { return true }
    return component.findAll("MediaType").contains {
      let medium = $0.attribute("FormalName")?.lowercased() ?? ""
      return ["photo", "graphic", "video", "audio"].contains(medium)
    }
  }
}
