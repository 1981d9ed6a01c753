import NearDuplicates
import Stories

/// The product's sketch with twice the registers at half the width: the same bytes a signature.
///
/// Registers agree by accident once in 65,536. P. Li, A. C. König, "b-bit minwise hashing", WWW 2010.
struct HalvesKernel: SketchKernel {
  let name = "the same, 2k x 16 bits"
  private let sketch: FastSimilaritySketch

  init(registers: Int) { sketch = FastSimilaritySketch(registers: min(65_536, registers * 2)) }

  func signature(of shingles: [UInt64]) -> Signature {
    Signature(registers: sketch.signature(of: shingles).registers.map { $0 & 0xFFFF })
  }
}
