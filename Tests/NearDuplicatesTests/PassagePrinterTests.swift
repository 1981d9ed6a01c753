import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite("Prints of passages") struct PassagePrinterTests {
  private func copy(
    _ words: [(word: Int, weight: UInt8)], ofCharacters isCharacter: Bool = false
  ) -> Copy {
    Copy(
      keys: words.map {
        TokenKey(hash: Mixing.finalise(UInt64($0.word)), isCharacter: isCharacter)
      },
      weights: words.map(\.weight), traits: words.map { _ in [] })
  }

  private func prints(_ copy: Copy) -> [UInt32] {
    copy.withView { PassagePrinter().prints(of: $0) }
  }

  @Test(
    "a passage of twelve words leaves a print in both texts, wherever it stands in them",
    arguments: [12, 13, 25, 200])
  func certain(length: Int) {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<1000 {
      let passage = MadeUpText.words(length, &random)
      func text() -> Copy {
        let before = MadeUpText.words(Int.random(in: 0..<200, using: &random), &random)
        return copy(
          before + passage + MadeUpText.words(Int.random(in: 0..<200, using: &random), &random))
      }
      #expect(!Set(prints(text())).isDisjoint(with: prints(text())))
    }
  }

  @Test("in scripts without spaces a passage of twenty characters does")
  func characters() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<500 {
      let passage = MadeUpText.words(20, &random)
      let one = copy(
        MadeUpText.words(90, &random) + passage + MadeUpText.words(40, &random), ofCharacters: true)
      let two = copy(passage + MadeUpText.words(120, &random), ofCharacters: true)
      #expect(!Set(prints(one)).isDisjoint(with: prints(two)))
    }
  }

  @Test("prints are the lowest of every window of runs, as looking at each window finds them")
  func definition() {
    var random = SeededGenerator(seed: 9)
    for length in [0, 1, 3, 4, 5, 11, 12, 13, 60, 400] {
      // Few different words, so that runs come again and windows have several lowest.
      let text = copy(MadeUpText.words(length, &random).map { ($0.word % 5, $0.weight) })
      var hashes: [UInt64] = []
      Shingler(words: 4).forEach(in: text.keys) { hash, tokens in
        let weight = text.weights[tokens].reduce(0) { $0 + Int($1) }
        hashes.append(weight >= PassagePrinter.leastWeight ? hash : .max)
      }
      var expected: Set<UInt32> = []
      for start in hashes.indices where start == 0 || start + 9 <= hashes.count {
        let lowest = hashes[start..<min(start + 9, hashes.count)].min() ?? .max
        if lowest != .max { expected.insert(UInt32(truncatingIfNeeded: lowest)) }
      }
      let found = prints(text)
      #expect(Set(found) == expected && Set(found).count == found.count)
    }
  }

  @Test("words that every story has leave no print")
  func common() {
    var random = SeededGenerator(seed: 2)
    let common = (0..<100).map { _ in (Int.random(in: 0..<60, using: &random), UInt8(16)) }
    #expect(prints(copy(common)).isEmpty)
  }

  @Test("who shares what few have is likelier than who shares what many have, and is forgotten too")
  func ranking() {
    var random = SeededGenerator(seed: 5)
    let (formula, passage) = (MadeUpText.words(30, &random), MadeUpText.words(14, &random))
    var index = BandIndex(plan: BandPlan(bands: 8, rows: 4), window: 1000)
    func put(_ number: Int64, _ text: [(word: Int, weight: UInt8)]) {
      index.insert(
        StoryNumber(number), Signature(registers: []), prints: prints(copy(text)),
        at: Instant(milliseconds: 0))
    }
    put(1, MadeUpText.words(100, &random) + passage + MadeUpText.words(50, &random))
    for number in 2...40 { put(Int64(number), formula + MadeUpText.words(100, &random)) }
    put(41, MadeUpText.words(150, &random))
    let asked = prints(copy(MadeUpText.words(60, &random) + passage + formula))
    #expect(index.sharing(prints: asked, most: 1) == [StoryNumber(1)])
    let all = index.sharing(prints: asked, most: 100)
    // The newest of a bucket, and none twice.
    #expect(all.contains(StoryNumber(40)) && !all.contains(StoryNumber(41)))
    #expect(Set(all).count == all.count && all.count <= FingerprintTable.bucketLimit + 1)
    _ = index.expire(at: Instant(milliseconds: 5000))
    #expect(index.sharing(prints: asked, most: 100).isEmpty)
  }
}
