/// SHA-256 of some bytes (FIPS 180-4): the key by which a delivery or a story is known to have been seen.
public struct ContentDigest: Hashable, Sendable {
  /// Exactly 32 bytes.
  public let bytes: [UInt8]

  /// Makes a digest of its 32 bytes, or nil for any other count.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The digest's first eight bytes as a number.
  public var tieBreak: UInt64 {
    bytes.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  /// Any eight bytes of a SHA-256 are as good as all for telling buckets apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(tieBreak) }
}
