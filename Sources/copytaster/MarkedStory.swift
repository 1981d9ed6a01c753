import NearDuplicates
import Stories
import Text

/// A story with its boilerplate, as commands show it.
struct MarkedStory {
  let story: Story
  let marks: [BoilerplateMark]

  init(_ story: Story, marks: [BoilerplateMark]) {
    (self.story, self.marks) = (story, marks)
  }

  /// Marks what a model can tell at first sight.
  init(_ story: Story, _ model: BoilerplateModel, _ tokeniser: Tokeniser) {
    let tokens = tokeniser.tokens(of: story.text)
    let segmenter = Segmenter()
    let segments = segmenter.units(of: story.text, tokens: tokens)
    let marks = model.marks(of: story.text, tokens: tokens, segments: segments) {
      segmenter.sentences(in: $0, of: tokens, in: $1)
    }
    self.init(story, marks: marks)
  }

  /// The line of JSON.
  var line: Line {
    let offsets = ScalarOffsets(story.text)
    return Line(id: story.id, boilerplate: marks.map { Line.Mark($0, offsets) })
  }

  /// The story again as a line of JSON Lines, without its boilerplate.
  var cleanLine: CleanLine { CleanLine(story, text: cleanText) }

  /// The text without boilerplate, and without the empty lines that it leaves.
  var cleanText: String { CleanText.of(story.text, withoutBytes: marks.map(\.range)) }

  /// The story for a person: its boilerplate dimmed, each piece followed by kind, reasons and probability. In lines that
  /// fit a terminal, in its own where a program reads.
  var view: String {
    let title = Terminal.fitting((story.title ?? story.id).printable).map { Style.bold($0) }
    let body: String
    if Terminal.outputIsTerminal {
      var lines = StyledLines(width: Terminal.width)
      for (text, style) in pieces { lines.add(text, style) }
      body = lines.finished.joined(separator: "\n")
    } else {
      body = pieces.map(\.text).joined()
    }
    return title.joined(separator: "\n") + "\n\n" + body + "\n"
  }

  /// News and boilerplate in turn, what is said of it behind it.
  private var pieces: [(text: String, style: Style?)] {
    var pieces: [(String, Style?)] = []
    var start = 0
    let bytes = Array(story.text.utf8)
    for mark in marks {
      pieces.append((MarkedStory.printable(bytes[start..<mark.range.lowerBound]), nil))
      pieces.append((MarkedStory.printable(bytes[mark.range]), .dim))
      let sure = Words.percent(mark.probability)
      pieces.append((" ", nil))
      pieces.append(("[\(mark.kind.rawValue), \(sure): \(mark.why.printable)]", .cyan))
      start = mark.range.upperBound
    }
    return pieces + [(MarkedStory.printable(bytes[start...]), nil)]
  }

  private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).printable }.joined(separator: "\n")
  }
}

extension MarkedStory {
  /// `{"id","boilerplate":[[start,end,kind,why,probability],…]}`
  struct Line: Encodable {
    let id: String
    let boilerplate: [Mark]

    /// One mark as an array, offsets in Unicode scalars.
    struct Mark: Encodable {
      let range: Range<Int>
      let mark: BoilerplateMark

      init(_ mark: BoilerplateMark, _ offsets: ScalarOffsets) {
        self.mark = mark
        range = offsets.scalars(mark.range)
      }

      func encode(to encoder: any Encoder) throws {
        var fields = encoder.unkeyedContainer()
        try fields.encode(range.lowerBound)
        try fields.encode(range.upperBound)
        try fields.encode(mark.kind.rawValue)
        try fields.encode(mark.why)
        try fields.encode(JSON.rounded(mark.probability))
      }
    }
  }
}

extension MarkedStory {
  /// A story as JSON Lines have it.
  struct CleanLine: Encodable {
    let id: String
    let outlet, published, title, url, lang: String?
    let text: String

    init(_ story: Story, text: String) {
      (id, outlet) = (story.id, story.outlet?.name)
      published = story.published?.description
      (title, url, lang) = (story.title, story.url, story.language)
      self.text = text
    }
  }
}
