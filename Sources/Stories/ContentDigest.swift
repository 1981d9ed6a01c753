/// SHA-256 of some bytes (FIPS 180-4): the key by which a delivery or a story is known to have been seen.
public struct ContentDigest: Hashable, Sendable {
  /// The 32 bytes as four numbers, the first byte of each the highest: a batch holds one for every story, and an array
  /// would be memory elsewhere for each.
  private let first, second, third, fourth: UInt64

  /// Makes a digest of its 32 bytes, or nil for any other count.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    func word(_ number: Int) -> UInt64 {
      bytes.withUnsafeBytes {
        UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8 * number, as: UInt64.self))
      }
    }
    (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
  }

  /// Exactly 32 bytes.
  public var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { word in
      withUnsafeBytes(of: word.bigEndian) { Array($0) }
    }
  }

  /// The digest's first eight bytes as a number.
  public var tieBreak: UInt64 { first }

  /// Any eight bytes of a SHA-256 are as good as all for telling buckets apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(first) }
}
