internal import Foundation
internal import Text

/// A word as it is compared with a copy's: what outlets write in different characters and no reader takes for another word
/// is one.
///
/// The same as the folded form of the tokeniser's words (`SharedForm` in `Text` says what is one), which grouping goes
/// by: a copy that is grouped for its words is held against a correction by the same words. But it keeps signs, which
/// are no words and yet may be what was mended, and can keep capitals. Tests hold it against the tokeniser.
enum FoldedWord {
  /// The word with its capitals.
  static func form(of word: Substring) -> Substring {
    guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
    if word.unicodeScalars.allSatisfy({ isPlain($0.value) }) { return word }
    var visible = String.UnicodeScalarView()
    visible += word.unicodeScalars.lazy.filter { !$0.properties.isDefaultIgnorableCodePoint }
    let composed = String(visible).precomposedStringWithCompatibilityMapping
    var form = String.UnicodeScalarView()
    for scalar in composed.unicodeScalars {
      switch SharedForm(of: scalar) {
      case .itself: form.append(scalar)
      case .dropped: break
      case .other(let other): form.append(other)
      }
    }
    return Substring(String(form))
  }

  /// The word in small letters.
  static func key(of word: Substring) -> String { key(ofForm: form(of: word)) }

  /// The same of a word that has its form.
  ///
  /// Capitals and back, character by character: so ß is ss and no sigma is a final one, as case folding has it.
  static func key(ofForm form: Substring) -> String {
    guard form.utf8.contains(where: { $0 >= 0x80 }) else { return form.lowercased() }
    let small = form.uppercased().lowercased()
    var key = String.UnicodeScalarView()
    for scalar in small.unicodeScalars
    where scalar != "\u{307}" || key.last != "i" { key.append(scalar) }
    return String(key)
  }

  /// Whether a character is its own form whatever stands beside it: the letters of most copy in Latin, Cyrillic, Arabic,
  /// Hangul and Han. Asked first, since composing costs many times as much.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21...0x7E, 0xC0...0x130, 0x134...0x13E, 0x141...0x148, 0x14A...0x17E: true
    case 0x400...0x45F, 0x5D0...0x5EA, 0x627...0x63A, 0x641...0x642, 0x644...0x648: true
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }
}
