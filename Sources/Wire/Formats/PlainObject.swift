internal import Stories

/// An object of JSON with `text` and, where known, the fields of a line of JSON Lines.
enum PlainObject {
  static func outcome(_ object: JSONObject, _ delivery: Delivery) throws(Refusal) -> Outcome {
    var draft = StoryDraft("JSON")
    draft.id = object.text("id", "guid", "uri")
    draft.outlet = object.text("outlet")
    draft.headline = object.text("title", "headline")
    draft.url = object.text("url", "link")
    draft.language = object.text("lang", "language")
    draft.published = try object.published()
    draft.text = PlainBlocks.tidy(object["text"]?.text ?? "")
    readFacts(object, into: &draft)
    try readStatus(object, into: &draft)
    let isOrder = draft.id != nil && draft.facts.status != .usable
    guard !draft.text.isEmpty || isOrder else {
      throw Refusal(problem: "there is no \"text\"", remedy: "give every story its text")
    }
    return draft.finish(delivery)
  }

  private static func readFacts(_ object: JSONObject, into draft: inout StoryDraft) {
    draft.sources = [object.text("agency")]
    draft.facts.credit = object.text("credit")
    draft.facts.byline = object.text("byline")
    draft.facts.dateline = object.text("dateline")
    draft.facts.copyright = object.text("copyright")
    draft.facts.slugline = object.text("slug", "slugline")
    draft.facts.editorsNote = object.text("note", "ednote")
    draft.facts.version = object.text("version").flatMap { Int64($0) }
    draft.facts.urgency = object.text("urgency").flatMap { Int($0) }
    let signals = object["signals"]?.texts ?? []
    draft.facts.signals = WireSignals(signals.compactMap { WireSignal(rawValue: $0) })
    draft.facts.otherKeys = object["keys"]?.texts ?? []
    draft.facts.derivedFrom = object["derivedfrom"]?.texts ?? []
  }

  private static func readStatus(
    _ object: JSONObject, into draft: inout StoryDraft
  ) throws(Refusal) {
    if draft.status(object.text("status", "pubstatus")) { draft.embargo("") }
    if let embargo = try object.embargo(line: nil) { draft.facts.embargo = embargo }
  }
}

extension JSONObject {
  /// When a story was published, under any of the names that this has; nil where there is none, or only empty text.
  ///
  /// - Throws: a refusal for what is no date, as for a line of JSON Lines: without it the story would be grouped with
  ///   others than it belongs to, and nobody would hear of it.
  func published() throws(Refusal) -> Instant? {
    for name in ["published", "publishdate", "date"] {
      guard let value = self[name] else { continue }
      guard let text = value.text else { throw StoryFields.wrongKind(name) }
      if text.isEmpty { continue }
      guard let instant = WireDate.instant(text) else { throw StoryFields.noDate(text, in: name) }
      return instant
    }
    return nil
  }

  /// The names that an embargo has in use, folded and as a reason writes them.
  private static let embargoNames = [
    ("embargoed", "embargoed"), ("embargo", "embargo"), ("embargountil", "embargo_until"),
    ("embargoeduntil", "embargoed_until"),
  ]
  /// What says that there is no embargo, false among them, which prints as 0.
  static let noEmbargo: Set<String> = ["0", "false", "none", "no", "n/a", "null"]
  /// What says that there is one, and leaves its end to another field.
  private static let someEmbargo: Set<String> = ["1", "true", "yes"]

  /// The end of the object's embargo under any of its names, the latest of several; nil if there is none.
  ///
  /// - Throws: a refusal with the field's name for one that is no date: it must not leave too early.
  func embargo(line: Int?) throws(Refusal) -> Instant? {
    var found: [(name: String, text: String)] = []
    for (folded, name) in JSONObject.embargoNames {
      guard let value = self[folded] else { continue }
      let text = value.text ?? (value.list == nil ? "an object" : "a list")
      if !JSONObject.noEmbargo.contains(text.trimmed.lowercased()) { found.append((name, text)) }
    }
    let ends = found.filter { !JSONObject.someEmbargo.contains($0.text.trimmed.lowercased()) }
    var latest: Instant?
    for (name, text) in ends.isEmpty ? found : ends {
      let end = try WireDate.embargo("\"\(name)\"", text, line: line)
      latest = max(latest ?? end, end)
    }
    return latest
  }
}
