/// Whether work goes on, and if not, what is in its way. A pure state machine: problems and successes in,
/// one message for each change of state out.
public struct Health: Sendable {
  /// What the daemon is doing.
  public enum State: Hashable, Sendable {
    /// Work goes on.
    case working
    /// Waiting for something to be put right; tried again after a pause.
    case waiting(problem: String, attempts: Int)
  }

  /// What a report changed.
  public enum Change: Hashable, Sendable {
    /// Work stopped, or stopped for another reason.
    case stopped(String)
    /// Work goes on again after so many attempts.
    case resumed(attempts: Int)
  }

  /// What the daemon is doing.
  public private(set) var state = State.working
  /// What was in the way before it went on, and how often it was tried, until all work is done.
  private var last: (problem: String, attempts: Int)?
  private static let longestPause = Duration.seconds(30)

  /// Starts working.
  public init() {}

  /// Notes that something is in the way. Returns a change only when it is something new.
  public mutating func note(problem: String) -> Change? {
    if case .waiting(problem, let attempts) = state {
      state = .waiting(problem: problem, attempts: attempts + 1)
      return nil
    }
    let before = last?.problem == problem ? last?.attempts ?? 0 : 0
    state = .waiting(problem: problem, attempts: before + 1)
    return .stopped(problem)
  }

  /// Notes that work went on. What comes back before all of it is done is tried as seldom as it was last.
  public mutating func noteSuccess(isDone: Bool = true) -> Change? {
    if isDone { last = nil }
    guard case .waiting(let problem, let attempts) = state else { return nil }
    if !isDone { last = (problem, attempts) }
    state = .working
    return .resumed(attempts: attempts)
  }

  /// How long to wait before trying again: a quarter of a second, doubled with each attempt, 30 at most.
  public var pause: Duration {
    guard case .waiting(_, let attempts) = state else { return .zero }
    return min(Health.longestPause, .milliseconds(250) * (1 << min(attempts - 1, 10)))
  }
}
