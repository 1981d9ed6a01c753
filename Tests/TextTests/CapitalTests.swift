import Stories
import Testing

@testable import Text

@Suite("Capital letters") struct CapitalTests {
  @Test("a word begins with a capital exactly where Unicode says so, whatever the alphabet")
  func agreesWithUnicode() throws {
    let tokeniser = try Tokeniser()
    for value in UInt32(0x21)..<0x2000 {
      // ICU and Swift may know different versions of Unicode, and letters that only the later one has.
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major < 15
      else { continue }
      let text = "a \(scalar)x b"
      let tokens = tokeniser.tokens(of: text)
      guard let place = tokens.starts.firstIndex(of: 2) else { continue }
      let isCapital = tokeniser.surroundings(of: tokens, in: text).traits[place].contains(.capital)
      let properties = scalar.properties
      #expect(
        isCapital == (properties.isUppercase || properties.generalCategory == .titlecaseLetter),
        "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    "names are names in every alphabet",
    arguments: [
      "Žižek", "Źródło", "Żeromski", "Łódź", "Ľubica", "Ńaňa", "Ňuchal", "Ņikita", "Ĺudovít",
      "Ļaudona",
      "Șerban", "Țepeș", "Ơn", "Ưng", "Ạn", "Ỹ", "Ґудзь", "Երևան", "Ólafur", "Æsir", "Ёлкин",
      "Ἀθήνα",
    ])
  func names(_ name: String) throws {
    func isName(_ name: String) throws -> Bool {
      let tokeniser = try Tokeniser()
      let text = "said \(name) again"
      return tokeniser.surroundings(of: tokeniser.tokens(of: text), in: text).traits[1].isName
    }
    #expect(try isName(name))
    #expect(try !isName(name.lowercased()))
  }
}
