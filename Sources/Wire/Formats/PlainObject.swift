internal import Stories

/// An object of JSON with `text` and, where known, the fields of a line of JSON Lines.
enum PlainObject {
  /// The names of fields, folded, and what others than JSON Lines call them.
  private static let otherNames = [
    "id": ["guid", "uri"], "title": ["headline"], "url": ["link"], "lang": ["language"],
    "published": ["publishdate", "date"], "slug": ["slugline"], "note": ["ednote"],
    "status": ["pubstatus"],
  ]

  /// The story: where no field has another name, the same, to the last space, as of a line of JSON Lines with these
  /// fields. What other programs write is weighed as every other format is.
  static func outcome(_ object: JSONObject, _ delivery: Delivery) throws(Refusal) -> Outcome {
    let isOfOthers = otherNames.contains { own, others in
      object[own] == nil && others.contains { object[$0] != nil }
    }
    if isOfOthers { return try OtherObject.outcome(object, delivery) }
    let fields = try StoryFields(object)
    return try fields.story(
      fields.text ?? "", object.published(), delivery, format: "JSON", line: nil)
  }
}

extension StoryFields {
  /// Reads the fields of an object.
  ///
  /// - Throws: a refusal for an embargo that is no date.
  fileprivate init(_ object: JSONObject) throws(Refusal) {
    self.init()
    id = object["id"]?.text?.nonEmpty
    outlet = object.text("outlet")
    (title, url) = (object["title"]?.text, object["url"]?.text)
    (lang, text) = (object["lang"]?.text, object["text"]?.text)
    (agency, credit, byline) = (object.text("agency"), object.text("credit"), object.text("byline"))
    (dateline, copyright) = (object.text("dateline"), object.text("copyright"))
    (slug, note, status) = (object.text("slug"), object.text("note"), object.text("status"))
    version = object.text("version").flatMap { Int64($0) }
    urgency = object.text("urgency").flatMap { Int($0) }
    (signals, keys) = (object["signals"]?.texts, object["keys"]?.texts)
    derivedFrom = object["derivedfrom"]?.texts
    embargo = try object.embargo(line: nil)
  }
}
