/// Which outlet is meant by a folder, a provider, a host or a credit.
///
/// Names are compared without regard to case. What is not mapped stands for itself.
public struct OutletMap: Hashable, Sendable {
  /// What a name was found in.
  public enum Place: String, Sendable, CaseIterable, Hashable {
    /// The first folder below the inbox.
    case folder
    /// The provider, source or holder that a format names.
    case provider
    /// The host of the story's address; a mapped host stands for those below it too.
    case host
    /// A credit line or the mark in a dateline.
    case credit
  }

  private var names: [Place: [String: String]] = [:]

  /// Makes a map that maps nothing.
  public init() {}

  /// Whether it maps nothing.
  public var isEmpty: Bool { names.isEmpty }

  /// Adds a name of an outlet. Returns the outlet for which the same name stood already, if another.
  @discardableResult
  public mutating func add(_ name: String, in place: Place, for outlet: String) -> String? {
    let old = names[place, default: [:]].updateValue(outlet, forKey: name.lowercased())
    return old == outlet ? nil : old
  }

  /// The outlet that a name stands for, the name itself if it is not mapped.
  public func outlet(_ name: String, in place: Place) -> String {
    mapped(name, in: place) ?? name
  }

  /// The outlet that a name stands for, nil if it is not mapped.
  public func mapped(_ name: String, in place: Place) -> String? {
    guard let table = names[place] else { return nil }
    if place != .host { return table[name.lowercased()] }
    var host = name.lowercased()[...]
    while true {
      if let outlet = table[String(host)] { return outlet }
      guard let dot = host.firstIndex(of: ".") else { return nil }
      host = host[host.index(after: dot)...]
    }
  }
}
