import Foundation

/// The table of rooms in ARCHITECTURE.md, the one place that says what each may import.
struct HouseTable {
  /// What each room in Swift may import.
  private(set) var rooms: [String: Set<String>] = [:]
  /// Rooms in C, which import nothing of ours.
  private(set) var shims: Set<String> = []

  /// As it stands; empty, which the tests notice, where it can't be read.
  static let inArchitecture = HouseTable(
    (try? String(contentsOf: ImportTests.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8))
      ?? "")

  /// Modules under the name that the table has: elsewhere others stand in for these.
  static let usualName = ["FoundationEssentials": "Foundation", "Darwin": "Glibc"]

  /// Reads the rows below the heading "Rooms": rooms, what they hold, what they may import of ours and besides.
  init(_ document: String) {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    let section = lines.drop { $0 != "## Rooms" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    for line in section where line.hasPrefix("| `") {
      let cells = line.split(separator: "|")
      guard cells.count == 4 else { continue }
      let names = HouseTable.names(in: cells[0])
      if cells[3].contains("the C library") {
        shims.formUnion(names)
      } else {
        let imports = HouseTable.names(in: cells[2]).union(HouseTable.names(in: cells[3]))
        for name in names { rooms[name] = imports }
      }
    }
  }

  /// The names in a cell, which stand between backticks.
  private static func names(in cell: Substring) -> Set<String> {
    let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
    return Set(parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
  }
}
