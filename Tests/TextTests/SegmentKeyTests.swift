import Stories
import TestSupport
import Testing

@testable import Text

@Suite struct SegmentKeyTests {
  /// Texts, keys and loose keys by an independent implementation: Python, with xxHash's own library.
  static let vectors: [(text: String, key: UInt64, looseKey: UInt64)] = [
    ("Sign up for our newsletter", 0x8905_4EC8_6619_C1C8, 0x8905_4EC8_6619_C1C8),
    ("Last updated on 5 May 2021 at 10.30 am", 0xAD75_D26B_842E_75A1, 0xAD75_D26B_842E_75A1),
    (
      "For the latest election news where you live, visit your local Northgate News region",
      0x13E6_1134_A50D_FBBB, 0x74CA_787F_CED9_25A1
    ),
    (
      "Readers who break these rules will lose the right to comment below stories on Tuesday 4 March",
      0x945C_C2A8_27DB_052F, 0x3522_30E9_6312_8D5C
    ),
    ("Advertisement", 0x79FE_06E6_A1B7_37D9, 0x79FE_06E6_A1B7_37D9),
  ]

  private func segment(_ text: String) throws -> Segment {
    let tokens = try Tokeniser().tokens(of: text)
    let segments = Segmenter().segments(.line, of: text, tokens: tokens)
    return try #require(segments.first)
  }

  @Test("keys are those of an independent implementation", arguments: vectors)
  func agrees(_ text: String, _ key: UInt64, _ looseKey: UInt64) throws {
    let segment = try segment(text)
    #expect(segment.key.bits == key)
    #expect(segment.looseKey.bits == looseKey)
  }

  @Test(
    "a key survives other figures, dates, case, spaces and punctuation",
    arguments: [
      ("Last updated: 5 May 2021, 10.30 am", "LAST UPDATED  Monday 12 June 2023 - 9 pm"),
      ("Share this story (14 comments)", "share this story: 2 comments"),
      ("© 2019 Northgate Media", "© 2026 Northgate Media"),
      ("Mis à jour le 3 janvier 2020", "MIS À JOUR LE 14 mars 2021"),
    ])
  func survives(_ first: String, _ second: String) throws {
    #expect(try segment(first).key == segment(second).key)
  }

  @Test("a loose key survives other names of places and sections")
  func survivesNames() throws {
    let first = try segment(
      "For the latest election news where you live, visit your local Northgate News region")
    let second = try segment(
      "For the latest election news where you live, visit your local Eastvale Sport region")
    #expect(first.key != second.key)
    #expect(first.looseKey == second.looseKey)
  }

  @Test(
    "a loose key survives about half of all edits of one word in twenty, and is no other line's")
  func survivesEdits() throws {
    var generator = SeededGenerator(seed: 5)
    let words = (0..<400).map { "word\($0)x" }
    var (same, others) = (0, Set<SegmentKey>())
    for _ in 0..<200 {
      let line = (0..<20).map { _ in words.randomElement(using: &generator) ?? "" }
      var edited = line
      edited[Int.random(in: 0..<20, using: &generator)] =
        "edit\(Int.random(in: 0..<9999, using: &generator))x"
      let key = try segment(line.joined(separator: " ")).looseKey
      if try segment(edited.joined(separator: " ")).looseKey == key { same += 1 }
      others.insert(key)
    }
    #expect((70...140).contains(same))
    #expect(others.count == 200)
  }

  @Test("texts that say something else have another key")
  func differs() throws {
    let lines = [
      "Sign up for our newsletter", "Sign up for our daily newsletter",
      "Our newsletter for sign up",
      "Read more", "Read more here", "***", "* * *",
    ]
    #expect(Set(try lines.map { try segment($0).key }).count == lines.count)
  }

  @Test("a row of signs has no tokens and the key of its bytes")
  func signs() throws {
    let segment = try segment("  * * *  ")
    #expect(segment.tokens.isEmpty && segment.range == 2..<7)
    #expect(segment.key == segment.looseKey)
  }
}
