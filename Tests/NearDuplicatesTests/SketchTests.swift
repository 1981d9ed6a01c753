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
        0xD44BF494, 0x63CD0A7B, 0xC1606CE2, 0x49C5A2B3, 0x22A196FF, 0x61DD1EAD,
        0x8C8DC1E6, 0xB2B937E3, 0x6B1189A6, 0x0A905CCC, 0xD5B7A95A, 0x3C942765,
        0x2835D056, 0x805A87C9, 0xAD3D5454, 0xE7C70A88,
      ])
    #expect(
      sketch.signature(of: [7]).registers == [
        0x631A793D, 0xE17A4D5E, 0x3AB292E6, 0xC7F67F0B, 0x65A49D24, 0x3C43CC83,
        0x3EF34B6B, 0xF797FEFF, 0xBFD511C5, 0x5DE4FF96, 0x6FFF5FE9, 0x8FDD69C8,
        0xF8EE82A7, 0x4A94994E, 0x36FCFF19, 0x4FF4E110,
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

  /// Pairs of sets of a size, with every resemblance from near 0 to near 1.
  private func errors(size: Int, pairs: Int, seed: UInt64) -> (ratio: Double, bias: Double) {
    var random = SeededGenerator(seed: seed)
    let sketch = FastSimilaritySketch()
    var (squares, variances, sum, normalised) = (0.0, 0.0, 0.0, 0.0)
    for pair in 0..<pairs {
      let wanted = (Double(pair) + 0.5) / Double(pairs)
      let shared = Int((2 * wanted * Double(size) / (1 + wanted)).rounded())
      let common = (0..<shared).map { _ in random.next() }
      let first = common + (0..<size - shared).map { _ in random.next() }
      let second = common + (0..<size - shared).map { _ in random.next() }
      let truth = Double(shared) / Double(2 * size - shared)
      let estimate = sketch.signature(of: first).estimatedResemblance(
        to: sketch.signature(of: second))
      squares += (estimate - truth) * (estimate - truth)
      variances += truth * (1 - truth) / 128
      sum += estimate - truth
      normalised += 1
    }
    let error = (squares / normalised).squareRoot()
    return (
      error / (variances / normalised).squareRoot(),
      abs(sum / normalised) / (error / normalised.squareRoot())
    )
  }

  @Test(
    "the error stays below that of independent MinHash and there is no bias, on briefs and on stories",
    arguments: [(26, 1.0), (120, 0.95), (446, 0.95)])
  func quality(_ size: Int, _ most: Double) {
    let (ratio, bias) = errors(size: size, pairs: 1500, seed: UInt64(size))
    #expect(ratio < most)
    #expect(bias < 3.5)
  }
}
