import Foundation
import Stories
import Wire

/// Stories with what a person, or a simulator, says they are to each other.
///
/// A folder with `stories.jsonl` and either `pairs.jsonl` ({"a","b","label"}), or `clusters.jsonl`
/// ({"id","group"}), or both; `gold/clusters.jsonl` and `gold/relations.jsonl` ({"a","b","type"}) are read
/// too.
struct LabelledSet {
  /// One labelled pair.
  struct Pair {
    let a: String
    let b: String
    let label: String
    let isQuotesOnly: Bool?
    /// How sure the label is, such as `low`, where the set says so.
    let confidence: String?
  }

  let name: String
  /// Whether a simulator made it, and not a reader.
  let isSimulated: Bool
  let stories: [DeliveredStory]
  let pairs: [Pair]
  /// The cluster of each story, empty if the set has none.
  let clusters: [String: String]

  /// The last part of the folder's name.
  var lastName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// Reads a folder.
  ///
  /// - Throws: `InputError`, which names the file and line.
  init(folder: String) throws {
    name = folder.split(separator: "/").suffix(2).joined(separator: "/")
    var stories: [DeliveredStory] = []
    try Inputs([folder + "/stories.jsonl"]).forEach { outcome, file, _ in
      switch outcome {
      case .story(let story): stories.append(story)
      case .refused(let refusal): throw InputError(path: file, problem: "\(refusal)")
      }
    }
    self.stories = stories
    let simulated = FileManager.default.fileExists(atPath: folder + "/gold")
    isSimulated = simulated
    pairs = try LabelledSet.pairs(
      simulated ? folder + "/gold/relations.jsonl" : folder + "/pairs.jsonl")
    clusters = try LabelledSet.clusters(
      simulated ? folder + "/gold/clusters.jsonl" : folder + "/clusters.jsonl", simulated)
    guard !pairs.isEmpty || !clusters.isEmpty else {
      throw InputError(
        path: folder, problem: "has neither pairs.jsonl nor clusters.jsonl beside stories.jsonl")
    }
    try checkNames()
  }

  private struct PairRow: Decodable {
    let a: String
    let b: String
    let label: String?
    let type: String?
    let quoteOnly: Bool?
    let confidence: String?

    private enum CodingKeys: String, CodingKey {
      case a, b, label, type, confidence
      case quoteOnly = "quote_only"
    }
  }

  private static func pairs(_ path: String) throws -> [Pair] {
    try LabelledRows.read(PairRow.self, path, #"{"a","b","label"}"#) { row in
      guard let label = row.label ?? row.type else { return "has no \"label\"" }
      guard !labels.contains(label) else { return nil }
      return "'\(label)' is none of \(labels.joined(separator: ", "))"
    }.map { row in
      Pair(
        a: row.a, b: row.b, label: row.label ?? row.type ?? "none", isQuotesOnly: row.quoteOnly,
        confidence: row.confidence)
    }
  }

  /// What a label may be: a relation, or the same without its kind, or strangers that look alike.
  private static let labels = ["same"] + Relation.allCases.map(\.rawValue) + ["none-hard"]

  /// Refuses pairs and clusters that name a story which the set has not.
  private func checkNames() throws {
    let known = Set(stories.map(\.story.id))
    let named = pairs.flatMap { [$0.a, $0.b] } + clusters.keys.sorted()
    guard let stranger = named.first(where: { !known.contains($0) }) else { return }
    throw InputError(
      path: name, problem: "'\(stranger)' is labelled and is no story of stories.jsonl")
  }

  private struct ClusterRow: Decodable {
    let id: String?
    let group: String?
    let cluster: String?
    let ids: [String]?
  }

  private static func clusters(_ path: String, _ simulated: Bool) throws -> [String: String] {
    var clusters: [String: String] = [:]
    for (number, row) in try LabelledRows.read(
      ClusterRow.self, path, #"{"id","group"} or {"cluster","ids"}, each a text"#
    ).enumerated() {
      if let id = row.id, let group = row.group { clusters[id] = group }
      for id in row.ids ?? [] { clusters[id] = row.cluster ?? String(number) }
    }
    return clusters
  }
}

/// Reads JSON Lines of one shape.
enum LabelledRows {
  /// All rows of a file; none if there is no such file.
  ///
  /// - Parameters:
  ///   - row: what a line is read as.
  ///   - path: the file.
  ///   - shape: what a line should be, for people.
  ///   - fault: what is wrong with a row that has the shape, or nil.
  /// - Returns: the rows.
  /// - Throws: `InputError`, which names the file and line.
  static func read<Row: Decodable>(
    _ row: Row.Type, _ path: String, _ shape: String, fault: (Row) -> String? = { _ in nil }
  ) throws -> [Row] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw InputError(path: path, problem: "can't be read")
    }
    let decoder = JSONDecoder()
    var rows: [Row] = []
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      guard let read = try? decoder.decode(row, from: line) else {
        throw InputError(path: path, problem: "line \(number + 1) is no JSON of \(shape)")
      }
      if let fault = fault(read) {
        throw InputError(path: path, problem: "line \(number + 1): \(fault)")
      }
      rows.append(read)
    }
    return rows
  }
}
