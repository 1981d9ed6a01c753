/// A web page as its paragraphs, each with its label: mostly menus around an article.
public struct LabelledPage: Sendable {
  /// Under which name it goes.
  let id: String
  /// The web site.
  let host: String
  /// The article's headline.
  let title: String?
  /// The paragraphs in order.
  public let parts: [LabelledPart]

  /// Makes a page.
  public init(id: String, host: String, title: String?, parts: [LabelledPart]) {
    (self.id, self.host, self.title, self.parts) = (id, host, title, parts)
  }

  /// From the first to the last paragraph of news worth the name, or nil if there is none.
  var article: Range<Int>? {
    let long = parts.indices.filter { parts[$0].label == .news && parts[$0].text.count >= 80 }
    guard let first = long.first, let last = long.last else { return nil }
    return first..<last + 1
  }

  /// The whole page as a story.
  public var whole: LabelledStory { LabelledStory(id: id, host: host, parts: parts) }

  /// The article with so many paragraphs from before and after it, as a careless scraper leaves them.
  /// With `withTitle` the headline stands at the top of the article, as wires send it.
  func story(before: Int, after: Int, withTitle: Bool) -> LabelledStory? {
    guard let article else { return nil }
    let end = min(parts.count, article.upperBound + after)
    var kept = Array(parts[max(0, article.lowerBound - before)..<article.lowerBound])
    if withTitle, let title { kept.append(LabelledPart(title, .news)) }
    return LabelledStory(id: id, host: host, parts: kept + parts[article.lowerBound..<end])
  }

  /// The boilerplate before the article, or after it.
  func boilerplate(before: Bool) -> [LabelledPart] {
    guard let article else { return [] }
    let side = before ? parts[..<article.lowerBound] : parts[article.upperBound...]
    return side.filter { $0.label == .boilerplate }
  }
}
