import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct LearnedRarityTests {
  /// A story of ten function words that no table knows, each in four of five stories, and sixty of
  /// thousands of other words.
  private func story(_ random: inout SeededGenerator) -> [Int] {
    (0..<10).filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
      + (0..<60).map { _ in Int.random(in: 1000..<60_000, using: &random) }
  }

  private func copy(_ words: [Int]) -> Copy {
    Copy(
      keys: words.map { TokenKey(hash: Mixing.finalise(UInt64($0 + 1)), isCharacter: false) },
      weights: words.map { _ in Rarity.most }, traits: words.map { _ in [] })
  }

  private func learned(from stories: [[Int]]) -> LearnedRarity {
    var learned = LearnedRarity()
    for (number, words) in stories.enumerated() { learned.count(copy(words), as: UInt32(number)) }
    return learned
  }

  @Test("function words of an unknown language lose their weight, and nothing else does")
  func functionWords() {
    var random = SeededGenerator(seed: 21)
    let stories = (0..<600).map { _ in story(&random) }
    let weights = learned(from: stories).weighed(copy(Array(0..<10) + [1000, 2000, 70_000])).weights
    for weight in weights.prefix(10) { #expect(Int(weight) < 2 * Rarity.unit) }
    #expect(weights.suffix(3).allSatisfy { $0 == Copy.foreignWord })
    for text in [Array(0..<10), Array(0..<10) + [1000, 2000, 70_000]] {
      #expect(
        !learned(from: stories).weighed(copy(text)).looksMisread,
        "a text in that language must not pass for misread")
    }
  }

  @Test(
    "a text of which one word in four is common in a known language is weighed by the table, and may be misread"
  )
  func mixed() {
    let words = (0..<40).map { $0 + 1000 }
    let text = Copy(
      keys: copy(words).keys, weights: words.map { $0 % 4 == 0 ? 8 : Rarity.most },
      traits: words.map { _ in [] })
    let weighed = LearnedRarity().weighed(text)
    #expect(weighed == text && weighed.looksMisread)
  }

  @Test("what is learned does not depend on the order of the stories")
  func order() {
    var random = SeededGenerator(seed: 22)
    var stories = (0..<900).map { _ in story(&random) }
    let text = copy(Array(0..<10) + stories[0])
    let one = learned(from: stories).weighed(text)
    stories.shuffle(using: &random)
    #expect(learned(from: stories).weighed(text) == one)
  }

  @Test("the names of a story that thirty outlets run stay rare")
  func widelyRun() {
    var random = SeededGenerator(seed: 23)
    let agency = [900, 901, 902] + story(&random)
    let stories =
      (0..<30).map { _ in agency + story(&random) } + (0..<400).map { _ in story(&random) }
    #expect(
      learned(from: stories).weighed(copy([900, 901, 902])).weights.allSatisfy {
        $0 == Copy.foreignWord
      })
  }

  @Test("what was common two windows ago is forgotten")
  func ages() {
    var random = SeededGenerator(seed: 24)
    var learned = LearnedRarity()
    learned.age(at: Instant(milliseconds: 0), window: 1000)
    for number in 0..<200 { learned.count(copy(story(&random)), as: UInt32(number)) }
    #expect(learned.weighed(copy([3])).weights[0] < Copy.foreignWord)
    learned.age(at: Instant(milliseconds: 1000), window: 1000)
    #expect(learned.weighed(copy([3])).weights[0] < Copy.foreignWord)
    learned.age(at: Instant(milliseconds: 2000), window: 1000)
    #expect(learned.weighed(copy([3])).weights[0] == Copy.foreignWord)
  }

  @Test("memory is bounded, however many words a stream makes up")
  func bounded() {
    var random = SeededGenerator(seed: 25)
    var learned = LearnedRarity()
    var most = 0
    for number in 0..<20_000 {
      let words = (0..<20).map { _ in Int.random(in: 0..<Int(Int32.max), using: &random) }
      learned.count(copy(words), as: UInt32(number))
      if number == 5000 { most = learned.byteCount }
    }
    #expect(learned.byteCount <= 2 * most)
  }

  @Test("memory is bounded however long the stories are, and what all of them say is still learned")
  func boundedByWords() {
    var random = SeededGenerator(seed: 27)
    var learned = LearnedRarity(wordLimit: 100_000)
    for number in 0..<80 {
      let words = (0..<20_000).map { _ in Int.random(in: 1000..<Int(Int32.max), using: &random) }
      learned.count(copy(Array(0..<10) + words), as: UInt32(number))
      if number == 40 {
        learned.age(at: Instant(milliseconds: 0), window: Instant.day)
        learned.age(at: Instant(milliseconds: Instant.day), window: Instant.day)
      }
    }
    #expect(learned.byteCount <= 100_000 * 16 * 4)
    let weighed = learned.weighed(copy(Array(0..<10)))
    #expect(weighed.weights.allSatisfy { $0 < Rarity.most / 2 })
  }
}
