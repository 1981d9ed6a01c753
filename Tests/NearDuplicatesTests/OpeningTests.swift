import Stories
import Testing

@testable import NearDuplicates

@Suite("Openings") struct OpeningTests {
  /// A text of words that are numbers, all of one weight.
  private func copy(_ words: [Int]) -> Copy {
    Copy(
      keys: words.map { TokenKey(bits: UInt32($0) << 1 | 1) },
      weights: [UInt8](repeating: 160, count: words.count),
      traits: [TokenTraits](repeating: [], count: words.count))
  }

  private func foreign(_ one: [Int], _ two: [Int]) -> Float {
    let face = Face(outlet: nil, published: nil, tieBreak: 0)
    return ComparedText(copy(one), face).evidence(with: copy(two), face)
      .features[.foreignInOpening]
  }

  @Test("what an opening says that the other has nowhere counts, and what comes later does not")
  func counted() {
    let notice = Array(1...60)
    var other = notice
    for index in 0..<10 { other[index] = 1000 + index }
    #expect(foreign(notice, other) == 0.25)
    #expect(foreign(other, notice) == 0.25)
    other = notice
    for index in 45..<60 { other[index] = 1000 + index }
    #expect(foreign(notice, other) == 0)
    #expect(foreign(notice, Array(notice.reversed())) == 0)
  }

  @Test("of texts shorter than an opening all words are one")
  func short() {
    #expect(foreign([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 77]) > 0.09)
  }
}
