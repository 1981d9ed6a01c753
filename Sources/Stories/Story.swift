/// One text as one outlet published it, or as the agency sent it.
public struct Story: Hashable, Sendable {
  /// The identity under which the source knows it: a given id, or the name it was delivered under.
  public var id: String
  /// Who published it, where that is known.
  public var outlet: Outlet?
  /// When it was published by its own word, which may be wrong or missing.
  public var published: Instant?
  /// The headline.
  public var title: String?
  /// Where it stands on the web.
  public var url: String?
  /// A BCP 47 language tag by the source's own word.
  public var language: String?
  /// The text itself; every offset the product prints counts Unicode scalars of this.
  public var text: String
  /// What a wire format says besides; nil for a plain story.
  public var facts: WireFacts?

  /// Makes a story.
  public init(
    id: String, outlet: Outlet? = nil, published: Instant? = nil, title: String? = nil,
    url: String? = nil, language: String? = nil, text: String, facts: WireFacts? = nil
  ) {
    self.id = id
    self.outlet = outlet
    self.published = published
    self.title = title
    self.url = url
    self.language = language
    self.text = text
    self.facts = facts
  }
}

/// The store's own number of a story: counts up in order of arrival, is never used twice.
public struct StoryNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The number, from 1.
  public let value: Int64

  /// Makes a story number.
  public init(_ value: Int64) {
    self.value = value
  }

  /// Earlier arrivals come first.
  public static func < (left: StoryNumber, right: StoryNumber) -> Bool {
    left.value < right.value
  }

  /// `#17`, the form in which commands accept it too.
  public var description: String { "#\(value)" }
}
