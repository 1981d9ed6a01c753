import Stories
import TestSupport
import Testing

@testable import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct JSONCheckTests {
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\\"", "\n", " ", "\"id\"", "\"id\"", "\"i\\u0064\"",
    "\"text\"",
    "\"other\"", "\"body_html\"", "\"bodyHTML\"", "12", "-1.5e3", "true", "é",
    "\"a \\\"quoted\\\" word\"",
    "\"" + String(repeating: "n", count: 257) + "\"", String(repeating: "7", count: 65),
    "{\"id\":1,",
  ]

  private static func refusal(_ bytes: [UInt8], depth: Int) -> Refusal? {
    bytes.withUnsafeBytes { buffer in
      do throws(Refusal) {
        try JSONCheck(buffer, line: 1, depth: depth).check()
        return nil
      } catch {
        return error
      }
    }
  }

  @Test("JSON and what is none is refused where a check byte by byte refuses it")
  func oracle() {
    var numbers = SeededGenerator(seed: 21)
    for round in 0..<20_000 {
      var text = (0..<Int.random(in: 0...14, using: &numbers)).map { _ in
        Self.pieces.randomElement(using: &numbers) ?? ""
      }.joined()
      if round.isMultiple(of: 2) { text = "{\"id\": 1, \"text\": \"It closed.\", " + text }
      var bytes = Array(text.utf8)
      if round.isMultiple(of: 50) { bytes.append(0xFF) }
      var slow = SlowJSONCheck(bytes, depth: 4)
      let (found, wanted) = (Self.refusal(bytes, depth: 4), slow.refusal())
      #expect(found?.line == wanted?.line && found?.column == wanted?.column, "\(text)")
      #expect(
        found.map { refusal in wanted.map { refusal.problem.contains($0.says) } ?? false } ?? true)
    }
  }

  @Test(
    "a name that stands twice is found among a few and among thousands",
    arguments: [2, 15, 16, 17, 5000])
  func manyNames(count: Int) {
    let names = (0..<count).map { "\"id\(String(repeating: "_", count: $0 % 90))\($0)\": 1" }
    for place in [0, count / 2, count] {
      var once = names
      once.insert("\"text\": 2", at: place)
      #expect(Self.refusal(Array("{\(once.joined(separator: ","))}".utf8), depth: 4) == nil)
      let twice = "{\(once.joined(separator: ",")),\"text\": 3}"
      #expect(Self.refusal(Array(twice.utf8), depth: 4)?.problem.contains("stands twice") == true)
    }
  }

  private enum Key: String, CodingKey { case first, second }

  /// What a decoder says of a field when it is asked without looking first.
  private struct Asked: Decodable {
    let isSame: Bool

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let fields = PresentFields(container)
      let text = try? container.decodeIfPresent(String.self, forKey: .first)
      let word = text?.trimmed.nonEmpty
      let words = try? container.decodeIfPresent([String].self, forKey: .first)
      let number = try? container.decodeIfPresent(Int64.self, forKey: .first)
      isSame =
        fields.has(.first) == container.contains(.first) && (try? fields.text(.first)) == text
        && fields.word(.first) == word && fields.words(.first) == (words ?? word.map { [$0] })
        && fields.number(.first) == (number ?? word.flatMap { Int64($0) })
    }
  }

  @Test("fields are what a decoder says they are, there or not and of any kind")
  func fields() throws {
    let values = [
      "null", "\"\"", "\" a \"", "\"7\"", "7", "7.0", "7.5", "1e400", "true", "[]", "[\"a\"]",
      "[1]", "{}",
      "\"\\ud800\"", "99999999999999999999",
    ]
    for value in values {
      for line in [
        "{\"first\": \(value)}", "{\"second\": 1, \"f\\u0069rst\": \(value)}",
        "{\"second\": \(value)}",
      ] {
        let asked = try JSONDecoder().decode(Asked.self, from: Data(line.utf8))
        #expect(asked.isSame, "\(line)")
      }
    }
  }
}
