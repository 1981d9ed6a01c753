import Foundation
import Settings
import Stories
import Wire

/// Stories with what a person, or a simulator, says they are to each other.
///
/// A folder with `stories.jsonl` and either `pairs.jsonl` ({"a","b","label"}), or `clusters.jsonl`
/// ({"id","group"}), or both; where there is a folder `gold`, its `clusters.jsonl` and `relations.jsonl`
/// ({"a","b","type"}) are read instead.
struct LabelledSet {
  /// One labelled pair.
  struct Pair {
    let a: String
    let b: String
    let label: String
    let isQuotesOnly: Bool?
    /// How sure the label is, such as `low`, where the set says so.
    let confidence: String?
    /// The file and line in which it stands.
    let place: LabelPlace
    /// Whether another reader gave the label than the set's own: such pairs are learned from, and nothing is judged
    /// by them.
    var isFurther = false
  }

  let name: String
  /// Whether a simulator made it, and not a reader.
  let isSimulated: Bool
  let stories: [DeliveredStory]
  private(set) var pairs: [Pair]
  /// The cluster of each story, empty if the set has none.
  let clusters: [String: String]
  /// Where the clusters name each story.
  private let clusterPlaces: [String: LabelPlace]
  private let storiesPath: String

  /// The last part of the folder's name.
  var lastName: String { LabelledSet.lastName(of: name) }

  /// Reads a folder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - settings: by which stories are read; the standard ones are what models are trained with.
  /// - Throws: `InputError`, which names the file and line.
  init(folder path: String, _ settings: Settings = Settings()) throws {
    let folder = try LabelledSet.folder(path)
    name = folder.split(separator: "/").suffix(2).joined(separator: "/")
    var stories: [DeliveredStory] = []
    storiesPath = folder + "/stories.jsonl"
    try Inputs([storiesPath], settings).forEach { outcome, file, _ in
      switch outcome {
      case .story(let story): stories.append(story)
      case .refused(let refusal): throw InputError(path: file, problem: "\(refusal)")
      }
    }
    self.stories = stories
    let simulated = FileManager.default.fileExists(atPath: folder + "/gold")
    isSimulated = simulated
    pairs = try LabelledSet.pairs(
      simulated ? folder + "/gold/relations.jsonl" : folder + "/pairs.jsonl", in: name)
    (clusters, clusterPlaces) = try LabelledSet.clusters(
      simulated ? folder + "/gold/clusters.jsonl" : folder + "/clusters.jsonl")
    guard !pairs.isEmpty || !clusters.isEmpty else {
      throw InputError(
        path: folder,
        problem:
          "has no labels: pairs.jsonl and clusters.jsonl are not beside stories.jsonl, or empty"
          + LabelledSet.advice(onTablesIn: folder))
    }
    try checkNames()
  }

  /// Takes further labels of the set's stories from a folder, if it has a file named as the set.
  ///
  /// - Parameter folder: a folder with `NAME.jsonl`, of the shape of `pairs.jsonl`, for sets of that last name.
  /// - Throws: `InputError`, which names the file.
  mutating func addFurtherLabels(in folder: String) throws {
    let path = LabelledSet.furtherLabels(of: name, in: folder)
    let labelled = Set(pairs.map(\.stories))
    let further = try LabelledSet.pairs(path, in: name).filter { !labelled.contains($0.stories) }
    pairs += further.map { pair in
      var pair = pair
      pair.isFurther = true
      return pair
    }
    try checkNames()
  }

  private struct PairRow: Decodable {
    let a: LabelledID
    let b: LabelledID
    let label: String?
    let type: String?
    let quoteOnly: Bool?
    let confidence: String?

    private enum CodingKeys: String, CodingKey {
      case a, b, label, type, confidence
      case quoteOnly = "quote_only"
    }
  }

  private static func pairs(_ path: String, in name: String) throws -> [Pair] {
    let pairs = try LabelledRows.numbered(PairRow.self, path, #"{"a","b","label"}"#) { row in
      if row.a.text == row.b.text { return "pairs '\(row.a.text)' with itself" }
      guard let label = row.label ?? row.type else { return "has no \"label\"" }
      guard !labels.contains(label) else { return nil }
      return "'\(label)' is none of \(labels.joined(separator: ", "))"
    }.map { numbered in
      let row = numbered.row
      return Pair(
        a: row.a.text, b: row.b.text, label: row.label ?? row.type ?? "none",
        isQuotesOnly: row.quoteOnly, confidence: row.confidence,
        place: LabelPlace(path: path, line: numbered.line))
    }
    return try LabelledSet.once(pairs, in: name)
  }

  /// Each pair once; what is labelled in two ways is refused.
  private static func once(_ pairs: [Pair], in name: String) throws -> [Pair] {
    var first: [[String]: Pair] = [:]
    let distinct = try pairs.filter { pair in
      guard let other = first[[pair.a, pair.b].sorted()] else {
        first[[pair.a, pair.b].sorted()] = pair
        return true
      }
      // As the other is labelled seen from here.
      let label =
        other.a == pair.a
        ? other.label : Relation(rawValue: other.label)?.reversed.rawValue ?? other.label
      guard label != pair.label else { return false }
      throw pair.place.error(
        "labels '\(pair.a)' and '\(pair.b)' both '\(label)' and '\(pair.label)', the first in line "
          + "\(other.place.line); keep one")
    }
    if distinct.count < pairs.count {
      let repeated = Words.count(pairs.count - distinct.count, "pair is", "pairs are")
      Terminal.complain("\(name): \(repeated) labelled more than once, and counted once")
    }
    return distinct
  }

  /// What a label may be: a relation, or the same without its kind, or strangers that look alike.
  private static let labels = ["same"] + Relation.allCases.map(\.rawValue) + ["none-hard"]

  /// Refuses pairs and clusters that name a story which the set has not, or has twice.
  private func checkNames() throws {
    var texts: [String: String] = [:]
    for story in stories.map(\.story) {
      if let other = texts.updateValue(story.text, forKey: story.id), other != story.text {
        throw InputError(
          path: storiesPath,
          problem:
            "has several stories under the id '\(story.id)': labels can't tell which is meant")
      }
    }
    let places =
      pairs.flatMap { [($0.a, $0.place), ($0.b, $0.place)] }
      + clusterPlaces.sorted {
        $0.value.line < $1.value.line
      }.map { ($0.key, $0.value) }
    let strangers = places.filter { texts[$0.0] == nil }
    guard let (stranger, place) = strangers.first else { return }
    let count = Set(strangers.map(\.0)).count
    let remedy = "; add the \(count == 1 ? "story" : "stories"), or take out what is said of "
    throw place.error(
      count == 1
        ? "'\(stranger)' is labelled and is no story of stories.jsonl\(remedy)it"
        : "'\(stranger)' and \(Words.count(count - 1, "other id", "other ids")) are labelled and are no "
          + "stories of stories.jsonl\(remedy)them")
  }

  private struct ClusterRow: Decodable {
    let id: LabelledID?
    let group: LabelledID?
    let cluster: LabelledID?
    let ids: [LabelledID]?
  }

  private static func clusters(
    _ path: String
  ) throws -> (clusters: [String: String], places: [String: LabelPlace]) {
    var (clusters, places): ([String: String], [String: LabelPlace]) = ([:], [:])
    let shape = #"{"id","group"} or {"cluster","ids"}, each a text or a number"#
    let rows = try LabelledRows.numbered(ClusterRow.self, path, shape) { row in
      row.ids != nil || row.id != nil && (row.group ?? row.cluster) != nil ? nil : "is no \(shape)"
    }
    for numbered in rows {
      let (row, place) = (numbered.row, LabelPlace(path: path, line: numbered.line))
      // A name that nobody can give.
      let cluster = (row.group ?? row.cluster)?.text ?? "\u{0}\(place.line)"
      for id in (row.ids ?? [row.id].compactMap { $0 }).map(\.text) {
        let first = places[id] ?? place
        places[id] = first
        if let other = clusters.updateValue(cluster, forKey: id), other != cluster {
          throw place.error(
            "puts '\(id)' into both \(told(other)) and \(told(cluster)), the first in line "
              + "\(first.line); keep one")
        }
      }
    }
    return (clusters, places)
  }

  /// A cluster's name for people.
  private static func told(_ cluster: String) -> String {
    cluster.hasPrefix("\u{0}") ? "the cluster of line \(cluster.dropFirst())" : "'\(cluster)'"
  }
}
