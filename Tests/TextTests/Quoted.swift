import Stories

@testable import Text

/// The words of a text that stand in quotation marks.
func quoted(_ text: String) throws -> String {
  let tokeniser = try Tokeniser()
  let tokens = tokeniser.tokens(of: text)
  let traits = tokeniser.surroundings(of: tokens, in: text).traits
  let bytes = Array(text.utf8)
  return tokens.starts.indices.filter { traits[$0].contains(.quoted) }
    .map { String(decoding: bytes[Int(tokens.starts[$0])..<Int(tokens.ends[$0])], as: UTF8.self) }
    .joined(separator: " ")
}
