internal import Stories

/// An object of JSON with `text` and fields under names that ninjs and others give them.
enum OtherObject {
  static func outcome(_ object: JSONObject, _ delivery: Delivery) throws(Refusal) -> Outcome {
    var draft = StoryDraft("JSON")
    draft.id = object.text("id", "guid", "uri")
    draft.outlet = object.text("outlet")
    draft.headline = object.text("title", "headline")
    draft.url = object.text("url", "link")
    draft.language = object.text("lang", "language")
    draft.published = try object.published()
    // As it is given: offsets are told in it.
    draft.text = object["text"]?.text ?? ""
    readFacts(object, into: &draft)
    try readStatus(object, into: &draft)
    let isOrder = draft.id != nil && draft.facts.status != .usable
    guard draft.text.contains(where: { !$0.isWhitespace }) || isOrder else {
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
