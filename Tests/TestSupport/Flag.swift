internal import Synchronization

/// Something that happens once in a test, told from one task to another.
public final class Flag: Sendable {
  private let value = Atomic(false)

  /// Makes one that is not set.
  public init() {}

  /// Whether it is set.
  public var isSet: Bool { value.load(ordering: .relaxed) }

  /// Sets it. Returns whether it was set before.
  @discardableResult
  public func set() -> Bool { value.exchange(true, ordering: .relaxed) }
}
