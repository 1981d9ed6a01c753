import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct FingerprintTests {
  private func copy(_ words: [(word: Int, weight: UInt8)]) -> Copy {
    Copy(
      keys: words.map { TokenKey(hash: Mixing.finalise(UInt64($0.word)), isCharacter: false) },
      weights: words.map(\.weight), traits: words.map { _ in [] })
  }

  @Test("containment estimated from fingerprints is without bias")
  func containment() {
    var random = SeededGenerator(seed: 7)
    let (sampled, all) = (Fingerprinter(), Fingerprinter(oneIn: 1))
    var (estimate, truth) = (0.0, 0.0)
    for _ in 0..<300 {
      let shared = MadeUpText.words(Int.random(in: 20...120, using: &random), &random)
      let one = copy(shared + MadeUpText.words(100, &random))
      let two = copy(MadeUpText.words(300, &random) + shared)
      func part(_ fingerprinter: Fingerprinter) -> Double {
        let mine = fingerprinter.fingerprints(of: one)
        let theirs = Set(fingerprinter.fingerprints(of: two))
        return Double(mine.count { theirs.contains($0) }) / Double(max(1, mine.count))
      }
      estimate += part(sampled)
      truth += part(all)
    }
    #expect(abs(estimate - truth) / 300 < 0.01)
  }

  @Test("an index finds the text that holds a cut of another, and forgets it with its segment")
  func index() {
    var random = SeededGenerator(seed: 3)
    let whole = MadeUpText.words(400, &random)
    let fingerprinter = Fingerprinter()
    var index = BandIndex(plan: BandPlan(bands: 8, rows: 4), window: 1000)
    index.insert(
      StoryNumber(1), Signature(registers: []),
      FingerprintedText(fingerprinter.fingerprints(of: copy(whole))),
      at: Instant(milliseconds: 0))
    let cut = FingerprintedText(fingerprinter.fingerprints(of: copy(Array(whole[..<50]))))
    let other = FingerprintedText(
      fingerprinter.fingerprints(of: copy(MadeUpText.words(50, &random))))
    #expect(index.sharing(cut, .versions) == [StoryNumber(1)])
    #expect(index.sharing(other, .versions).isEmpty)
    _ = index.expire(at: Instant(milliseconds: 5000))
    #expect(index.sharing(cut, .versions).isEmpty)
  }

  @Test("little that is shared is enough with a misread text, whichever of the two came first")
  func misread() {
    let print = FingerprintedText(Array(1...40), isMisread: true)
    let clean = FingerprintedText(Array(39...90))
    for (first, second) in [(print, clean), (clean, print)] {
      var index = BandIndex(plan: BandPlan(bands: 8, rows: 4), window: nil)
      index.insert(
        StoryNumber(1), Signature(registers: []), first, at: Instant(milliseconds: 0))
      #expect(index.sharing(second, .versions).isEmpty)
      #expect(
        index.sharing(second, .versions, ofMisread: .noisyVersions) == [StoryNumber(1)])
    }
  }

  @Test(
    "of a short misread text all fingerprints are kept, and weighed against a sample as a sample")
  func whole() {
    var random = SeededGenerator(seed: 44)
    let text = MadeUpText.words(120, &random)
    let garbled = text.enumerated().map { $0 % 10 == 0 ? ($1.word, Rarity.most) : $1 }
    let (all, sampled) = (Fingerprinter(oneIn: 1), Fingerprinter())
    #expect(sampled.fingerprints(of: copy(garbled)) == all.fingerprints(of: copy(garbled)))
    #expect(sampled.fingerprints(of: copy(text)).count * 2 < all.fingerprints(of: copy(text)).count)
    let long = Array(repeating: garbled, count: 3).flatMap { $0 }
    #expect(sampled.fingerprints(of: copy(long)).count * 2 < all.fingerprints(of: copy(long)).count)

    let whole = FingerprintedText(Array(1...90), isMisread: true, isWhole: true)
    let other = FingerprintedText(Array(1...200))
    #expect(whole.size.pair(with: other.size).fewer == 30)
    #expect(whole.size.pair(with: whole.size).fewer == 90)
    #expect(other.size.pair(with: whole.size).isMisread)
  }
}
