import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct AlignerTests {
  /// A copy of words that are numbers, all of them rare.
  static func copy(_ words: [Int]) -> Copy {
    Copy(
      keys: words.map { TokenKey(hash: Mixing.finalise(UInt64($0)), isCharacter: false) },
      weights: words.map { _ in Rarity.most }, traits: words.map { _ in [] })
  }

  static func stretches(_ first: PackedCopy, _ second: PackedCopy) -> [Stretch] {
    first.withView { first in
      second.withView { second in
        AlignmentScratch.with(first, second) { Aligner.stretches(first, second, $0) }
      }
    }
  }

  private func stretches(_ first: [Int], _ second: [Int]) -> [Stretch] {
    Self.stretches(PackedCopy(Self.copy(first)), PackedCopy(Self.copy(second)))
  }

  @Test("a changed, an added and a dropped word do not break a stretch")
  func tolerates() {
    let text = Array(1...60)
    var changed = text
    changed[30] = 999
    var added = text
    added.insert(998, at: 20)
    var dropped = text
    dropped.remove(at: 40)
    for other in [text, changed, added, dropped] {
      let found = stretches(text, other)
      #expect(found.map(\.first) == [0..<60])
      #expect(found.map(\.second) == [0..<other.count])
    }
  }

  /// Numbers of words that every text has, of words that say something, and of what is no word.
  private static let (common, known, unknown) = (100_000, 200_000, 300_000)

  /// A copy of such words, any number of each.
  static func print(_ words: [Int]) -> Copy {
    Copy(
      keys: words.map { TokenKey(hash: Mixing.finalise(UInt64($0)), isCharacter: false) },
      weights: words.map { $0 < known ? 8 : $0 < unknown ? 160 : Rarity.most },
      traits: words.map { _ in [] })
  }

  /// The stretches of two texts, and whether either looks misread.
  private func prints(_ first: [Int], _ second: [Int]) -> (found: [Stretch], areMisread: Bool) {
    let (one, two) = (PackedCopy(Self.print(first)), PackedCopy(Self.print(second)))
    return (Self.stretches(one, two), one.looksMisread || two.looksMisread)
  }

  @Test("common words in a row begin a passage of a misread text, and of that alone")
  func commonRuns() {
    let run = Array(Self.common..<Self.common + 6)
    func text(_ start: Int) -> [Int] {
      Array(start..<start + 20) + run + Array(start + 20..<start + 40)
    }
    let written = prints(text(Self.known), text(Self.known + 100))
    #expect(!written.areMisread && written.found.isEmpty)
    for (one, two) in [(Self.known, Self.unknown), (Self.unknown, Self.known)] {
      let misread = prints(text(one), text(two))
      #expect(misread.areMisread && misread.found.map(\.first) == [20..<26])
    }
  }

  @Test("single words go on with a passage of a misread text, and of that alone")
  func singleWords() {
    let text = Array(Self.known..<Self.known + 40)
    func everySecondChanged(_ start: Int) -> [Int] {
      text.indices.map { $0 < 4 || $0 % 2 == 0 ? text[$0] : start + $0 }
    }
    let written = prints(text, everySecondChanged(Self.known + 100))
    #expect(!written.areMisread && written.found.map(\.first) == [0..<5])
    let misread = prints(text, everySecondChanged(Self.unknown))
    #expect(misread.areMisread && misread.found.map(\.first) == [0..<39])
    #expect(misread.found.map(\.matched) == [22])
  }

  @Test(
    "of two prints with three words in ten misread in each, most is found, and each stretch ends with words that agree"
  )
  func heavyNoise() {
    var random = SeededGenerator(seed: 30)
    var (covered, words) = (0, 0)
    for _ in 0..<200 {
      let text = (0..<120).map { _ in
        Bool.random(using: &random)
          ? Self.common + Int.random(in: 0..<60, using: &random)
          : Self.known + Int.random(in: 0..<50_000, using: &random)
      }
      func misread() -> [Int] {
        text.map {
          Int.random(in: 0..<10, using: &random) < 3
            ? Self.unknown + Int.random(in: 0..<1_000_000_000, using: &random) : $0
        }
      }
      let (one, two) = (misread(), misread())
      var end = 0
      for stretch in prints(one, two).found {
        #expect(one[stretch.first.lowerBound] == two[stretch.second.lowerBound])
        #expect(one[stretch.first.upperBound - 1] == two[stretch.second.upperBound - 1])
        #expect(stretch.second.lowerBound >= end)
        end = stretch.second.upperBound
        covered += stretch.first.count
      }
      words += one.count
    }
    // By pairs of rare words alone, as in written text, it is .59.
    #expect(Double(covered) / Double(words) > 0.9)
  }

  @Test("moved paragraphs are stretches of their own")
  func moved() {
    let first = Array(1...20) + Array(101...130)
    let second = Array(101...130) + Array(501...520) + Array(1...20)
    let found = stretches(first, second)
    #expect(found.map(\.first) == [20..<50, 0..<20])
    #expect(found.map(\.second) == [0..<30, 50..<70])
  }

  @Test("stretches begin and end with words that agree, lie in order, and find planted passages")
  func planted() {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<200 {
      var next = 1000
      func own(_ count: Int) -> [Int] {
        (0..<count).map { _ in
          next += 1
          return next
        }
      }
      let length = Int.random(in: 8...40, using: &random)
      let passage = Array(1...length)
      let lead = own(Int.random(in: 0...50, using: &random))
      let otherLead = own(Int.random(in: 0...50, using: &random))
      let (first, second) = (lead + passage + own(30), otherLead + passage + own(20))
      let found = stretches(first, second)
      #expect(found.map(\.first) == [lead.count..<lead.count + length])
      #expect(found.map(\.second) == [otherLead.count..<otherLead.count + length])
      #expect(found.map(\.matched) == [length])
    }
  }

  @Test("a word repeated twenty thousand times is one stretch, matched word by word")
  func repeated() {
    let text = [Int](repeating: 7, count: 20_000)
    #expect(stretches(text, text).map(\.matched) == [20_000])
  }

  @Test("coverage has a bit where the middle of a sixty-fourth is covered")
  func coverage() {
    var random = SeededGenerator(seed: 64)
    for _ in 0..<500 {
      let count = Int.random(in: 1...700, using: &random)
      let start = Int.random(in: 0..<count, using: &random)
      let range = start..<Int.random(in: start...count, using: &random)
      var expected: UInt64 = 0
      for part in 0..<64
      where Double(range.lowerBound) <= (Double(part) + 0.5) * Double(count) / 64
        && (Double(part) + 0.5) * Double(count) / 64 < Double(range.upperBound)
      { expected |= 1 << UInt64(part) }
      #expect(Coverage(of: [range], in: count).bits == expected)
    }
  }

  @Test(
    "unknown words make a text look misread, unless they are names or figures",
    arguments: [TokenTraits.capital, .figure, [.capital, .figure]])
  func strange(named: TokenTraits) {
    let words = (0..<40).map { $0 % 8 == 0 ? Self.unknown + $0 : Self.known + $0 }
    let plain = Self.print(words)
    let traits: [TokenTraits] = words.map { $0 < Self.unknown ? .quoted : named.union(.quoted) }
    let names = Copy(keys: plain.keys, weights: plain.weights, traits: traits)
    #expect(PackedCopy(plain).looksMisread)
    #expect(!PackedCopy(names).looksMisread)
    #expect(names.counts.unknown == 5 && names.counts.strange == 0 && plain.counts.strange == 5)
  }

  @Test("a copy without some ranges keeps the rest in order")
  func without() {
    let copy = Self.copy(Array(0..<10))
    #expect(copy.without([0..<2, 5..<6, 9..<10]).keys == [2, 3, 4, 6, 7, 8].map { copy.keys[$0] })
    #expect(copy.without([]) == copy)
  }
}
