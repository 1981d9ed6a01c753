internal import Stories

/// One item of ninjs, of any version: names are compared without case and `_`.
struct NinjsItem {
  let item: JSONObject
  var draft = StoryDraft("ninjs")

  init(_ item: JSONObject) { self.item = item }

  /// The story, or what this is instead.
  consuming func outcome(_ delivery: Delivery) throws(Refusal) -> Outcome {
    let isAdvisory = type == "advisory"
    if let what = other { return .refused(.notAStory(what)) }
    readIdentity()
    readStatus()
    try readLines()
    readParties()
    try readBody()
    if !draft.text.hasWords, draft.facts.asides.isEmpty, draft.facts.status == .usable {
      return .refused(.notAStory(withoutText))
    }
    let outcome = draft.finish(delivery)
    // An advisory that orders something of a story must be heard.
    if isAdvisory, case .story(let delivered) = outcome, delivered.story.facts?.notice == nil {
      return .refused(.notAStory("an advisory to editors"))
    }
    return outcome
  }

  var type: String { item.text("type")?.lowercased() ?? "" }

  private var other: String? {
    if item["eventdetails"] != nil { return "an event" }
    switch type {
    case "picture", "photo", "image": return "a picture"
    case "graphic": return "a graphic"
    case "audio": return "an audio item"
    case "video": return "a video"
    case "event": return "an event"
    case "planning", "component", "concept", "knowledge": return "a \(type) item"
    default: return nil
    }
  }

  private var withoutText: String {
    if type == "composite" || type == "package" { return "a package" }
    if item["renditions"] != nil { return "an entry of a listing, without a text" }
    return "an item without a text"
  }

  private mutating func readIdentity() {
    draft.id = item.text("guid", "uri")
    if let uri = item.text("uri"), uri != draft.id { draft.facts.otherKeys.append(uri) }
    draft.facts.version = item.text("version").flatMap { Int64($0) }
    draft.facts.versionCreated = draft.date("versioncreated", item.text("versioncreated"))
    draft.facts.firstCreated = draft.date("firstcreated", item.text("firstcreated", "firstversion"))
    draft.url = item.text("canonicalurl", "url")
    draft.language = item.text("language")
    for key in item.objects("altids") {
      let role = key.text("role", "type")
      if let value = key.text("value"), LastingID.names(value, as: role) {
        draft.facts.otherKeys.append(value)
      }
    }
    if let keys = item["altids"]?.object {
      draft.facts.otherKeys += ["itemid", "referenceid"].compactMap { keys.text($0) }
        .filter { $0.count >= 8 && $0.contains { $0.isNumber } }
    }
    draft.facts.derivedFrom =
      (item["derivedfrom"]?.texts ?? []) + [item.text("evolvedfrom", "rewriteof")].compactMap { $0 }
    for link in item.objects("links")
    where link.text("rel")?.lowercased().contains("derivedfrom") == true {
      draft.facts.derivedFrom += [link.text("uri", "href")].compactMap { $0 }
    }
  }

  private mutating func readStatus() {
    if draft.status(item.text("pubstatus")) { draft.embargo("") }
    let ends = [item.text("embargoed"), item.text("embargoeduntil")].compactMap { $0 }
    if let end = ends.first(where: { !JSONObject.noEmbargo.contains($0.lowercased()) }) {
      draft.embargo(end, offsetOf: [item.text("versioncreated"), item.text("firstcreated")])
    }
    for signal in item["signals"]?.texts ?? [item.text("signal")].compactMap({ $0 }) {
      if signal.lowercased().hasSuffix("correction") { draft.facts.signals.insert(.correction) }
      if signal.lowercased().hasSuffix("update") { draft.facts.signals.insert(.update) }
    }
    draft.facts.editorsNote = item.text("ednote")
    draft.facts.urgency = item.text("urgency").flatMap { Int($0) }
  }

  private mutating func readLines() throws(Refusal) {
    draft.headline = try NinjsItem.line(headline)
    draft.facts.slugline = item.text("slugline", "slug")
    draft.facts.byline =
      item.text("byline", "by")
      ?? item.objects("bylines").compactMap { $0.text("by", "byline") }.joined(separator: ", ")
      .nonEmpty
    draft.facts.dateline = item.text("dateline", "located")
    draft.facts.copyright = item.text("copyrightholder", "copyrightnotice")
  }

  private mutating func readParties() {
    draft.facts.credit = item.text("creditline", "credit")
    draft.facts.provider =
      item.text("provider") ?? item["provider"]?.object?.text("name", "literal")
      ?? item.text("sourcefeed", "copyrightholder")
    let infoSources = item.objects("infosources") + item.objects("infosource")
    draft.sources = [
      item.text("infosource"), infoSources.compactMap { $0.text("name", "literal") }.first,
      item.text("source"), item.text("sourcefeed"), item.text("copyrightholder"),
    ]
    if draft.facts.provider == nil { draft.facts.provider = item.text("source") }
  }

  private var headline: String? {
    if let plain = item.text("headline") { return plain }
    let all = item.objects("headlines")
    let main = all.first { ["main", "headline"].contains($0.text("role")?.lowercased() ?? "main") }
    if let line = main?.text("value") ?? all.compactMap({ $0.text("value") }).first { return line }
    return item.text("headlinemain", "headlinesimple", "headlinemedium", "title")
  }
}
