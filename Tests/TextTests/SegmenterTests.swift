import Stories
import TestSupport
import Testing

@testable import Text

@Suite struct SegmenterTests {
  private func cut(_ level: SegmentLevel, _ text: String) throws -> [String] {
    try pieces(of: text) { Segmenter().segments(level, of: text, tokens: $0) }
  }

  private func units(_ text: String) throws -> [String] {
    try pieces(of: text) { Segmenter().units(of: text, tokens: $0) }
  }

  private func pieces(of text: String, _ find: (Tokens) -> [Segment]) throws -> [String] {
    let bytes = Array(text.utf8)
    return find(try Tokeniser().tokens(of: text)).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test("lines end at every kind of line end, and white space around them is none of theirs")
  func lines() throws {
    #expect(
      try cut(.line, " one \r\ntwo\rthree\n\n\u{A0} four\u{A0}\n \n") == [
        "one", "two", "three", "four",
      ])
    #expect(try cut(.line, "") == [])
    #expect(try cut(.line, " \n\t\n") == [])
  }

  @Test("the end of a line is found wherever it stands")
  func lineEnds() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      // Neighbours of both line ends, and bytes with the highest bit, are what tricks with words get wrong.
      let others: [UInt8] = [0x09, 0x0B, 0x0C, 0x0E, 0x8A, 0x8D, 0x00, 0xFF, 0x41]
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ -> UInt8 in
        let isEnd = Int.random(in: 0..<8, using: &random) == 0
        return (isEnd ? [0x0A, 0x0D] : others).randomElement(using: &random) ?? 0
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let expected = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let found = bytes.withUnsafeBufferPointer { EndMap.with($0) { $0.lineEnd(from: start) } }
      #expect(found == expected)
    }
  }

  @Test("sentences are the same as if every byte were looked at")
  func everyByte() {
    var random = SeededGenerator(seed: 9)
    let pieces = [
      "a", "Mr", "U.S", ".", "!", "?", "\"", ")", " ", " ", "\n", "B", "»", "”", "…", "。", "؟", "۔",
      "।",
      "．", "！", "日", "é", "3",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<120, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? " "
      }.joined()
      let all = [UInt64](repeating: .max, count: text.utf8.count / 64 + 1)
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        all.withUnsafeBufferPointer { all in
          guard let all = all.baseAddress else { return }
          EndMap.with(bytes) { map in
            let scan = LineScan(bytes, map)
            let slow = EndMap(lines: map.lines, sentences: all, count: bytes.count)
            #expect(
              SentenceScan(bytes, scan, map).ranges == SentenceScan(bytes, scan, slow).ranges)
          }
        }
      }
    }
  }

  @Test("paragraphs are lines with no empty line between them")
  func paragraphs() throws {
    #expect(try cut(.paragraph, "a\nb\n\nc\r\nd\r\n\r\n e") == ["a\nb", "c\r\nd", "e"])
  }

  @Test("sentences end with their sign and what closes after it, not after initials and titles")
  func sentences() throws {
    let text =
      "Mr. J. Marsh said: “It is over.” Nobody asked why! Was 3.5 enough? The U.S. team left. ok. yes"
    #expect(
      try cut(.sentence, text) == [
        "Mr. J. Marsh said: “It is over.”", "Nobody asked why!", "Was 3.5 enough?",
        "The U.S. team left. ok. yes",
      ])
    #expect(try cut(.sentence, "東京で地震。津波なし。") == ["東京で地震。", "津波なし。"])
  }

  @Test(
    "sentences end with the signs of every script that news is written in",
    arguments: [
      ["यह पहला वाक्य है।", "यह दूसरा है॥", "तीसरा"], ["پل بند ہے۔", "کیا یہ کھلے گا؟", "ہاں"],
      ["「地震！", "」津波は？", "なし．", "以上｡", "終"], ["वह बोला “हाँ।”", "फिर गया"],
    ])
  func otherSentences(_ sentences: [String]) throws {
    let isSpaced = sentences[0].contains(" ")
    #expect(try cut(.sentence, sentences.joined(separator: isSpaced ? " " : "")) == sentences)
  }

  @Test("a wide full stop within a figure and an Urdu one within an abbreviation end no sentence")
  func noSentences() throws {
    for text in ["値は３．５だ", "ایم۔ایف کا"] { #expect(try cut(.sentence, text) == [text]) }
  }

  @Test("a short story is judged by its lines, one long line by its sentences")
  func unitsOfLines() throws {
    #expect(try units("One. Two.\nThree. Four.") == ["One. Two.", "Three. Four."])
    let sentences = (0..<30).map { "The council met for the \($0)th time on the matter." }
    #expect(try units(sentences.joined(separator: " ")) == sentences)
  }

  @Test("a text wrapped at a column is judged by its sentences, across line ends")
  func unitsOfWrapped() throws {
    let text = """
      The council of Harrow said it had
      agreed to sell the old mill to an
      owner from abroad. It did not say
      for how much the mill was sold to
      the owner, nor when the new owner
      will take it over.

      All rights reserved.
      """
    #expect(
      try units(text) == [
        "The council of Harrow said it had\nagreed to sell the old mill to an\nowner from abroad.",
        "It did not say\nfor how much the mill was sold to\nthe owner, nor when the new owner\nwill take it over.",
        "All rights reserved.",
      ])
  }

  @Test("segments never overlap, leave out only white space, and hold exactly their tokens")
  func covers() throws {
    var generator = SeededGenerator(seed: 11)
    let bits = [
      "word", "Word", "3", ".", "!", "?\u{201D}", " ", " ", "\n", "\n\n", "\r\n", "é", "地", "。",
      "।", "؟", "۔", "！", "．", "３", "U.S.", "\u{A0}",
    ]
    let tokeniser = try Tokeniser()
    for _ in 0..<300 {
      let text = (0..<120).map { _ in bits.randomElement(using: &generator) ?? "" }.joined()
      let tokens = tokeniser.tokens(of: text)
      let bytes = Array(text.utf8)
      var lists = SegmentLevel.allCases.map { Segmenter().segments($0, of: text, tokens: tokens) }
      lists.append(Segmenter().units(of: text, tokens: tokens))
      for segments in lists { check(segments, bytes, tokens) }
    }
  }

  private func check(_ segments: [Segment], _ bytes: [UInt8], _ tokens: Tokens) {
    var end = 0
    var next = 0
    for segment in segments {
      #expect(segment.range.lowerBound >= end && !segment.range.isEmpty)
      let between = String(decoding: bytes[end..<segment.range.lowerBound], as: UTF8.self)
      #expect(between.allSatisfy { $0.isWhitespace })
      #expect(segment.tokens.lowerBound == next)
      for token in segment.tokens {
        #expect(segment.range.contains(Int(tokens.starts[token])))
        #expect(Int(tokens.ends[token]) <= segment.range.upperBound)
      }
      (end, next) = (segment.range.upperBound, segment.tokens.upperBound)
    }
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    #expect(rest.allSatisfy { $0.isWhitespace } && next == tokens.count)
  }
}
