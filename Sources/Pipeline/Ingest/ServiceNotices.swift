/// How a daemon tells its supervisor how it is.
public protocol ServiceNotices: Sendable {
  /// Work can begin.
  func ready()
  /// One line for people.
  func status(_ text: String)
  /// Still making progress.
  func alive()
  /// About to end.
  func stopping()
}
