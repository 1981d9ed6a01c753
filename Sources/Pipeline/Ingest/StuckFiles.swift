internal import Inbox
internal import Stories
internal import SystemPackage

/// Files that could be neither read nor moved. Each is tried again after a while, since rights and disks are put right
/// without a change to the file itself.
struct StuckFiles {
  private var files: [Arrival: (tried: Instant, error: FileError)] = [:]
  /// Milliseconds between two tries.
  private static let timeBetweenTries: Int64 = 30_000

  var count: Int { files.count }

  /// What is wrong with the first of them by path; nil if there are none.
  var problem: FileError? {
    files.min { $0.key.relative.string < $1.key.relative.string }?.value.error
  }

  func contains(_ arrival: Arrival) -> Bool { files[arrival] != nil }

  /// Whether it is time to try a file, which it always is for one that is not stuck.
  func isDue(_ arrival: Arrival, at now: Instant) -> Bool {
    files[arrival].map { Self.isDue($0.tried, at: now) } ?? true
  }

  /// Whether it is time to try any of those that are stuck.
  func isAnyDue(at now: Instant) -> Bool { files.values.contains { Self.isDue($0.tried, at: now) } }

  /// Notes that a file was tried in vain. Returns whether that is new.
  mutating func note(_ arrival: Arrival, _ error: FileError, at now: Instant) -> Bool {
    files.updateValue((now, error), forKey: arrival) == nil
  }

  mutating func remove(_ arrival: Arrival) { files[arrival] = nil }

  /// Forgets all files but those that are there.
  mutating func keep(_ there: some Sequence<Arrival>) {
    guard !files.isEmpty else { return }
    let there = Set(there)
    files = files.filter { there.contains($0.key) }
  }

  /// Whichever way: a clock that was put back must not make it wait for more.
  private static func isDue(_ tried: Instant, at now: Instant) -> Bool {
    now.distance(to: tried) >= timeBetweenTries
  }
}
