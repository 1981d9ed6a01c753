/// What a source signals of a version (IPTC NewsCodes, signal).
public enum WireSignal: String, Sendable, Codable, CaseIterable {
  /// It replaces an earlier version.
  case update
  /// It mends an error. Some agencies send this with each version; `isCorrection` asks for more.
  case correction
}

/// All that a source signals of one version. Written in the order in which the signals are declared: a set has
/// another in each run, and what reads the same would not be written the same.
public struct WireSignals: Hashable, Sendable {
  private var signals: Set<WireSignal>

  /// Makes it of some signals, repeated or not.
  public init(_ signals: some Sequence<WireSignal> = []) { self.signals = Set(signals) }

  /// Adds a signal.
  public mutating func insert(_ signal: WireSignal) { signals.insert(signal) }

  /// Whether a signal is given.
  public func contains(_ signal: WireSignal) -> Bool { signals.contains(signal) }

  /// Whether none is.
  public var isEmpty: Bool { signals.isEmpty }
}

extension WireSignals: Codable {
  /// Reads a list of signals.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([WireSignal].self))
  }

  /// Writes a list of signals.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(WireSignal.allCases.filter(signals.contains))
  }
}

extension WireSignals: ExpressibleByArrayLiteral {
  /// Makes it of the signals of a list.
  public init(arrayLiteral signals: WireSignal...) { self.init(signals) }
}
