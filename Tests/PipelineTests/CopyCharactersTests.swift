import Stories
import Testing

@testable import Pipeline

/// Copies that say the same in other characters than the story that was corrected.
@Suite("Copies in other characters") struct CopyCharactersTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let wrong: String
    let right: String
    let typed: @Sendable (String) -> String

    var testDescription: String { name }

    init(
      _ name: String, _ text: String, _ wrong: String, _ right: String,
      typed: @escaping @Sendable (String) -> String
    ) {
      (self.name, self.typed) = (name, typed)
      self.wrong = text.replacing("#", with: wrong)
      self.right = text.replacing("#", with: right)
    }
  }

  /// Digits of another script, by its zero.
  private static func digits(_ zero: UInt32) -> @Sendable (String) -> String {
    { text in
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            ("0"..."9").contains(scalar)
              ? Unicode.Scalar(zero + scalar.value - 0x30) ?? scalar : scalar
          }))
    }
  }

  /// Each word longer than some letters with a character behind its third letter.
  private static func parted(by mark: Character) -> @Sendable (String) -> String {
    { text in
      text.split(separator: " ").map { word in
        word.count < 5 ? String(word) : "\(word.prefix(3))\(mark)\(word.dropFirst(3))"
      }.joined(separator: " ")
    }
  }

  private static let english =
    "The harbour board said on Monday that # would repair the bridge's northern piers before Easter."
  private static let french =
    "Le maire de l'arrondissement a dit lundi que l'entreprise # devait r\u{E9}parer l'escalier du port."
  private static let arabic =
    "\u{642}\u{627}\u{644} \u{645}\u{62C}\u{644}\u{633} \u{627}\u{644}\u{645}\u{64A}\u{646}\u{627}\u{621} \u{625}\u{646} # \u{639}\u{627}\u{645}\u{644}\u{627} \u{633}\u{64A}\u{641}\u{642}\u{62F}\u{648}\u{646} \u{648}\u{638}\u{627}\u{626}\u{641}\u{647}\u{645} \u{641}\u{64A} \u{627}\u{644}\u{645}\u{62F}\u{64A}\u{646}\u{629}\u{60C} \u{648}\u{623}\u{636}\u{627}\u{641} \u{627}\u{644}\u{645}\u{62C}\u{644}\u{633}."
  private static let hindi =
    "\u{92C}\u{902}\u{926}\u{930}\u{917}\u{93E}\u{939} \u{92C}\u{94B}\u{930}\u{94D}\u{921} \u{928}\u{947} \u{915}\u{939}\u{93E} \u{915}\u{93F} # \u{932}\u{94B}\u{917} \u{928}\u{94C}\u{915}\u{930}\u{940} \u{916}\u{94B} \u{926}\u{947}\u{902}\u{917}\u{947}\u{964}"
  private static let japanese =
    "\u{6E2F}\u{6E7E}\u{5C40}\u{306F}\u{6708}\u{66DC}\u{65E5}\u{3001}\u{6A4B}\u{3092}#\u{9031}\u{9593}\u{9589}\u{9396}\u{3059}\u{308B}\u{3068}\u{767A}\u{8868}\u{3057}\u{305F}\u{3002}"

  static let cases = [
    Case("curly apostrophes", french, "d'Armor", "d'Arvor") {
      $0.replacing("'", with: "\u{2019}")
    },
    Case("soft hyphens", english, "contractors", "carpenters", typed: parted(by: "\u{AD}")),
    Case("zero-width spaces", english, "contractors", "carpenters", typed: parted(by: "\u{200B}")),
    Case("full-width digits", japanese, "340", "34", typed: digits(0xFF10)),
    Case("Arabic-Indic digits", arabic, "340", "34", typed: digits(0x660)),
    Case("Devanagari digits", hindi, "340", "34", typed: digits(0x966)),
    Case("tatweel", arabic, "340", "34") {
      $0.replacing("\u{645}", with: "\u{645}\u{640}")
    },
    Case(
      "vowel signs", arabic, "\u{62E}\u{645}\u{633}\u{648}\u{646}", "\u{62E}\u{645}\u{633}\u{629}"
    ) {
      $0.replacing("\u{645}", with: "\u{645}\u{64E}")
    },
    Case("a stop for a danda", hindi, "\u{938}\u{94C}", "\u{926}\u{938}") {
      $0.replacing("\u{964}", with: ".")
    },
    Case("a comma for an Arabic one", arabic, "340", "34") { $0.replacing("\u{60C}", with: ",") },
  ]

  @Test(
    "the error and what mended it are known by their words, however they are typed",
    arguments: cases)
  func found(_ one: Case) {
    let mending = TextMending(
      of: one.wrong, by: one.right, at: nil, quoted: QuotedMending(nil))
    #expect(one.typed(one.wrong) != one.wrong)
    for text in [one.wrong, one.typed(one.wrong)] {
      guard case .carries = mending.finding(in: text, of: nil) else {
        Issue.record("the error is missed: \(mending.finding(in: text, of: nil))")
        continue
      }
    }
    for text in [one.right, one.typed(one.right)] {
      #expect(mending.finding(in: text, of: nil) == .mended)
    }
    let same = TextMending(
      of: one.wrong, by: one.typed(one.wrong), at: nil, quoted: QuotedMending(nil))
    #expect(same.isEmpty, "nothing was mended")
  }
}
