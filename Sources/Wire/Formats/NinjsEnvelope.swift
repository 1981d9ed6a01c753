internal import Stories

/// Finds the items in a file of JSON: alone, in an array, or wrapped by an interface.
enum NinjsEnvelope {
  /// All outcomes of a file.
  static func outcomes(_ value: JSONValue, _ delivery: Delivery) -> [Outcome] {
    if let list = value.list {
      if list.isEmpty { return [.refused(.notAStory("an empty list"))] }
      return outcomes(of: list, delivery)
    }
    guard let object = value.object else { return [.refused(unknown("a single value"))] }
    return outcomes(of: object, delivery)
  }

  private static func outcomes(of list: [JSONValue], _ delivery: Delivery) -> [Outcome] {
    list.enumerated().map { index, item in
      // Several without an id must not go by one name, as lines do not.
      let delivery =
        list.count > 1 ? delivery.named("\(delivery.name):\(index + 1)") : delivery
      let read =
        item.object.map { outcome($0, delivery) } ?? .refused(unknown("a value that is no object"))
      guard case .refused(let refusal) = read, refusal.kind == .broken else { return read }
      return .refused(refusal.of(item: index + 1))
    }
  }

  private static func outcomes(of object: JSONObject, _ delivery: Delivery) -> [Outcome] {
    if let items = wrapped(object) {
      if items.isEmpty { return [.refused(.notAStory("an answer without items"))] }
      return outcomes(of: items, delivery)
    }
    if !isItem(object), object.text("text") == nil, let inner = collection(object) {
      return inner.enumerated().flatMap { index, object in
        outcomes(of: object, delivery.named("\(delivery.name):\(index + 1)"))
      }
    }
    return [outcome(object, delivery)]
  }

  /// The objects of an object that holds nothing else: stories by their ids.
  private static func collection(_ object: JSONObject) -> [JSONObject]? {
    let inner = object.names.sorted().compactMap { object[$0]?.object }
    let stories = inner.filter { isItem($0) || $0.text("text") != nil || $0["data"] != nil }
    return !inner.isEmpty && stories.count == object.count ? inner : nil
  }

  /// One object's outcome.
  static func outcome(_ object: JSONObject, _ delivery: Delivery) -> Outcome {
    if let item = object["item"]?.object, isItem(item) { return outcome(item, delivery) }
    do throws(Refusal) {
      if isItem(object) { return try NinjsItem(object).outcome(delivery) }
      if object["text"]?.text != nil { return try PlainObject.outcome(object, delivery) }
      return .refused(what(object))
    } catch {
      return .refused(error)
    }
  }

  /// The items that an interface wraps: `item`, `items`, `data.item`, `data.items`, `_items`.
  private static func wrapped(_ object: JSONObject) -> [JSONValue]? {
    if isItem(object) || object.text("text") != nil { return nil }
    for name in ["items", "item", "newsitems", "results"] {
      if let list = object[name]?.list { return list }
    }
    guard let data = object["data"]?.object else { return nil }
    if let items = data["items"]?.list { return items }
    return data["item"].map { [$0] }
  }

  /// Whether an object has what makes a ninjs item: an identity, and a sign that it is news.
  static func isItem(_ object: JSONObject) -> Bool {
    guard object.text("uri", "guid") != nil,
      object["$schema"] == nil || object["type"]?.text != "object"
    else { return false }
    return object.names.contains { name in
      [
        "versioncreated", "pubstatus", "eventdetails", "headline", "headlines", "bodies",
        "renditions",
      ]
      .contains(name) || name.hasPrefix("body") || name.hasPrefix("headline")
    }
  }

  private static func what(_ object: JSONObject) -> Refusal {
    let isSchema = ["properties", "definitions", "$defs"].contains { object[$0] != nil }
    if isSchema || object["type"]?.text == "object" { return .notAStory("a JSON schema") }
    if object["requests"] != nil { return .notAStory("a record of requests") }
    return withoutText(object)
  }

  /// An object without what stories have; the remedy names the fields that seem to hold it.
  private static func withoutText(_ object: JSONObject) -> Refusal {
    let body = object.names.sorted().first { name in
      texts.contains { name.contains($0) } && object.text(name) != nil
    }
    var remedy = "give every story its text as \"text\""
    if let body { remedy += ", where \"\(object.written(body))\" seems to hold it" }
    if object["headline"] != nil { remedy += ", and \"headline\" as \"title\"" }
    return Refusal(
      problem: "there is no \"text\", nor an item of ninjs (\"uri\", and a headline or body)",
      remedy: remedy)
  }

  /// What is in names that others give a text.
  private static let texts = ["body", "content", "article", "story", "description"]

  private static func unknown(_ what: String) -> Refusal {
    Refusal(
      problem: "this JSON is neither ninjs nor stories: \(what)",
      remedy: "send ninjs, or objects with: id, outlet, published, title, text")
  }
}
