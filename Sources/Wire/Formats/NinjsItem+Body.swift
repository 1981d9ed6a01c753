internal import Stories

extension NinjsItem {
  /// Names of fields of version 1 that may hold the body, the best first: markup keeps paragraphs.
  private static let fields = ["bodyhtml", "bodyxhtml", "bodyrichtext", "bodynitf"]

  /// Reads the body; where there is none, the longest description.
  mutating func readBody() throws(Refusal) {
    for text in candidates() {
      let blocks = try NinjsItem.blocks(text)
      if blocks.text.hasWords || !blocks.asides.isEmpty { return draft.take(blocks) }
    }
  }

  private func candidates() -> [String] {
    var found = NinjsItem.fields.compactMap { item.text($0) }
    found += NinjsItem.ranked(item.objects("bodies"))
    let others = item.names.filter { $0.hasPrefix("body") && !NinjsItem.fields.contains($0) }
      .sorted()
    found += (others + ["text"]).compactMap { item.text($0) }
    if found.isEmpty, type == "text" || type.isEmpty {
      found += NinjsItem.ranked(item.objects("descriptions"))
    }
    return found
  }

  /// Bodies in the order in which they are tried: the story before what stands beside it (a box of facts), and of the
  /// story's forms markup before plain text. What is no text (a teaser, a caption, SportsML) comes last.
  private static func ranked(_ bodies: [JSONObject]) -> [String] {
    func rank(_ body: JSONObject) -> Int {
      let type = body.text("contenttype")?.lowercased() ?? ""
      let role = body.text("role")?.lowercased() ?? ""
      let markup = type.contains("html") ? 0 : type.contains("nitf") || type.isEmpty ? 1 : 2
      return markup + 10 * place(ofRole: role)
    }
    let ordered = bodies.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    return ordered.compactMap { $0.element.text("value") }
  }

  /// A line without the entities and elements that are in it.
  static func line(_ text: String?) throws(Refusal) -> String? {
    guard let text else { return nil }
    return try HTMLTree.blocks(of: text).text.oneLine.nonEmpty ?? text
  }

  private static func place(ofRole role: String) -> Int {
    let minor = ["teaser", "summary", "lead", "caption", "abstract", "short"]
    if minor.contains(where: role.contains) { return 2 }
    // Some name a form of the story by its role: `richtext`, `html5`, `ttnitf`.
    let isForm = role.contains("html") || role.contains("nitf")
    let story = ["", "main", "body", "text", "plain", "richtext"]
    return isForm || story.contains(role) ? 0 : 1
  }

  private static func blocks(_ text: String) throws(Refusal) -> (text: String, asides: [Aside]) {
    // NITF in a string is close enough to HTML to be read as such, but for its head.
    let head = "<body.content"
    guard WideScan.holds(head, in: text), let body = text.firstRange(of: head) else {
      return try HTMLTree.blocks(of: text)
    }
    return try HTMLTree.blocks(of: String(text[body.lowerBound...]))
  }
}
