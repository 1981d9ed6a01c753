/// Who published a story, or the agency that sent it.
public struct Outlet: Hashable, Sendable, Comparable {
  /// The name as the source gave it; compared letter by letter.
  public let name: String

  /// Makes an outlet of a name.
  public init(_ name: String) {
    self.name = name
  }

  /// Alphabetical order by name, so that listings are stable.
  public static func < (left: Outlet, right: Outlet) -> Bool {
    left.name < right.name
  }
}
