import Foundation
import Stories
import TestSupport
import Testing
import Wire

/// One item of a real file, as the table beside this file has it: enough to see that a reader read it right,
/// and nothing of its text.
struct CorpusRow: Codable, Hashable {
  let file: String
  let format: String
  /// `story`, `notice`, `passed-over` or `refused`.
  let outcome: String
  /// What a part that is no story is.
  var reason: String?
  var id, outlet, agency, credit, published, language, embargo: String?
  var version: Int64?
  /// The first three words of the headline.
  var headline: String?
  var words: Int?
  /// The first twelve digits of SHA-256 of the text.
  var text: String?

  init(_ file: String, _ format: String, _ outcome: Outcome) {
    (self.file, self.format) = (file, format)
    switch outcome {
    case .refused(let refusal):
      self.outcome = refusal.kind == .notAStory ? "passed-over" : "refused"
      reason = String(refusal.problem.prefix(60))
    case .story(let delivered):
      let story = delivered.story
      self.outcome = story.facts?.notice == nil ? "story" : "notice"
      (id, outlet, language) = (story.id, story.outlet?.name, story.language)
      (agency, credit) = (story.facts?.agency, story.facts?.credit)
      (published, embargo) = (story.published?.description, story.facts?.embargo?.description)
      version = story.facts?.version
      headline = story.title.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
      words = story.text.split(whereSeparator: \.isWhitespace).count
      text = Array(story.text.utf8).withUnsafeBytes { String(Digest.of($0).hexadecimal.prefix(12)) }
    }
  }
}

@Suite("Real files of agencies") struct WireCorpusTests {
  static let table = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "expected.jsonl")

  /// All rows of a folder of real files, in order of name.
  static func rows(_ folder: URL) throws -> [CorpusRow] {
    let all =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var rows: [CorpusRow] = []
    for name in all.sorted() where name.contains("/") {
      let file = folder.appending(path: name)
      let bytes = try Data(contentsOf: file)
      bytes.withUnsafeBytes { buffer in
        let format = Readers().format(of: buffer) ?? "none"
        let stem = file.deletingPathExtension().lastPathComponent
        Readers().read(buffer, of: Delivery(name: stem)) { outcome in
          rows.append(CorpusRow(name, format, outcome))
        }
      }
    }
    return rows
  }

  @Test("each is read as a person reads it, and what is no story is named")
  func table() throws {
    guard let corpora = Tier.corpora else {
      print("skipped the real files: COPYTASTER_CORPORA is not set")
      return
    }
    let found = try Self.rows(URL(filePath: corpora).appending(path: "wire"))
    let decoder = JSONDecoder()
    let expected = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(CorpusRow.self, from: Data($0.utf8))
    }
    #expect(found.count == expected.count)
    for (row, wanted) in zip(found, expected) { #expect(row == wanted) }
    let outcomes = Dictionary(grouping: found) { "\($0.format): \($0.outcome)" }
    for (name, rows) in outcomes.sorted(by: { $0.key < $1.key }) {
      print("\(name): \(rows.count) in \(Set(rows.map(\.file)).count) files")
    }
  }
}
