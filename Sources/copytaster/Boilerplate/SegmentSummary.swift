import Store
import Stories

/// A segment as commands show it: what the outlets in question have of it, and what was said of it.
struct SegmentSummary {
  let segment: SegmentKey
  /// A row an outlet, the one with most stories first. None for what was ruled on and never seen.
  let rows: [RegisteredSegment]
  /// The rulings in force that bear on these outlets; one on an outlet goes before one on all.
  let rulings: [StoredRuling]

  var kind: BoilerplateKind {
    rulings.last?.ruling.kind ?? rows.first?.kind ?? .other
  }
  var text: String { rows.first?.text ?? rulings.last?.ruling.text ?? "" }
  var stories: Int { rows.reduce(0) { $0 + $1.stories } }
  /// Groups of the latest stories, which furniture has many of and agency copy one.
  var groups: Int { rows.reduce(into: Set<GroupNumber>()) { $0.formUnion($1.groups) }.count }
  /// Whether there were more stories than those whose groups are counted.
  var isSampled: Bool { rows.contains { $0.stories > $0.samples.count } }
  var firstSeen: Instant? { rows.map(\.firstSeen).min() }
  var lastSeen: Instant? { rows.map(\.lastSeen).max() }

  /// `confirmed`, `rejected`, or both if people disagree about outlets.
  var answer: String {
    let answers = Set(rulings.map(\.ruling.answer))
    return answers.count > 1 ? "both" : answers.first?.rawValue ?? ""
  }

  /// The segments of an outlet, or of all, those in most groups first.
  ///
  /// - Parameters:
  ///   - reader: of the store.
  ///   - outlet: whose; nil for everybody's.
  ///   - key: the one wanted; nil for all.
  /// - Returns: the segments.
  /// - Throws: `StoreError`.
  static func all(
    _ reader: StoreReader, of outlet: Outlet?, key: SegmentKey? = nil
  ) throws -> [SegmentSummary] {
    let rows = Dictionary(grouping: try reader.segments(of: outlet, key: key), by: \.segment)
    let bearing = try reader.rulings().filter {
      bears($0, on: outlet) && (key == nil || $0.ruling.segment == key)
    }
    let rulings = Dictionary(grouping: bearing, by: \.ruling.segment)
    return Set(rows.keys).union(rulings.keys).map { key in
      SegmentSummary(
        segment: key, rows: rows[key] ?? [], rulings: inForce(rulings[key] ?? [], for: outlet))
    }.sorted {
      ($0.groups, $0.stories, $1.segment) > ($1.groups, $1.stories, $0.segment)
    }
  }

  private static func bears(_ stored: StoredRuling, on outlet: Outlet?) -> Bool {
    outlet == nil || stored.ruling.outlet == nil || stored.ruling.outlet == outlet
  }

  private static func inForce(_ rulings: [StoredRuling], for outlet: Outlet?) -> [StoredRuling] {
    guard let outlet else { return rulings }
    let own = rulings.filter { $0.ruling.outlet == outlet }
    return own.isEmpty ? rulings : own
  }
}

/// Why no segment, or more than one, is meant by what somebody wrote.
struct NoSuchSegment: Error, CustomStringConvertible {
  let description: String
}

extension StoreReader {
  /// The segment that a person means by its key or the beginning of it.
  ///
  /// - Throws: `NoSuchSegment`, or `StoreError`.
  func segment(named name: String) throws -> SegmentKey {
    let wanted = name.lowercased()
    let known = Set(try segments(of: nil).map(\.segment))
      .union(try rulings().map(\.ruling.segment))
    let found = known.filter { $0.description.hasPrefix(wanted) }.sorted()
    if let only = found.first, found.count == 1, wanted.utf8.count >= 4 { return only }
    throw NoSuchSegment(
      description: found.count > 1
        ? "'\(name)' is the beginning of \(found.count) keys; give more of it"
        : "there is no segment '\(name)' in \(path); 'copytaster boilerplate list' shows them")
  }
}
