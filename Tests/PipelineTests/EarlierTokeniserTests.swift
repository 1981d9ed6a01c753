import NearDuplicates
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite struct EarlierTokeniserTests {
  @Test("a store signed with the tokeniser's first version is signed anew at start, and goes on")
  func signedAnew() throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 31)
    let known = generator.stories(groups: 10)
    for story in known.dropLast(10) { try bench.drop(story.story) }
    try bench.ingest().settle()
    let now = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch()).stamp
    let earlier = SignatureStamp(
      scheme: now.scheme, registers: now.registers, seed: now.seed,
      wordsPerShingle: now.wordsPerShingle,
      tokeniser: TokeniserStamp(
        tokeniser: 1, icu: now.tokeniser.icu, unicode: now.tokeniser.unicode))
    let store = try Store(path: bench.storePath)
    let count = try store.settle(earlier, maySignAnew: true)
    let registers = [UInt32](repeating: 7, count: now.registers)
    #expect(
      try store.resign(limit: count) {
        { _ in SignedText(signature: Signature(registers: registers)) }
      }.count == count)
    #expect(try !bench.reader().findings(stamp: now).isEmpty)
    for story in known.suffix(10) { try bench.drop(story.story) }
    try bench.ingest().settle()
    #expect(try bench.reader().findings(stamp: now).isEmpty)
    #expect(try bench.groups() == partition(known))
  }
}
