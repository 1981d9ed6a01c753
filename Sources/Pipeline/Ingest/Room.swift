internal import Inbox
internal import Store

/// Waiting for room on the disk at the start. Later a step waits for it; a daemon that ended instead would stay down once
/// it had been started in vain often enough, with files waiting that nobody takes.
public struct Room: Sendable {
  private let log: IngestLog
  private let notices: any ServiceNotices

  /// Makes it over what is told of the wait.
  public init(_ log: IngestLog, _ notices: any ServiceNotices) {
    (self.log, self.notices) = (log, notices)
  }

  /// Does something again and again until there is room for it.
  ///
  /// - Parameters:
  ///   - pause: waits so long, longer after each attempt; false gives up.
  ///   - work: what needs room; nothing of it may be left when it fails.
  /// - Returns: what came of it, nil if it was given up.
  /// - Throws: whatever is wrong besides.
  public func waiting<Result>(
    pause: (Duration) async throws -> Bool, _ work: () throws -> Result
  ) async throws -> Result? {
    var health = Health()
    while true {
      do {
        let result = try work()
        if let change = health.noteSuccess() { log.changed(change) }
        return result
      } catch  where Room.isWanting(error) {
        if let change = health.note(problem: "\(error)") { log.changed(change) }
        notices.status("waiting: \(error)")
      }
      guard try await pause(health.pause) else { return nil }
    }
  }

  private static func isWanting(_ error: any Error) -> Bool {
    if case .full? = error as? StoreError { return true }
    if case .full? = error as? FileError { return true }
    return false
  }
}
