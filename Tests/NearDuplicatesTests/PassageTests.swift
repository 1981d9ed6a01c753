import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct PassageTests {
  private let finder = PassageFinder(shingler: Shingler())

  private func keys(_ words: [Int]) -> [TokenKey] {
    words.map { TokenKey(hash: Mixing.finalise(UInt64($0)), isCharacter: false) }
  }

  @Test("a changed word inside a passage does not break it")
  func tolerates() {
    var second = Array(1...60)
    second[30] = 999
    #expect(
      finder.passages(keys(Array(1...60)), keys(second)) == [Passage(first: 0..<60, second: 0..<60)]
    )
  }

  @Test("moved paragraphs are passages of their own")
  func moved() {
    let first = Array(1...20) + Array(101...130)
    let second = Array(101...130) + Array(501...520) + Array(1...20)
    #expect(
      finder.passages(keys(first), keys(second)) == [
        Passage(first: 0..<20, second: 50..<70), Passage(first: 20..<50, second: 0..<30),
      ])
  }

  @Test("stock phrases of a few words are no passage")
  func stockPhrases() {
    #expect(finder.passages(keys(Array(1...9) + [50]), keys([60] + Array(1...9))).count <= 1)
    let first = Array(1...9) + Array(1000...1030)
    let second = Array(1...9) + Array(2000...2030)
    #expect(finder.passages(keys(first), keys(second)).isEmpty)
  }

  @Test("every passage without a gap reads the same in both texts, and shares lie between 0 and 1")
  func sound() {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<200 {
      let pool = (0..<40).map { _ in Int.random(in: 0..<30, using: &random) }
      let first = keys((0..<120).map { _ in pool[Int.random(in: 0..<40, using: &random)] } + pool)
      let second = keys(pool + (0..<50).map { _ in Int.random(in: 0..<30, using: &random) })
      var exact = finder
      exact.maximumGap = -1
      exact.minimumTokens = 1
      let passages = finder.passages(first, second)
      #expect((0...1).contains(PassageFinder.share(of: passages.map(\.second), in: second.count)))
      for passage in passages where passage.first.count == passage.second.count {
        #expect(first[passage.first.lowerBound] == second[passage.second.lowerBound])
      }
    }
  }

  @Test("a word repeated a hundred thousand times is dealt with in bounded work")
  func repeated() {
    let text = keys([Int](repeating: 7, count: 20_000))
    #expect(!finder.passages(text, text).isEmpty)
  }

  @Test("shares count overlapping ranges once")
  func shares() {
    #expect(PassageFinder.share(of: [0..<5, 3..<8, 10..<12], in: 20) == 0.5)
    #expect(PassageFinder.share(of: [], in: 0) == 0)
  }
}
