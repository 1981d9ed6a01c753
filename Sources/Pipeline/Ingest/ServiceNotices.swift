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

/// For a daemon that nobody supervises.
public struct NoNotices: ServiceNotices {
  /// Makes it.
  public init() {}
  /// Does nothing.
  public func ready() {}
  /// Does nothing.
  public func status(_ text: String) {}
  /// Does nothing.
  public func alive() {}
  /// Does nothing.
  public func stopping() {}
}
