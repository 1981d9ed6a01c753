import Foundation
import Store
import Stories
import Text

/// What people said of segments, as a file of JSON that other stores take.
struct RulingsFile: Codable {
  static let format = "copytaster boilerplate rulings"
  static let version = 1

  /// One ruling.
  struct Entry: Codable {
    let segment: String
    let outlet: String?
    let answer: BoilerplateRuling.Answer
    let kind: BoilerplateKind
    let text: String
    let person: String
    let at: String
  }

  let format: String
  let version: Int
  /// `Tokeniser.version` and `Segmenter.version` of the keys. Under others they are made anew of the texts.
  let tokeniser: Int
  let segmenter: Int
  let rulings: [Entry]

  init(_ rulings: [BoilerplateRuling]) {
    (format, version) = (RulingsFile.format, RulingsFile.version)
    (tokeniser, segmenter) = (Tokeniser.version, Segmenter.version)
    self.rulings = rulings.map {
      Entry(
        segment: $0.segment.description, outlet: $0.outlet?.name, answer: $0.answer, kind: $0.kind,
        text: $0.text, person: $0.person, at: $0.at.description)
    }
  }

  /// The file's JSON, for people to read too.
  func encoded() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads a file.
  ///
  /// - Throws: `InputError` for anything that is not understood, which names the file.
  static func read(_ path: String) throws -> [BoilerplateRuling] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw InputError(path: path, problem: "can't be read")
    }
    guard let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
      object["format"] as? String == format
    else { throw InputError(path: path, problem: "this is no file of '\(format)'") }
    guard object["version"] as? Int == version else {
      throw InputError(
        path: path,
        problem: "this is version \(object["version"] ?? "unknown"), this program reads \(version)")
    }
    try refuseUnknown(object, path)
    guard let file = try? JSONDecoder().decode(RulingsFile.self, from: bytes) else {
      throw InputError(path: path, problem: "a field is missing or holds what it can't")
    }
    let finder = try SegmentFinder()
    return try file.rulings.enumerated().map { try file.ruling($1, number: $0 + 1, path, finder) }
  }

  /// Reads a file as a store would give its rulings, the earliest first.
  ///
  /// - Throws: `InputError` as `read` does.
  static func stored(_ path: String) throws -> [StoredRuling] {
    try read(path).sorted { $0.at < $1.at }.enumerated().map {
      StoredRuling(sequence: Int64($0 + 1), ruling: $1)
    }
  }

  private static func refuseUnknown(_ object: [String: Any], _ path: String) throws {
    let own: Set = ["format", "version", "tokeniser", "segmenter", "rulings"]
    let entry: Set = ["segment", "outlet", "answer", "kind", "text", "person", "at"]
    let inside = (object["rulings"] as? [[String: Any]] ?? []).flatMap(\.keys)
    let unknown = Set(object.keys).subtracting(own).union(Set(inside).subtracting(entry))
    if let name = unknown.min() {
      throw InputError(path: path, problem: "the field '\(name)' is not known")
    }
  }

  private func ruling(
    _ entry: Entry, number: Int, _ path: String, _ finder: SegmentFinder
  ) throws -> BoilerplateRuling {
    func refusal(_ problem: String) -> InputError {
      InputError(path: path, problem: "ruling \(number): \(problem); nothing was taken")
    }
    guard let named = SegmentKey(entry.segment) else { throw refusal("'segment' is no key") }
    guard let at = Instant(entry.at) else { throw refusal("'at' is no time") }
    guard !entry.person.isEmpty else { throw refusal("'person' is empty") }
    guard entry.outlet?.isEmpty != true else { throw refusal("'outlet' is empty") }
    guard let key = finder.segment(entry.text)?.key else {
      throw refusal("'text' is no line, sentence or paragraph")
    }
    let isOurs = (tokeniser, segmenter) == (Tokeniser.version, Segmenter.version)
    guard !isOurs || named == key else { throw refusal("'segment' is not the key of 'text'") }
    return BoilerplateRuling(
      segment: key, outlet: entry.outlet.map { Outlet($0) }, answer: entry.answer,
      kind: entry.kind, text: entry.text, person: entry.person, at: at)
  }
}
