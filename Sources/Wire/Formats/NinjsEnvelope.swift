internal import Stories

/// Finds the items in a file of JSON: alone, in an array, or wrapped by an interface.
enum NinjsEnvelope {
  /// All outcomes of a file.
  static func outcomes(_ value: JSONValue, _ delivery: Delivery) -> [Outcome] {
    if let list = value.list {
      if list.isEmpty { return [.refused(.notAStory("an empty list"))] }
      return list.enumerated().map { outcome(of: $0.element, at: $0.offset + 1, delivery) }
    }
    guard let object = value.object else {
      return [.refused(unknown("a single value"))]
    }
    return outcomes(of: object, delivery)
  }

  /// One item's outcome; one that is nothing known is told by its place.
  private static func outcome(
    of item: JSONValue, at place: Int, _ delivery: Delivery
  ) -> Outcome {
    guard let object = item.object else {
      return .refused(unknown("item \(place) of the list is no object"))
    }
    let outcome = outcome(object, delivery)
    guard case .refused(let refusal) = outcome, refusal == unknown(nothing) else { return outcome }
    return .refused(unknown("item \(place) of the list is \(nothing)"))
  }

  private static let nothing = "an object without what stories have"

  private static func outcomes(of object: JSONObject, _ delivery: Delivery) -> [Outcome] {
    if let items = wrapped(object) {
      if items.isEmpty { return [.refused(.notAStory("an answer without items"))] }
      return items.map { outcome($0, delivery) }
    }
    if !isItem(object), object.text("text") == nil, let inner = collection(object) {
      return inner.flatMap { outcomes(of: $0, delivery) }
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
    if isItem(object) {
      do throws(Refusal) {
        return try NinjsItem(object).outcome(delivery)
      } catch {
        return .refused(error)
      }
    }
    if object.text("text") != nil { return PlainObject.outcome(object, delivery) }
    return .refused(what(object))
  }

  /// The items that an interface wraps: `item`, `items`, `data.item`, `data.items`, `_items`.
  private static func wrapped(_ object: JSONObject) -> [JSONObject]? {
    if isItem(object) { return nil }
    for name in ["items", "item", "newsitems", "results"] {
      guard let list = object[name]?.list else { continue }
      return list.compactMap(\.object)
    }
    guard let data = object["data"]?.object else { return nil }
    if let items = data["items"]?.list { return items.compactMap(\.object) }
    return data["item"]?.object.map { [$0] }
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
    if object["$schema"] != nil || object["$id"] != nil { return .notAStory("a JSON schema") }
    if object["requests"] != nil { return .notAStory("a record of requests") }
    return unknown(nothing)
  }

  private static func unknown(_ what: String) -> Refusal {
    Refusal(
      problem: "this JSON is neither ninjs nor stories: \(what)",
      remedy: "send ninjs, or objects with: id, outlet, published, title, text", kind: .notAStory)
  }
}
