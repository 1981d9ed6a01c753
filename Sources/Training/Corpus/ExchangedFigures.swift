/// A text in which most figures are others, as in an event that is told again.
///
/// Of three figures one stays, and so do years, which say what event it is. The others grow by one to seven tenths, and by 1
/// at least. All else stays letter for letter.
public struct ExchangedFigures: Hashable, Sendable {
  /// The text.
  public private(set) var text = ""
  /// How many figures are others.
  public private(set) var count = 0
  private var met = 0
  private let shift: Int

  private static let years = 1900...2099

  /// Exchanges figures, runs of ASCII digits that an `Int` holds.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - shift: which of three figures stay, and how far the others grow; from 0.
  ///
  /// Complexity: O(n).
  public init(_ text: String, shift: Int) {
    self.shift = shift
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        take(&digits)
        self.text.append(character)
      }
    }
    take(&digits)
  }

  /// Takes the figure that has ended, if there is one.
  private mutating func take(_ digits: inout String) {
    guard !digits.isEmpty else { return }
    defer { digits = "" }
    met += 1
    let stays = (met + shift).isMultiple(of: 3)
    guard !stays, let value = Int(digits), !ExchangedFigures.years.contains(value) else {
      text += digits
      return
    }
    let tenths = value.multipliedReportingOverflow(by: 1 + (met + shift) % 7)
    let grown = value.addingReportingOverflow(max(1, tenths.partialValue / 10))
    guard !tenths.overflow, !grown.overflow else {
      text += digits
      return
    }
    text += String(grown.partialValue)
    count += 1
  }
}
