#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How a signature is cut into bands: two texts become candidates when all rows of one band agree.
///
/// With b bands of r rows a pair of resemblance s is found with probability 1 − (1 − s^r)^b, the S-curve of
/// P. Indyk and R. Motwani (STOC 1998) as taught in "Mining of Massive Datasets", chapter 3.
public struct BandPlan: Hashable, Sendable {
  /// Bands, each looked up on its own.
  public let bands: Int
  /// Registers in a band.
  public let rows: Int

  /// Makes a plan of given measures.
  public init(bands: Int, rows: Int) {
    precondition(bands >= 1 && rows >= 1)
    (self.bands, self.rows) = (bands, rows)
  }

  /// The cheapest plan that finds pairs of a resemblance with the recall wanted.
  ///
  /// Takes the most rows that a signature allows, since each row more makes chance candidates rarer, and
  /// then no more bands than needed. Nil when even one row a band is not enough.
  ///
  /// - Parameters:
  ///   - recall: the part of such pairs to be found, above 0 and below 1.
  ///   - resemblance: of the pairs, above 0, at most 1.
  ///   - registers: k of the signature.
  public init?(recall: Double, at resemblance: Double, registers: Int) {
    guard recall > 0, recall < 1, resemblance > 0, resemblance <= 1 else { return nil }
    for rows in (1...max(1, registers)).reversed() {
      let agreement = pow(resemblance, Double(rows))
      // Compared as a floating-point number: for many rows it is beyond any integer.
      let needed = agreement >= 1 ? 1 : (log1p(-recall) / log1p(-agreement)).rounded(.up)
      if needed <= Double(registers / rows) {
        self.init(bands: max(1, Int(needed)), rows: rows)
        return
      }
    }
    return nil
  }

  /// Probability that a pair of a resemblance shares at least one band.
  public func recall(at resemblance: Double) -> Double {
    1 - pow(1 - pow(resemblance, Double(rows)), Double(bands))
  }

  /// The resemblance at which half of the pairs are found.
  public var midpoint: Double { pow(1 - pow(0.5, 1 / Double(bands)), 1 / Double(rows)) }

  /// The 32-bit key of each band of a signature; bands differ even where their registers agree.
  ///
  /// Empty for an empty signature: a text without shingles is like nothing.
  func keys(of registers: [UInt32]) -> [UInt32] {
    guard registers.count >= bands * rows else { return [] }
    return registers.withUnsafeBufferPointer { registers in
      [UInt32](unsafeUninitializedCapacity: bands) { keys, count in
        var next = 0
        for band in 0..<bands {
          var mixed = UInt64(band) &* 0x9E37_79B9_7F4A_7C15
          for register in registers[next..<next + rows] {
            mixed = (mixed ^ UInt64(register)) &* 0xD134_2543_DE82_EF95
            mixed ^= mixed >> 32
          }
          next += rows
          keys.initializeElement(
            at: band, to: UInt32(truncatingIfNeeded: Mixing.finalise(mixed) >> 32))
        }
        count = bands
      }
    }
  }
}
