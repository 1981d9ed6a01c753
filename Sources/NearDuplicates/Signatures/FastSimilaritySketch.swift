internal import CHashes
public import Stories

/// Fast Similarity Sketching: MinHash signatures in expected time O(n + k log k).
///
/// S. Dahlgaard, M. B. T. Knudsen, M. Thorup, "Fast Similarity Sketching", FOCS 2017. In round i every
/// shingle falls into one of the k registers and each register keeps the least value; later rounds only
/// fill what is still empty, and from round k on shingle values go to register i−k outright, so that all
/// registers end filled. Values of a round all come before values of the next. The part of equal registers
/// is an unbiased estimate of resemblance, with less variance than k independent MinHash functions.
///
/// The bytes are fixed for ever, see the test vectors. Two different shingles agree by accident about once
/// in 2^24 registers at most.
public struct FastSimilaritySketch: Hashable, Sendable {
  /// Name and version in stamps.
  public static let name = "fast-similarity-sketch/1"

  /// Registers in a signature.
  public let registers: Int
  /// Seed of the register hashes.
  public let seed: UInt64

  /// Makes a sketch.
  ///
  /// - Parameters:
  ///   - registers: k, from 1 to 65,536. The standard error of a resemblance J is about
  ///     0.87·sqrt(J(1−J)/k).
  ///   - seed: any number; signatures of different seeds can't be compared.
  public init(registers: Int = 128, seed: UInt64 = 0x436F_7079_7461_7374) {
    precondition((1...65_536).contains(registers))
    (self.registers, self.seed) = (registers, seed)
  }

  /// The signature of a text's shingles, repeats allowed. Empty for no shingles.
  public func signature(of shingles: [UInt64]) -> Signature {
    guard !shingles.isEmpty else { return Signature(registers: []) }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: registers) { values in
      values.initialize(repeating: .max)
      var round = 0
      repeat {
        run(round: round, shingles, values)
        round += 1
      } while round < 2 * registers && values.contains(.max)
      return Signature(registers: values.map(FastSimilaritySketch.pack))
    }
  }

  /// One round over all shingles. Without a branch on what was there: whether a value is less can't be
  /// foreseen, and a wrong guess costs more than the store.
  private func run(
    round: Int, _ shingles: [UInt64], _ values: UnsafeMutableBufferPointer<UInt64>
  ) {
    let salt = Mixing.finalise(seed &+ UInt64(round) &* 0x9E37_79B9_7F4A_7C15)
    let high = UInt64(round) << 48
    if round > 0, round < registers {
      return fill(round: round, salt, shingles, values)
    }
    forEachMixed(shingles, salt) { hash in
      let register = round < registers ? place(of: hash) : round - registers
      values[register] = min(values[register], high | (hash & 0xFFFF_FFFF_FFFF))
    }
  }

  /// A round after the first: few registers are left that it can fill, so a branch is foreseen and the store
  /// spared.
  private func fill(
    round: Int, _ salt: UInt64, _ shingles: [UInt64], _ values: UnsafeMutableBufferPointer<UInt64>
  ) {
    let high = UInt64(round) << 48
    forEachMixed(shingles, salt) { hash in
      let register = place(of: hash)
      if values[register] >= high {
        values[register] = min(values[register], high | (hash & 0xFFFF_FFFF_FFFF))
      }
    }
  }

  /// The register that a hash is for, by its upper bits.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash >> 48) &* UInt64(registers)) >> 16)
  }

  /// Calls `body` with the hash of each shingle in a round, which are made a block at a time.
  ///
  /// Two multiplications and two shifts: the shingle is well mixed already, this only makes the rounds independent of
  /// each other.
  @inline(__always)
  private func forEachMixed(_ shingles: [UInt64], _ salt: UInt64, _ body: (UInt64) -> Void) {
    shingles.withUnsafeBufferPointer { shingles in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { mixed in
        var first = 0
        while first < shingles.count {
          let some = UnsafeBufferPointer(rebasing: shingles[first...].prefix(mixed.count))
          chashes_mix(some.baseAddress, Int64(some.count), salt, mixed.baseAddress)
          for index in some.indices { body(mixed[index]) }
          first &+= some.count
        }
      }
    }
  }

  /// A register: the round, at most 255, in eight bits and the first 24 bits of the value, so that
  /// registers keep the order of values.
  @inline(__always)
  private static func pack(_ value: UInt64) -> UInt32 {
    UInt32(min(value >> 48, 255)) << 24 | UInt32(truncatingIfNeeded: value >> 24) & 0xFF_FFFF
  }
}
