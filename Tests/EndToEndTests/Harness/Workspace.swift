import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// A folder with a configuration, an inbox and a store of its own.
final class Workspace: Sendable {
  /// The folder's path.
  let path: String
  /// What the test's numbers come from.
  let seed: UInt64
  private let folder = FreshFolder()
  private static let kept = Mutex<[FreshFolder]>([])

  /// Makes the folders and writes `copytaster.yaml` with more sections added.
  init(seed: UInt64 = 1, more: String = "") throws {
    self.seed = seed
    path = "\(folder.path)"
    for name in ["inbox", "work", "done", "refused", "staging"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }
    try folder.write(Workspace.configuration(more), to: "copytaster.yaml")
  }

  /// The configuration of every workspace, with sections added.
  static func configuration(_ more: String = "") -> String {
    """
    inbox:
      folder: inbox
      work: work
      done: done
      refused: refused
      settle_seconds: 0.2
      sweep_seconds: 0.2
    store:
      path: store/copytaster.sqlite
    \(more)
    """
  }

  /// Replaces the configuration.
  func configure(_ text: String) throws { try folder.write(text, to: "copytaster.yaml") }

  /// Writes a file that is not in the inbox. Returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try folder.write(text, to: name)
    return "\(path)/\(name)"
  }

  /// A file's text, empty if it can't be read.
  func text(_ name: String) -> String { (try? folder.read(name)) ?? "" }

  /// Drops a file into the inbox the proper way: written elsewhere, renamed in.
  func drop(_ bytes: [UInt8], as name: String) throws {
    let staged = "\(path)/staging/\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: staged))
    try rename(staged, into: name)
  }

  /// Drops a text.
  func drop(_ text: String, as name: String) throws { try drop(Array(text.utf8), as: name) }

  private func rename(_ staged: String, into name: String) throws {
    let target = "\(path)/inbox/\(name)"
    if name.contains("/") {
      try FileManager.default.createDirectory(
        atPath: URL(filePath: target).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
    }
    guard Glibc.rename(staged, target) == 0 else { throw POSIXError(.EIO) }
  }

  /// The paths of all that is below a folder and no folder itself, in order; bad UTF-8 repaired.
  func names(in name: String) -> [String] { Listing.names(below: "\(path)/\(name)").sorted() }

  /// Whether nothing waits and nothing is being read.
  var isDrained: Bool {
    Listing.isEmpty(below: "\(path)/inbox") && Listing.isEmpty(below: "\(path)/work")
  }

  /// Notes a failure with the seed, and keeps the folder for looking into.
  func check(
    _ condition: Bool, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if condition { return }
    Workspace.kept.withLock { if !$0.contains(where: { $0 === folder }) { $0.append(folder) } }
    Issue.record(
      "\(what()) (seed \(seed), folder kept: \(path))", sourceLocation: sourceLocation)
  }
}
