import NearDuplicates
import Stories

/// A way of making signatures whose equal registers estimate resemblance.
protocol SketchKernel {
  /// The name in tables.
  var name: String { get }

  /// The signature of a set of well mixed shingle hashes.
  func signature(of shingles: [UInt64]) -> Signature

  /// The resemblance of two sets as their signatures show it.
  func estimate(_ pair: SetPair) -> Double
}

extension SketchKernel {
  /// The part of equal registers.
  func estimate(_ pair: SetPair) -> Double {
    signature(of: pair.first).estimatedResemblance(to: signature(of: pair.second))
  }
}

/// The product's own kernel, with its own estimate from registers and set sizes.
struct ProductKernel: SketchKernel {
  let name = "fast similarity (product)"
  private let sketch: FastSimilaritySketch

  init(registers: Int) { sketch = FastSimilaritySketch(registers: registers) }

  func signature(of shingles: [UInt64]) -> Signature { sketch.signature(of: shingles) }

  func estimate(_ pair: SetPair) -> Double {
    sketch.resemblance(
      signature(of: pair.first), of: pair.first.count, signature(of: pair.second),
      of: pair.second.count)
  }
}

/// The product's sketch read the plain way, by the part of equal registers.
struct EqualityKernel: SketchKernel {
  let name = "the same, equality alone"
  private let sketch: FastSimilaritySketch

  init(registers: Int) { sketch = FastSimilaritySketch(registers: registers) }

  func signature(of shingles: [UInt64]) -> Signature { sketch.signature(of: shingles) }
}
