import Stories
import TestSupport
import Testing

@testable import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("Plain lines of JSON, held against the checks and the decoder for all lines")
struct PlainLineTests {
  /// What the road for all lines makes of one: its fields, nil for a refusal.
  private static func parsed(_ line: UnsafeRawBufferPointer) -> StoryFields? {
    do throws(Refusal) {
      try JSONLineCheck(number: 1, limits: Limits()).check(line)
      var fields = try StoryFields(line, 1, JSONDecoder())
      try fields.findEmbargo(line, 1, depth: Limits().jsonDepth)
      return fields
    } catch {
      return nil
    }
  }

  /// Whether a line is plain, having held its fields against those of the parser.
  private static func isPlainAndRight(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { line in
      guard let plain = StoryFields(plain: line) else { return false }
      let shown = String(decoding: line, as: UTF8.self)
      #expect(parsed(line).map { "\($0)" } == "\(plain)", "\(shown)")
      return true
    }
  }

  private static let names = [
    "id", "outlet", "published", "title", "url", "lang", "text", "agency", "byline", "note",
    "status",
    "source", "parent", "n_a",
  ]
  private static let oddNames = [
    "embargo", "embargoed", "EmbargoedUntil", "a1-B", "version", "urgency", "keys", "derived_from",
    "Text", "ti tle",
    "i\\u0064", "", "é", "id",
  ]
  private static let texts = [
    "\"\"", "\" x \"", "\"killed\"", "\"a\\nb\"", "\"\\u00e9\\ud83d\\ude80\\/\\\\\"", "\"日本\"",
    "\"\\\"embargo\\\"\"", "\"\u{7F}\u{2028}\\u2028\\b\\f\\r\\t\"", "\"\\u00E9e\\u0301\"", "null",
    "\"\(String(repeating: "long words ", count: 9))\\\"\(String(repeating: "z", count: 40))\"",
  ]
  private static let oddValues = [
    "true", "false", "nul", "nulls", "7", "0", "-0", "007", "-1", "1.5", "1.", ".5", "1e3", "1E+3",
    "1e", "12345678901234567890", "123456789012345678", "[]", "[1]", "[\"a\", \"\\u00e9\", null]",
    "[\"\\x\"]", "[1,]", "[,]", "[[1]]", "[1", "[{}]", "[ 1 , 2 ]", "{}", "{\"a\": 1}",
    "\"\\ud83d\"", "\"\\ude80\\ud83d\"", "\"\\ud83dx\"", "\"\\ud83d\\u0041\"", "\"\\u0000\"",
    "\"\\u12\"",
    "\"\\x\"", "\"\\", "\"a\tb\"", "\"\u{0}\"",
  ]
  private static let spaces = ["", " ", "  ", "\t", "\r"]
  private static let oddSpaces = ["\u{B}", "\u{A0}", ",", "\"", ":", "}"]

  /// A line of what is usual and, here and there, of what is not.
  private static func line(_ numbers: inout SeededGenerator) -> String {
    func one(of usual: [String], or odd: [String], _ chance: Int) -> String {
      let isOdd = Int.random(in: 0..<chance, using: &numbers) == 0
      return (isOdd ? odd : usual).randomElement(using: &numbers) ?? ""
    }
    func space() -> String { one(of: spaces, or: oddSpaces, 200) }
    let unused = names.shuffled(using: &numbers)
    let members = (0..<Int.random(in: 0...6, using: &numbers)).map { place in
      let name = one(of: [unused[place]], or: oddNames, 16)
      let value = one(of: texts, or: oddValues, 8)
      return "\(space())\"\(name)\"\(space()):\(space())\(value)\(space())"
    }
    return space() + "{" + members.joined(separator: ",") + "}" + space()
  }

  @Test("a plain line gives the fields that the decoder gives, and a refused one is never plain")
  func oracle() {
    var numbers = SeededGenerator(seed: 61)
    var plain = 0
    for _ in 0..<20_000 {
      if Self.isPlainAndRight(Array(Self.line(&numbers).utf8)) { plain += 1 }
    }
    #expect(plain > 2000)
  }

  @Test(
    "a byte more, fewer or another in a plain line makes nothing of it that the decoder does not")
  func damage() {
    let whole = Array(
      #"{"id": "s\u00e9-1", "outlet": "Post é", "parent": -1, "text": "One \"two\" three\n", "x": true}"#
        .utf8)
    #expect(Self.isPlainAndRight(whole))
    var numbers = SeededGenerator(seed: 62)
    var plain = 0
    for place in whole.indices {
      for _ in 0..<40 {
        var bytes = whole
        let other =
          Bool.random(using: &numbers)
          ? UInt8.random(in: 0...255, using: &numbers)
          : (whole.randomElement(using: &numbers) ?? 0)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[place] = other
        case 1: bytes.insert(other, at: place)
        default: bytes.remove(at: place)
        }
        if Self.isPlainAndRight(bytes) { plain += 1 }
      }
    }
    #expect(plain > 1000)
  }

  @Test("every scalar that may be escaped is read, in capitals and small letters")
  func scalars() {
    for unit in stride(from: 1, through: 0xFFFF, by: 7) {
      let digits = String(unit, radix: 16)
      let escaped = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      let line = #"{"text": "a\#(escaped)b\#(escaped.uppercased().replacing("\\U", with: "\\u"))"}"#
      let isScalar = Unicode.Scalar(UInt16(unit)) != nil
      #expect(Self.isPlainAndRight(Array(line.utf8)) == isScalar, "\(line)")
    }
  }

  @Test("brackets nested by the hundred thousand end no program")
  func depth() {
    for line in ["{\"x\": ", "{\"text\": \"a\", \"x\": [1, "] {
      let bytes = Array((line + String(repeating: "[", count: 300_000)).utf8)
      #expect(!Self.isPlainAndRight(bytes))
    }
  }

  @Test("a line of very many members is left to the parser")
  func many() {
    for count in [63, 64, 5000] {
      let members = (0..<count).map { "\"n\($0)\": \($0)" }.joined(separator: ",")
      #expect(Self.isPlainAndRight(Array("{\(members)}".utf8)) == (count <= 64))
    }
  }

  @Test("archives' lines are plain")
  func archives() {
    for line in [
      #"{"id": 7, "src": "r215", "parent": -1, "text": "It closed."}"#,
      #"{"id": "a", "outlet": null, "published": "2026-03-02", "title": "T", "lang": "en", "text": "x"}"#,
      #" {"text":"x","url":"https:\/\/a.example\/1","score":1.25e-3,"tags": ["a", "\u00e9"]} "#
        + "\r",
    ] {
      #expect(Self.isPlainAndRight(Array(line.utf8)), "\(line)")
    }
  }
}
