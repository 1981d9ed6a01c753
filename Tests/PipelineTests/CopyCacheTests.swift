import NearDuplicates
import Stories
import TestSupport
import Testing

@testable import Pipeline

@Suite struct CopyCacheTests {
  private func copies(_ count: Int) throws -> [PackedCopy] {
    let signer = try Signer(shingler: Shingler(), sketch: FastSimilaritySketch())
    let reader = CopyReader(signer: signer, boilerplate: nil)
    return (1...count).map { words in
      let text = (0..<words).map { "word\($0)" }.joined(separator: " ")
      return PackedCopy(reader.copy(reader.read(text, outlet: nil)))
    }
  }

  @Test("what is removed, put down again and pushed out is counted as what is held, in any order")
  func counts() throws {
    let copies = try copies(9)
    var random = SeededGenerator(seed: 5)
    var cache = CopyCache(capacity: .max)
    var held: [Int64: Int] = [:]
    var next: Int64 = 1
    for _ in 0..<30_000 {
      if Int.random(in: 0..<8, using: &random) == 0 {
        let gone = next - Int64.random(in: 1...3000, using: &random)
        cache.remove([StoryNumber(gone)])
        held[gone] = nil
      } else {
        let isAgain = next > 50 && Int.random(in: 0..<9, using: &random) == 0
        let story = isAgain ? next - Int64.random(in: 1...50, using: &random) : next
        let copy = copies[Int.random(in: 0..<copies.count, using: &random)]
        cache.insert(StoryNumber(story), copy)
        held[story] = copy.byteCount
        if !isAgain { next += 1 }
      }
      if held.count > 6000 {
        let gone = held.keys.sorted().prefix(5900)
        cache.remove(gone.map { StoryNumber($0) })
        for story in gone { held[story] = nil }
      }
    }
    #expect(cache.byteCount == held.values.reduce(0, +))
    for story in 0...next { #expect((cache[StoryNumber(story)] != nil) == (held[story] != nil)) }
    cache.remove(held.keys.map { StoryNumber($0) })
    #expect(cache.byteCount == 0)
    cache.insert(StoryNumber(next), copies[0])
    #expect(cache[StoryNumber(next)] != nil)
  }

  @Test(
    "a cache that is full lets go of what was put down first, also of what was removed meanwhile")
  func full() throws {
    let copies = try copies(1)
    var cache = CopyCache(capacity: copies[0].byteCount * 100)
    for story in Int64(1)...20_000 {
      cache.insert(StoryNumber(story), copies[0])
      if story.isMultiple(of: 3) { cache.remove([StoryNumber(story - 1)]) }
    }
    #expect(cache.byteCount <= copies[0].byteCount * 100)
    #expect(cache[StoryNumber(20_000)] != nil && cache[StoryNumber(19_000)] == nil)
  }
}
