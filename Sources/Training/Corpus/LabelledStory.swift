/// A text in which somebody has told boilerplate from news.
public struct LabelledStory: Sendable {
  /// Under which name it goes.
  let id: String
  /// The web site that it is from; stories of one host are never in two parts of a split.
  let host: String
  /// The text.
  let text: String
  /// What is boilerplate, in UTF-8 bytes of the text.
  let boilerplate: [Range<Int>]
  /// What is neither boilerplate nor news and is not judged: bylines, datelines, captions.
  let neutral: [Range<Int>]

  /// Makes a story.
  public init(
    id: String, host: String, text: String, boilerplate: [Range<Int>], neutral: [Range<Int>]
  ) {
    (self.id, self.host, self.text) = (id, host, text)
    (self.boilerplate, self.neutral) = (boilerplate, neutral)
  }
}

/// A part of a text with its label.
public struct LabelledPart: Hashable, Sendable {
  /// What a part is.
  public enum Label: Sendable { case news, boilerplate, neutral }

  /// Its text.
  public let text: String
  /// What it is.
  let label: Label

  /// Makes a part. Line ends in its text become spaces, since parts are lines.
  public init(_ text: String, _ label: Label) {
    self.text = String(text.map { $0.isNewline ? " " : $0 })
    self.label = label
  }
}

extension LabelledStory {
  /// Makes a story of parts, a line each.
  public init(id: String, host: String, parts: [LabelledPart]) {
    var text = ""
    var (boilerplate, neutral): ([Range<Int>], [Range<Int>]) = ([], [])
    for part in parts where part.text.contains(where: { !$0.isWhitespace }) {
      if !text.isEmpty { text += "\n" }
      let start = text.utf8.count
      text += part.text
      switch part.label {
      case .news: break
      case .boilerplate: boilerplate.append(start..<text.utf8.count)
      case .neutral: neutral.append(start..<text.utf8.count)
      }
    }
    self.init(id: id, host: host, text: text, boilerplate: boilerplate, neutral: neutral)
  }
}

extension LabelledStory {
  /// The same with boilerplate whose text is among some texts set aside, so that it is not judged.
  public func settingAside(_ texts: Set<String>) -> LabelledStory {
    guard !texts.isEmpty else { return self }
    let bytes = Array(text.utf8)
    let isKnown: (Range<Int>) -> Bool = { range in
      texts.contains(String(decoding: bytes[range], as: UTF8.self))
    }
    return LabelledStory(
      id: id, host: host, text: text, boilerplate: boilerplate.filter { !isKnown($0) },
      neutral: neutral + boilerplate.filter(isKnown))
  }
}
