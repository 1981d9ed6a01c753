internal import Synchronization
internal import SystemPackage

/// Which files in the inbox are being written just now, as far as change notices tell.
///
/// A hint only: when notices are lost everything is unknown again and the settle time decides alone.
public final class WriteTracker: Sendable {
  enum State: Sendable {
    /// Its name has appeared. It may be a link to a whole file, or be written next.
    case created
    /// Written to and not closed yet.
    case writing
    /// Renamed into place: complete by the writer's own doing.
    case renamedIn
  }

  private let states = Mutex<[FilePath: State]>([:])
  /// Files remembered at most; past it everything is forgotten, which costs only the settle time.
  private static let limit = 100_000

  /// Makes a tracker that knows nothing.
  public init() {}

  func state(of path: FilePath) -> State? { states.withLock { $0[path] } }

  func note(_ path: FilePath, _ state: State?) {
    states.withLock { states in
      if states.count >= WriteTracker.limit { states.removeAll() }
      states[path] = state
    }
  }

  /// Forgets a file that was taken.
  public func forget(_ arrival: Arrival) { note(arrival.relative, nil) }

  /// Forgets everything: what was said concerns other files.
  public func forgetAll() { states.withLock { $0.removeAll() } }
}
