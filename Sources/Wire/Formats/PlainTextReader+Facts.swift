internal import Stories

extension PlainTextReader {
  private static let factKeys = [
    "agency", "credit", "version", "embargoed", "status", "note", "slug", "derived_from",
  ]

  /// The facts of wires that a head gives; nil for a plain story that is read as it stands.
  ///
  /// - Throws: a refusal for an embargo or a version that can't be read.
  func facts(
    _ head: [String: HeadField], _ charset: String?
  ) throws(Refusal) -> WireFacts? {
    var facts = WireFacts(format: format)
    facts.charset = charset
    guard charset != nil || Self.factKeys.contains(where: { head[$0] != nil }) else { return nil }
    facts.agency = head["agency"]?.value
    facts.credit = head["credit"]?.value
    facts.slugline = head["slug"]?.value
    facts.editorsNote = head["note"]?.value
    facts.derivedFrom = head["derived_from"].map { [$0.value] } ?? []
    if let field = head["version"] {
      guard let version = Int64(field.value) else {
        throw Refusal(
          line: field.line, problem: "version: '\(field.value)' is not a whole number",
          remedy: "write it like 2")
      }
      facts.version = version
    }
    if let field = head["embargoed"] {
      facts.embargo = try WireDate.embargo("embargoed:", field.value, line: field.line)
    }
    switch StatusWord(head["status"]?.value) {
    case .killed: (facts.status, facts.notice) = (.killed, WireNotice(.kill))
    case .held: (facts.status, facts.notice) = (.held, WireNotice(.hold))
    case .embargoed: facts.embargo = facts.embargo ?? .never
    case nil: break
    }
    TakeMarks.settle(&facts, headline: head["title"]?.value)
    return facts
  }
}
