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

  private struct Known {
    var states: [FilePath: State] = [:]
    /// Files that go back into the inbox, of which no notice has come yet.
    var returning: Set<FilePath> = []
  }

  private let known = Mutex(Known())
  /// Files remembered at most; past it everything is forgotten, which costs only the settle time.
  private static let limit = 100_000

  /// Makes a tracker that knows nothing.
  public init() {}

  func state(of path: FilePath) -> State? { known.withLock { $0.states[path] } }

  func note(_ path: FilePath, _ state: State?) {
    known.withLock { known in
      if known.states.count >= WriteTracker.limit { known.states.removeAll() }
      let isReturn = state == .renamedIn && known.returning.remove(path) != nil
      known.states[path] = isReturn ? nil : state
    }
  }

  /// Has the next notice that a file was renamed in be taken for what it is: we put it back, which says nothing about
  /// its writer.
  func expectReturn(of path: FilePath) {
    known.withLock { known in
      if known.returning.count >= WriteTracker.limit { known.returning.removeAll() }
      known.returning.insert(path)
    }
  }

  /// Forgets a file that was taken.
  public func forget(_ arrival: Arrival) { note(arrival.relative, nil) }

  /// Forgets everything: what was said concerns other files.
  public func forgetAll() { known.withLock { $0 = Known() } }
}
