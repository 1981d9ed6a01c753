import Foundation
import Testing

extension Workspace {
  /// Compares store, events and folders with what was fed: nothing lost, nothing double.
  func compare(with feeder: Feeder, eventFile: String? = nil) async throws {
    check(isDrained, "left: \(names(in: "inbox") + names(in: "work"))")
    let stored = try await rows(StoredRow.self, "group", "--json").map(\.id)
    compare("stored", stored, feeder.stories)
    let events = try await rows(EventRow.self, "events")
    compare(
      "story.accepted",
      events.filter { $0.kind == "story.accepted" }.compactMap(\.storyID), feeder.stories)
    compare(
      "files with story.refused",
      events.filter { $0.kind == "story.refused" }.compactMap(\.file), feeder.refused)
    check(
      zip(events, events.dropFirst()).allSatisfy { $0.sequence < $1.sequence },
      "the events' sequence numbers don't strictly increase")
    compare(
      "in refused", names(in: "refused"),
      feeder.refused.union(feeder.refused.map { $0 + ".reason" }))
    let silent = feeder.refused.filter { text("refused/\($0).reason").isEmpty }.sorted()
    check(silent.isEmpty, "refused without a reason: \(silent)")
    if let eventFile { try compare(eventFile, with: events) }
  }

  /// The file may repeat events and must not miss any.
  private func compare(_ eventFile: String, with events: [EventRow]) throws {
    let decoder = JSONDecoder()
    let written = try text(eventFile).split(separator: "\n").map {
      try decoder.decode(EventRow.self, from: Data($0.utf8)).id
    }
    check(Set(written) == Set(events.map(\.id)), "\(eventFile) misses events or has others")
  }

  private func compare(_ what: String, _ found: [String], _ expected: Set<String>) {
    let counts = Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
    let double = counts.filter { $0.value > 1 }.map(\.key).sorted()
    let lost = expected.subtracting(found).sorted()
    let foreign = Set(found).subtracting(expected).sorted()
    check(
      double.isEmpty && lost.isEmpty && foreign.isEmpty,
      "\(what): lost \(lost.count) \(lost.prefix(5)), double \(double.count) \(double.prefix(5)), "
        + "not expected \(foreign.count) \(foreign.prefix(5))")
  }
}
