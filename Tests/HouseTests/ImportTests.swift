import Foundation
import Testing

/// Holds every file's imports against the table of the house, and that against them. The compiler enforces most of it
/// through target dependencies; system libraries and dependencies of dependencies it does not.
@Suite struct ImportTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func files(_ room: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(room)")
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let position = words.firstIndex(of: "import"), position <= 2,
        words[..<position].allSatisfy({
          ["internal", "public", "private", "fileprivate", "package"].contains($0)
            || $0.hasPrefix("@")
        })
      else { return nil }
      return words.last
    }
  }

  @Test(
    "each room imports what the table of ARCHITECTURE.md allows it, and nothing else",
    arguments: HouseTable.inArchitecture.rooms.keys.sorted())
  func imports(_ room: String) throws {
    let allowed = try #require(HouseTable.inArchitecture.rooms[room])
    var found: Set<String> = []
    for file in try Self.files(room) {
      for name in try Self.imports(of: file) {
        let name = HouseTable.usualName[name] ?? name
        found.insert(name)
        #expect(allowed.contains(name), "\(file.lastPathComponent) may not import \(name)")
      }
    }
    #expect(allowed.subtracting(found) == [], "\(room) does not need what the table allows it")
  }

  @Test("every folder of Sources is a room of the table, those in C as such")
  func rooms() throws {
    let table = HouseTable.inArchitecture
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path)
    let shims = folders.filter { folder in
      FileManager.default.fileExists(
        atPath: Self.root.appending(path: "Sources/\(folder)/include").path)
    }
    #expect(Set(shims) == table.shims && !shims.isEmpty)
    #expect(Set(folders).subtracting(shims) == Set(table.rooms.keys) && shims != folders)
  }

  @Test(
    "ICU's headers are included by its shim's C file alone, so that they never meet Foundation's")
  func shim() throws {
    let header = Self.root.appending(path: "Sources/CICU/include/cicu.h")
    #expect(try !String(contentsOf: header, encoding: .utf8).contains("#include <unicode"))
  }

  @Test(
    "print, arguments and the environment are used in the program and its settings only",
    arguments: [
      "Stories", "Wire", "Text", "NearDuplicates", "Models", "Training", "Inbox", "Store",
      "Pipeline",
    ])
  func quiet(_ room: String) throws {
    for file in try Self.files(room) {
      let source = try String(contentsOf: file, encoding: .utf8)
      for word in ["print(", "CommandLine.", "ProcessInfo", "getenv(", "exit("] {
        #expect(!source.contains(word), "\(file.lastPathComponent) uses \(word)")
      }
    }
  }

  @Test("no program is started by Foundation's Process, which reads past its memory")
  func process() throws {
    let word = "Process" + "()"
    for folder in ["Sources", "Tests", "Benchmarks"] {
      let all = FileManager.default.enumerator(
        at: Self.root.appending(path: folder), includingPropertiesForKeys: nil)
      for file in (all?.compactMap { $0 as? URL } ?? []) where file.pathExtension == "swift" {
        let source = try String(contentsOf: file, encoding: .utf8)
        #expect(!source.contains(word), "\(file.lastPathComponent) uses \(word)")
      }
    }
  }

  @Test(
    "the maths knows no clock, no logging and no randomness",
    arguments: ["Stories", "Text", "NearDuplicates", "Training"])
  func pure(_ room: String) throws {
    for file in try Self.files(room) {
      let source = try String(contentsOf: file, encoding: .utf8)
      for word in ["ContinuousClock", "Date()", "Logger", ".random(", "Hasher()", "hashValue"] {
        #expect(!source.contains(word), "\(file.lastPathComponent) uses \(word)")
      }
    }
  }
}
