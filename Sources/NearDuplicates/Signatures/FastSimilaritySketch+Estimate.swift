public import Stories

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FastSimilaritySketch {
  /// The likeliest resemblance of two texts, from their signatures and how many distinct shingles each has.
  ///
  /// Uses which register of two is less and how soon registers filled, besides which are equal. Registers
  /// fill like independent exponential clocks of rate (shingles)/k; with c shared shingles of a and b the
  /// logarithm of the likelihood is n₌·ln c + n₍·ln(a−c) + n₎·ln(b−c) + (c/k)·Σ least, which is concave.
  ///
  /// - Parameters:
  ///   - first: a signature of this sketch.
  ///   - firstCount: distinct shingles of its text.
  ///   - second: another.
  ///   - secondCount: distinct shingles of that text.
  /// - Returns: from 0 to 1; 0 if either text has no shingles.
  ///
  /// Complexity: O(k).
  public func resemblance(
    _ first: Signature, of firstCount: Int, _ second: Signature, of secondCount: Int
  ) -> Double {
    guard first.registers.count == registers, second.registers.count == registers,
      firstCount > 0, secondCount > 0
    else { return 0 }
    var (equal, firstLess, secondLess, least) = (0.0, 0.0, 0.0, 0.0)
    for (one, other) in zip(first.registers, second.registers) {
      if one == other { equal += 1 } else if one < other { firstLess += 1 } else { secondLess += 1 }
      least += time(min(one, other))
    }
    let (a, b) = (Double(firstCount), Double(secondCount))
    var (low, high) = (0.0, min(a, b))
    for _ in 0..<40 {
      let c = (low + high) / 2
      let slope =
        equal / c - firstLess / (a - c) - secondLess / (b - c) + least / Double(registers)
      if slope > 0 { low = c } else { high = c }
    }
    return low / (a + b - low)
  }

  /// A register's value as the time that an exponential clock would show: a shingle that falls into one of
  /// k registers leaves a register alone up to the part v of a round with probability 1 − v/k. Taking that
  /// for exp(−v/k) would bias the estimate by some 0.0003.
  private func time(_ register: UInt32) -> Double {
    let (round, part) = (Double(register >> 24), Double(register & 0xFF_FFFF) / 0x1p24)
    return -Double(registers) * (logOfRest(part) + round * logOfRest(1))
  }

  /// ln(1 − part/k); with one register the last moment of a round would be infinite.
  private func logOfRest(_ part: Double) -> Double {
    log1p(-min(part / Double(registers), 0.999))
  }
}
