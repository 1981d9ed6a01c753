import Foundation

/// The sample stories and what is known of them.
enum Samples {
  /// The folder with the stories.
  static let inbox = Program.samples.appending(path: "inbox").path

  /// The groups into which they ought to fall.
  static func expectedGroups() throws -> Set<Set<String>> {
    struct Line: Decodable {
      let id: String
      let group: String
    }
    let decoder = JSONDecoder()
    let file = Program.samples.appending(path: "expected-groups.jsonl")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let rows = try lines.map { try decoder.decode(Line.self, from: Data($0.utf8)) }
    return partition(rows.map { (id: $0.id, group: $0.group) })
  }

  /// A workspace whose store a daemon has filled with them.
  static func stored() async throws -> Workspace {
    let workspace = try Workspace()
    try FileManager.default.removeItem(atPath: "\(workspace.path)/inbox")
    try FileManager.default.copyItem(atPath: inbox, toPath: "\(workspace.path)/inbox")
    try await workspace.drain()
    return workspace
  }
}
