import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct PassageEndsTests {
  /// A text of `count` words with line starts at some of them.
  private func copy(_ count: Int, lines: Set<Int> = [], isMisread: Bool = false) -> Copy {
    Copy(
      keys: (0..<count).map { TokenKey(bits: UInt32($0 * 2 + 2)) },
      weights: [UInt8](repeating: isMisread ? Rarity.most : 100, count: count),
      traits: (0..<count).map { lines.contains($0) || $0 == 0 ? [.sentenceStart] : [] })
  }

  private func stretch(_ first: Int, _ second: Int, _ length: Int) -> Stretch {
    Stretch(first: first, second: second, length: length, weight: length * 100)
  }

  @Test("stretches between which about as many words were misread in both texts are one passage")
  func bridged() {
    let ends = PassageEnds(first: copy(200, isMisread: true), second: copy(200))
    let found = ends.passages([stretch(20, 40, 10), stretch(45, 67, 10)])
    #expect(found == [Passage(first: 20..<55, second: 40..<77)])
    // More lies between than agrees.
    #expect(ends.passages([stretch(20, 40, 7), stretch(45, 67, 7)]).count == 2)
  }

  @Test(
    "in written texts a few words between two stretches are edited, and a sentence is another one")
  func replaced() {
    let ends = PassageEnds(first: copy(200), second: copy(200))
    #expect(ends.passages([stretch(20, 40, 10), stretch(40, 61, 10)]).count == 1)
    #expect(ends.passages([stretch(20, 40, 30), stretch(65, 85, 30)]).count == 2)
  }

  @Test("what one text added, or stands elsewhere in the other, stays out of the passages")
  func apart() {
    let ends = PassageEnds(first: copy(200), second: copy(200))
    let added = [stretch(20, 40, 10), stretch(30, 70, 10)]
    #expect(ends.passages(added).count == 2)
    let moved = [stretch(20, 90, 10), stretch(40, 30, 10)]
    #expect(ends.passages(moved).count == 2)
    let far = [stretch(20, 40, 10), stretch(70, 90, 10)]
    #expect(ends.passages(far).count == 2)
  }

  @Test("a passage goes on to the end of a sentence that both texts end alike, and only then")
  func grown() {
    let ends = PassageEnds(first: copy(100, lines: [26, 41]), second: copy(100, lines: [57, 71]))
    #expect(
      ends.passages([stretch(28, 58, 10)]) == [Passage(first: 26..<41, second: 57..<71)])
    let name = [stretch(28, 58, 5)]
    #expect(ends.passages(name) == [Passage(first: 28..<33, second: 58..<63)])
    let uneven = PassageEnds(first: copy(100, lines: [43]), second: copy(100, lines: [68]))
    #expect(uneven.passages([stretch(30, 50, 10)]) == [Passage(first: 30..<40, second: 50..<60)])
  }

  @Test("passages lie inside both texts and hold every stretch, whatever the stretches")
  func bounded() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let lines = Set((0..<20).map { _ in Int.random(in: 0..<120, using: &random) })
      let ends = PassageEnds(first: copy(120, lines: lines), second: copy(120, lines: lines))
      var position = 0
      var stretches: [Stretch] = []
      while position < 110 {
        let length = Int.random(in: 2...10, using: &random)
        let other = Int.random(in: 0...120 - length, using: &random)
        stretches.append(stretch(min(position, 120 - length), other, length))
        position += length + Int.random(in: 0...25, using: &random)
      }
      let found = ends.passages(stretches)
      #expect(found.allSatisfy { $0.first.upperBound <= 120 && $0.second.upperBound <= 120 })
      #expect(found.allSatisfy { $0.first.lowerBound >= 0 && $0.second.lowerBound >= 0 })
      for stretch in stretches {
        #expect(
          found.contains {
            $0.first.contains(stretch.first.lowerBound)
              && $0.second.contains(stretch.second.lowerBound)
          })
      }
    }
  }
}
