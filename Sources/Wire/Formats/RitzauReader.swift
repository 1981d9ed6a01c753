internal import Stories

/// The XML of Ritzau's news service: RBNews, one or a list of them.
public struct RitzauReader: StoryReader {
  /// The format's name.
  public let format = "Ritzau XML"

  /// Makes a reader.
  public init() {}

  /// Whether the root is the service's.
  public func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    ["RBNews", "XMLNewsQueuedResponse"].contains(XMLProlog(bytes).root ?? "")
  }

  /// Reads story by story.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, each: (Outcome) throws -> Void
  ) rethrows {
    try XMLStories.read(
      bytes, of: delivery, storyNames: ["RBNews"], empty: "a queue without news", each: each
    ) { name, start in
      guard name == "RBNews" else { return .enter }
      return .read { news, line throws(Refusal) in
        [try Self.outcome(news, line, delivery, start.note)]
      }
    }
  }

  private static func outcome(
    _ news: XMLNode, _ line: Int, _ delivery: Delivery, _ charset: String?
  ) throws(Refusal) -> Outcome {
    func field(_ name: String) -> String? { news.first(name)?.line }
    var draft = StoryDraft("Ritzau XML", line: line)
    draft.facts.charset = charset
    draft.isAgencyWire = true
    draft.id = field("NewsID")
    draft.facts.provider = "Ritzau"
    draft.facts.version = field("version").flatMap { Int64($0) }
    draft.facts.versionCreated = draft.date("PublishDate", field("PublishDate"))
    draft.take(try HTMLTree.blocks(of: news.first("content")?.rawText ?? ""))
    draft.headline = try field("headline").map { text throws(Refusal) in
      try HTMLTree.blocks(of: text).text
    }
    draft.facts.slugline = field("strapline")
    draft.facts.byline = field("byLine")
    draft.facts.dateline = field("town")
    draft.facts.credit = field("origin").map { $0.replacing("/", with: "") }
    draft.facts.urgency = field("Priority").flatMap { Int($0) }
    draft.facts.editorsNote = field("TilRedaktionen")
    if field("Annuleret") == "true" { draft.facts.status = .killed }
    if field("Korrektion") == "true" { draft.facts.signals.insert(.correction) }
    if field("NyVersion") == "true" { draft.facts.signals.insert(.update) }
    draft.facts.otherKeys = [field("HistID")].compactMap { $0 }
    draft.facts.derivedFrom = ["replacedID", "Replaces"].compactMap { field($0) }
    return draft.finish(delivery)
  }
}
