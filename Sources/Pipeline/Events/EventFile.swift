internal import Inbox
internal import Store
public import SystemPackage

/// The optional file that gets every event as a line of JSON.
///
/// Rotated by size: `events.jsonl` becomes `events.jsonl.1`, that becomes `.2`, and so on. A line is written
/// before the store notes that it was: an event may come twice after a crash, never not at all. A line that broke off
/// stays as it is, and its event follows on a line of its own.
public struct EventFile: Sendable {
  /// The file.
  public let path: FilePath
  /// Bytes at which it is rotated.
  public let rotateBytes: Int64
  /// Rotated files that are kept.
  public let keep: Int
  /// The name under which the store remembers how far it got.
  public static let sink = "file"
  private static let batch = 1000

  /// Makes it; the file itself appears with the first event.
  public init(path: FilePath, rotateBytes: Int64, keep: Int) {
    (self.path, self.rotateBytes, self.keep) = (path, rotateBytes, keep)
  }

  /// Writes all events that the file has not had yet. Returns how many.
  ///
  /// - Throws: `FileError` or `StoreError`; what was not noted is written again next time.
  func publish(from store: Store, identity: String) throws -> Int {
    var written = 0
    while true {
      let events = try store.unpublished(sink: EventFile.sink, limit: EventFile.batch)
      guard let last = events.last else { return written }
      let lines = events.map { $0.line(store: identity) + "\n" }.joined()
      let bytes = try AppendFile.append(lines, to: path)
      // Noted first: where the folder lets nobody rename, each new try would write the same lines.
      try store.notePublished(sink: EventFile.sink, through: last.sequence)
      if bytes >= rotateBytes { try rotate() }
      written += events.count
    }
  }

  private func rotate() throws {
    for number in (0..<keep).reversed() {
      let from = number == 0 ? path : numbered(number)
      try AppendFile.replace(from, with: numbered(number + 1))
    }
    // More than one where fewer are kept than were before.
    var oldest = keep + 1
    while try AppendFile.removeIfThere(numbered(oldest)) { oldest += 1 }
  }

  private func numbered(_ number: Int) -> FilePath {
    path.removingLastComponent().appending("\(path.lastComponent?.string ?? "events").\(number)")
  }
}
