internal import CICU

/// What stands for a character, beyond Unicode's case folding, where news copy is compared: `Folding` lists why. The
/// tokeniser goes by it; whoever compares words that are no tokens, or keeps their capitals, has the same from here.
public enum SharedForm: Hashable, Sendable {
  /// The character stands for itself.
  case itself
  /// Nothing does: some desks set it, most don't.
  case dropped
  /// Another character does.
  case other(Unicode.Scalar)

  /// The form of a character by itself. Capitals, ı and composition are none of its business.
  ///
  /// - Parameter scalar: the character, as NFKC leaves it.
  /// - Complexity: O(1).
  public init(of scalar: Unicode.Scalar) { self.init(of: scalar.value) }

  /// The same of its number.
  init(of scalar: UInt32) {
    self =
      switch scalar {
      case 0x2018, 0x2019, 0x02BC, 0x02B9, 0x05F3: .other("'")
      case 0x05F4, 0x201D: .other("\"")
      case 0x0640, 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC: .dropped
      case 0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7: .dropped
      case 0x0649, 0x064A: .other("\u{06CC}")
      case 0x0643: .other("\u{06A9}")
      case 0x066B: .other(".")
      case 0x066C: .other(",")
      case 0x0660...: SharedForm.digit(scalar)
      default: .itself
      }
  }

  /// A decimal digit of any script as one of 0 to 9.
  private static func digit(_ scalar: UInt32) -> SharedForm {
    let digit = cicu_decimal_digit(scalar)
    guard (0...9).contains(digit) else { return .itself }
    return .other(Unicode.Scalar(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)))
  }
}
