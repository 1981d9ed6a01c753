/// SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014).
struct SeededOrder: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed.
  init(seed: UInt64) { state = seed }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SeededOrder.mix(state)
  }

  /// A number below a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Which part of a split a host is in: the same on every machine, and for all stories of the host.
enum HostSplit {
  /// The part of a host, from 0.
  static func part(of host: String, of parts: Int, seed: UInt64) -> Int {
    Int(SeededOrder.mix(FNV1a.hash(host.utf8, seed: seed)) % UInt64(max(parts, 1)))
  }
}
