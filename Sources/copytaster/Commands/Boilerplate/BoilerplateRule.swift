import ArgumentParser
import Foundation
import Pipeline
import Settings
import Store
import Stories
import Text

/// What `confirm` and `reject` take.
struct RulingOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Argument(help: "The segment's key, or the beginning of it, as 'list' shows it.")
  var segment: String?

  @Option(help: "The segment's own words instead: a whole line, sentence or paragraph.")
  var text: String?

  @Option(help: "In this outlet's stories only. Otherwise in everybody's.")
  var outlet: String?

  @Option(
    help: """
      What it is for: \(BoilerplateKind.allCases.map(\.rawValue).joined(separator: ", ")). Otherwise as it \
      was seen.
      """)
  var kind: String?

  @Option(help: "Who says so. Otherwise the name you are logged in with.")
  var by: String?

  func validate() throws {
    if (segment == nil) == (text == nil) {
      throw ValidationError("name a segment by its key, or quote it with --text")
    }
    if let kind, BoilerplateKind(rawValue: kind) == nil {
      throw ValidationError("there is no kind '\(kind)'; --help lists them")
    }
    if by?.isEmpty == true { throw ValidationError("--by must say who") }
  }

  /// Writes the ruling down and says what it does.
  func rule(_ answer: BoilerplateRuling.Answer) throws {
    let settings = try common.settings()
    let reader = try StoreReader.open(settings)
    do {
      let ruling = try ruling(answer, reader)
      try Store(path: settings.store.path, mayUpgrade: false).add([ruling])
      if common.json { return Terminal.say(try JSON.line(Output(ruling))) }
      Terminal.say(ruling.sentence.printable)
      try sayWhatStands(besides: ruling, reader)
      Terminal.say(
        Style.dim("a running daemon looks at its stories again within seconds, others at the start")
      )
    } catch let error as NoSuchSegment {
      Terminal.complain("\(error)")
      throw Exit.answerIsNo
    }
  }

  /// Tells of rulings on single outlets, which go before one on all.
  private func sayWhatStands(
    besides ruling: BoilerplateRuling, _ reader: StoreReader
  ) throws {
    guard ruling.outlet == nil else { return }
    let others = try SegmentSummary.all(reader, of: nil, key: ruling.segment).flatMap(\.rulings)
      .map(\.ruling).filter { $0.outlet != nil && $0.answer != ruling.answer }
    for other in others {
      Terminal.say(
        "in \(other.outlet?.name.printable ?? "") it stays \(other.answer.rawValue), as \(other.person.printable) said of "
          + "that outlet; --outlet changes that")
    }
  }

  private struct Output: Encodable {
    let segment: String
    let text: String
    let ruling: RulingView

    init(_ ruling: BoilerplateRuling) {
      (segment, text) = (ruling.segment.description, ruling.text)
      self.ruling = RulingView(ruling, isApplied: false)
    }
  }

  private func ruling(
    _ answer: BoilerplateRuling.Answer, _ reader: StoreReader
  ) throws -> BoilerplateRuling {
    try OutletName.check(outlet, reader)
    let finder = try SegmentFinder()
    let key = try text.map { try quoted($0, finder) } ?? reader.segment(named: segment ?? "")
    let known = try SegmentSummary.all(reader, of: nil, key: key).first
    let words = try text ?? words(of: key, known, finder)
    return BoilerplateRuling(
      segment: key, outlet: outlet.map { Outlet($0) }, answer: answer,
      kind: kind.flatMap { BoilerplateKind(rawValue: $0) } ?? known?.kind ?? .other, text: words,
      person: by ?? ProcessInfo.processInfo.userName, at: .now())
  }

  private func words(
    of key: SegmentKey, _ known: SegmentSummary?, _ finder: SegmentFinder
  ) throws -> String {
    let words = known?.rulings.last?.ruling.text ?? known?.text ?? ""
    // A ruling is keyed anew by its words, and taken from an export only if they give its key.
    guard finder.segment(words)?.key == key else {
      throw ValidationError(
        "the store holds only a part of this segment's text; quote all of it with --text")
    }
    return words
  }

  private func quoted(_ text: String, _ finder: SegmentFinder) throws -> SegmentKey {
    guard let segment = finder.segment(text) else {
      throw ValidationError("--text must be one line, sentence or paragraph with words in it")
    }
    return segment.key
  }
}

/// Finds quoted words as the segment that they are.
struct SegmentFinder {
  private let segmenter = Segmenter()
  private let tokeniser: Tokeniser

  init() throws { tokeniser = try Tokeniser() }

  /// The segment; nil for no words, or more than a paragraph.
  func segment(_ text: String) -> Segment? {
    let tokens = tokeniser.tokens(of: text)
    guard tokens.count > 0, segmenter.segments(.paragraph, of: text, tokens: tokens).count == 1
    else { return nil }
    return segmenter.whole(text, tokens: tokens)
  }
}

/// `copytaster boilerplate confirm`
struct BoilerplateConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Say that a segment is boilerplate, for good.",
    discussion: """
      It is marked from now on in all stories, or in those of an outlet, whatever recurs and whatever the \
      model thinks; stories that have it are signed and grouped anew. Works with and without a daemon running.

      EXAMPLES
        copytaster boilerplate confirm 5d2c91f0
        copytaster boilerplate confirm --text "Sign up for our briefing." --outlet ledger --by mk
      """)

  @OptionGroup var options: RulingOptions

  func run() async throws { try await reporting { try options.rule(.confirmed) } }
}

/// `copytaster boilerplate reject`
struct BoilerplateRejectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Say that a segment is not boilerplate, for good.",
    discussion: """
      It counts like any text from now on, however often it recurs and whatever the model thinks; stories \
      that have it are signed and grouped anew. Works with and without a daemon running.

      EXAMPLES
        copytaster boilerplate reject 5d2c91f0
        copytaster boilerplate reject 5d2c91f0 --outlet ledger --by mk
      """)

  @OptionGroup var options: RulingOptions

  func run() async throws { try await reporting { try options.rule(.rejected) } }
}
