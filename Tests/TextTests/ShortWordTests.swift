import Stories
import TestSupport
import Testing

@testable import Text

/// Texts in which nearly every byte begins or ends a word.
@Suite struct ShortWordTests {
  @Test(
    "words of one letter are all found, whatever length the first text has",
    arguments: [0, 1, 62, 63, 64, 2047, 2048, 4095, 4096, 5000, 8190, 8191, 8192, 8193, 20_000])
  func all(length: Int) throws {
    let text = String((0..<length).map { $0 % 2 == 0 ? "a" : " " })
    let tokens = try Tokeniser().tokens(of: text)
    #expect(tokens.count == (length + 1) / 2)
    #expect(tokens.starts == (0..<tokens.count).map { UInt32(2 * $0) })
    #expect(tokens.ends == (0..<tokens.count).map { UInt32(2 * $0 + 1) })
  }
}
