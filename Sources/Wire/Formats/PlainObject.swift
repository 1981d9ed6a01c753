internal import Stories

/// An object of JSON with `text` and, where known, the fields of a line of JSON Lines.
enum PlainObject {
  static func outcome(_ object: JSONObject, _ delivery: Delivery, line: Int? = nil) -> Outcome {
    var draft = StoryDraft("JSON", line: line)
    draft.id = object.text("id", "guid")
    draft.outlet = object.text("outlet")
    draft.headline = object.text("title", "headline")
    draft.url = object.text("url", "link")
    draft.language = object.text("lang", "language")
    draft.published = draft.date("published", object.text("published", "publishdate", "date"))
    draft.text = PlainBlocks.tidy(object.text("text") ?? "")
    return draft.finish(delivery)
  }
}
