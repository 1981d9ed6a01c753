import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct SketchTests {
  @Test("signatures are byte-identical on every machine")
  func golden() {
    let sketch = FastSimilaritySketch(registers: 16)
    let shingles = (1...40).map { Mixing.finalise(UInt64($0)) }
    #expect(
      sketch.signature(of: shingles).registers == [
        0x0045CBD4, 0x006D6563, 0x002F2CC1, 0x00E1A549, 0x0093B622, 0x0031AA61,
        0x00891D8C, 0x0084C9B2, 0x0056AC6B, 0x00C8770A, 0x001DCCD5, 0x0060F53C,
        0x00265C28, 0x0008D080, 0x002228AD, 0x00140DE7,
      ])
    #expect(
      sketch.signature(of: [7]).registers == [
        0x0FA2F763, 0x11012FE1, 0x1286843A, 0x13095FC7, 0x008F7165, 0x15C9403C,
        0x16CE233E, 0x0238B2F7, 0x09DA14BF, 0x19DAA65D, 0x0CA5BB6F, 0x0ED7A28F,
        0x017589F8, 0x05A7DD4A, 0x04E42136, 0x030F294F,
      ])
  }

  @Test("neither order nor repeats of shingles matter")
  func sets() {
    var random = SeededGenerator(seed: 3)
    let shingles = (0..<300).map { _ in random.next() }
    let sketch = FastSimilaritySketch()
    let signature = sketch.signature(of: shingles)
    #expect(
      sketch.signature(of: shingles.shuffled(using: &random) + shingles.prefix(50)) == signature)
    #expect(sketch.signature(of: []).registers.isEmpty)
  }

  private struct Errors {
    var squares = 0.0
    var variances = 0.0
    var sum = 0.0
    var count = 0.0

    mutating func add(_ estimate: Double, _ truth: Double) {
      squares += (estimate - truth) * (estimate - truth)
      variances += truth * (1 - truth) / 128
      sum += estimate - truth
      count += 1
    }

    /// Root mean square error against that of independent MinHash functions.
    var ratio: Double { (squares / variances).squareRoot() }
    /// Mean error in standard errors.
    var bias: Double { abs(sum) / squares.squareRoot() }
  }

  /// Pairs of sets of a size, or of one to two sizes where resemblance allows, across all resemblances.
  private func measure(size: Int, pairs: Int, into both: inout Errors) -> Errors {
    var random = SeededGenerator(seed: UInt64(size))
    let sketch = FastSimilaritySketch()
    var errors = Errors()
    for pair in 0..<pairs {
      let wanted = (Double(pair) + 0.5) / Double(pairs)
      let larger = pair % 2 == 0 && wanted < 0.5 ? 2 * size : size
      let shared = Int((wanted * Double(size + larger) / (1 + wanted)).rounded())
      let common = (0..<shared).map { _ in random.next() }
      let first = common + (0..<size - shared).map { _ in random.next() }
      let second = common + (0..<larger - shared).map { _ in random.next() }
      let truth = Double(shared) / Double(size + larger - shared)
      let estimate = sketch.resemblance(
        sketch.signature(of: first), of: size, sketch.signature(of: second), of: larger)
      errors.add(estimate, truth)
      both.add(estimate, truth)
    }
    return errors
  }

  @Test("over 4,000 pairs a size the error is at most 0.87 of independent MinHash's, without bias")
  func quality() {
    var together = Errors()
    for size in [26, 120, 446] {
      let errors = measure(size: size, pairs: 4000, into: &together)
      #expect(errors.ratio <= 0.87, "\(size) shingles")
      // Three sizes are three chances for an unbiased estimate to look biased, hence three standard errors.
      #expect(errors.bias <= 3, "\(size) shingles")
    }
    #expect(together.bias <= 2)
  }

  @Test("the estimate is 0 for nothing and near 1 for the same, whatever the sizes")
  func ends() {
    let sketch = FastSimilaritySketch()
    let shingles = (1...300).map { Mixing.finalise(UInt64($0)) }
    let signature = sketch.signature(of: shingles)
    #expect(sketch.resemblance(signature, of: 300, signature, of: 300) > 0.999)
    #expect(sketch.resemblance(signature, of: 300, Signature(registers: []), of: 0) == 0)
    let other = sketch.signature(of: (1001...1300).map { Mixing.finalise(UInt64($0)) })
    #expect(sketch.resemblance(signature, of: 300, other, of: 300) < 0.05)
  }
}
