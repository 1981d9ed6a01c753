import Foundation
import Testing

/// Holds every file's imports against the table of the house. The compiler enforces most of it through target
/// dependencies; system libraries and dependencies of dependencies it does not.
@Suite struct ImportTests {
  /// What each room may import; the table of ARCHITECTURE.md.
  static let allowed: [String: Set<String>] = [
    "Stories": [],
    "Wire": ["Stories", "CDigest", "CXML", "Foundation", "FoundationEssentials"],
    "Text": ["Stories", "CICU", "CWords"],
    "NearDuplicates": ["Stories", "CHashes", "CLines", "Glibc", "Darwin"],
    "Models": ["Stories", "NearDuplicates", "FoundationEssentials", "Foundation"],
    "Training": ["Stories", "Text", "NearDuplicates", "Glibc", "Darwin"],
    "Inbox": ["Stories", "CFiles", "Glibc", "SystemPackage", "Synchronization"],
    "Store": ["Stories", "GRDB", "Foundation"],
    "Settings": ["Stories", "Yams", "FoundationEssentials", "Foundation"],
    "Pipeline": [
      "Stories", "Wire", "Text", "NearDuplicates", "Inbox", "Store", "Foundation",
      "FoundationEssentials", "Logging", "Metrics", "ServiceLifecycle", "SystemPackage",
      "Synchronization",
    ],
    "copytaster": [
      "Stories", "Wire", "Text", "NearDuplicates", "Models", "Training", "Inbox", "Store",
      "Settings", "Pipeline", "ArgumentParser", "Foundation", "Glibc", "Logging",
      "ServiceLifecycle", "Synchronization",
      "SystemPackage", "UnixSignals",
    ],
  ]

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

  @Test("each room imports only what the house allows it", arguments: allowed.keys.sorted())
  func imports(_ room: String) throws {
    let files = try Self.files(room)
    #expect(!files.isEmpty)
    for file in files {
      for name in try Self.imports(of: file) {
        #expect(
          Self.allowed[room]?.contains(name) == true,
          "\(file.lastPathComponent) may not import \(name)")
      }
    }
  }

  @Test("every folder of Sources is a room of the table or a C shim")
  func rooms() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path)
    #expect(
      Set(folders)
        == Set(Self.allowed.keys).union([
          "CICU", "CDigest", "CFiles", "CHashes", "CLines", "CWords", "CXML",
        ]))
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
