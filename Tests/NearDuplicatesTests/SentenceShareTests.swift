import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite("Sentences that another text has") struct SentenceShareTests {
  /// A text of sentences whose words are numbers, all of one weight.
  private func copy(_ sentences: [[Int]]) -> Copy {
    let words = sentences.flatMap { $0 }
    let traits = sentences.flatMap { sentence in
      sentence.indices.map { $0 == 0 ? TokenTraits.sentenceStart : [] }
    }
    return Copy(
      keys: words.map { TokenKey(bits: UInt32($0) << 1 | 1) },
      weights: [UInt8](repeating: 160, count: words.count), traits: traits)
  }

  private func features(_ one: [[Int]], _ two: [[Int]]) -> PairFeatures {
    let face = Face(outlet: nil, published: nil, tieBreak: 0)
    return ComparedText(copy(one), face).evidence(with: copy(two), face).features
  }

  private let story = [
    Array(1...6), Array(11...40), Array(51...58), Array(61...66), Array(71...76),
  ]
  /// Words that no other text of these tests has.
  private let own = (0..<20).map { sentence in (0..<9).map { 1000 + 10 * sentence + $0 } }

  @Test("each sentence counts once, however long it is")
  func once() {
    // Of five sentences the long one and two short ones were taken over.
    let other = [story[1], own[0], story[3], own[1], story[4], own[2], own[3], own[4]]
    let found = features(story, other)
    #expect(abs(found[.sentencesTakenInside] - 0.6) < 0.001)
    #expect(abs(found[.sentencesTakenOutside] - 0.375) < 0.001)
    #expect(abs(found[.sentencesSaid] - 0.6) < 0.001)
    let turned = features(other, story)
    for name in [PairFeatures.Name.sentencesTakenInside, .sentencesTakenOutside, .sentencesSaid] {
      #expect(turned[name] == found[name])
    }
  }

  @Test("what is said in another order is said, and not taken")
  func reordered() {
    let other = story.prefix(2) + [story[2].shuffled, story[3].shuffled] + [own[0]]
    let found = features(story, Array(other))
    #expect(abs(found[.sentencesTakenInside] - 0.4) < 0.001)
    #expect(abs(found[.sentencesSaid] - 0.8) < 0.001)
  }

  @Test("a sentence of which six words in ten stand there was taken, one of which five do was not")
  func edges() {
    let ten = [Array(1...10), Array(21...30)]
    let found = features(
      ten, [Array(1...6) + Array(901...904), Array(21...25) + Array(911...915)] + own.prefix(2))
    #expect(found[.sentencesTakenInside] == 0.5)
    #expect(found[.sentencesSaid] == 0)
    let eight = features(
      ten, [Array(1...8) + [901, 902], Array(21...27) + [911, 912, 913]] + own.prefix(2))
    #expect(eight[.sentencesTakenInside] == 1)
    #expect(eight[.sentencesSaid] == 0.5)
  }

  @Test("names and headings are no sentences, and a text of nothing else is one")
  func short() {
    let names = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    let found = features(names, [[1, 2, 3, 4, 5, 6, 7, 8, 9]] + own.prefix(1))
    #expect(found[.sentencesTakenInside] == 1 && found[.sentencesSaid] == 1)
    let mixed = features(names + [own[5]], [[1, 2, 3], [4, 5, 6], [7, 8, 9], own[6], own[7]])
    #expect(mixed[.sentencesTakenInside] == 0)
  }

  @Test("they are the sentences that a plain loop finds, wherever they begin")
  func plainly() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let sentences = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        (0..<Int.random(in: 1...14, using: &random)).map { _ in 1 }
      }
      let text = copy(sentences)
      let lacking = text.keys.map { _ in UInt8.random(in: 0...1, using: &random) }
      let told = text.withView { view in
        lacking.withUnsafeBufferPointer { SentenceShares.part(of: view, lacking: $0, upTo: 4) }
      }
      #expect(told == plain(sentences, lacking))
    }
  }

  private func plain(_ sentences: [[Int]], _ lacking: [UInt8]) -> Float {
    var (start, kept, all) = (0, 0, 0)
    for sentence in sentences {
      let lacks = lacking[start..<start + sentence.count].reduce(0) { $0 + Int($1) }
      start += sentence.count
      guard sentence.count >= SentenceShares.leastWords else { continue }
      all += 1
      kept += lacks * 10 <= sentence.count * 4 ? 1 : 0
    }
    let lacks = lacking.reduce(0) { $0 + Int($1) }
    return all == 0 ? (lacks * 10 <= lacking.count * 4 ? 1 : 0) : Float(kept) / Float(all)
  }
}

extension [Int] {
  /// The same words, none behind the one that it stood behind.
  fileprivate var shuffled: [Int] {
    enumerated().sorted { ($0.offset % 2, $0.offset) < ($1.offset % 2, $1.offset) }.map(\.element)
  }
}
