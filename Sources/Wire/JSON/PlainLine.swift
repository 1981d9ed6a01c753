/// A line of JSON as nearly every archive writes it: one object whose values are texts, numbers, true, false, null and
/// lists of these, under names of ASCII letters, none of them twice.
///
/// A general parser takes longer to read a line than all tokenising and signing of its story, so such lines are walked
/// through here, by RFC 8259 and no further: whatever is not exactly so is left to the parser, which reads the whole of
/// JSON and says what is wrong with the rest.
struct PlainLine {
  /// A name and its value.
  struct Member {
    /// Where the name stands, without its quotation marks.
    let name: Range<Int>
    let value: Value
  }

  enum Value {
    /// Between its quotation marks, and whether a backslash stands there.
    case text(Range<Int>, isEscaped: Bool)
    /// As it stands there, of so few characters that no parser minds.
    case number(Range<Int>)
    /// True, false or null.
    case word(Word)
    /// None of whose values is a list.
    case list
  }

  enum Word: String, CaseIterable { case null, `true`, `false` }

  /// Brackets in brackets, of which a plain line has no more.
  static let depth = 2
  /// Most members: a line of very many is no story, and nothing is put down for it.
  private static let mostMembers = 64
  /// Longest number, in characters.
  private static let longestNumber = 18

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// The members in order; nil where the line is not plain, be it JSON or not.
  ///
  /// Complexity: O(n), some sixty instructions for 32 bytes of a text.
  static func members(of line: UnsafeRawBufferPointer) -> [Member]? {
    guard UTF8Check.isValid(line) else { return nil }
    var walk = PlainLine(bytes: line)
    return walk.members()
  }

  private mutating func members() -> [Member]? {
    guard skip(UInt8(ascii: "{")) else { return nil }
    var members: [Member] = []
    var names = SeenNames()
    members.reserveCapacity(16)
    repeat {
      guard let name = name(), names.insert(name, of: bytes), skip(UInt8(ascii: ":")),
        let value = value(), members.count < PlainLine.mostMembers
      else { return nil }
      members.append(Member(name: name, value: value))
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { return nil }
    skipSpace()
    return position == bytes.count ? members : nil
  }

  private mutating func name() -> Range<Int>? {
    guard skip(UInt8(ascii: "\"")) else { return nil }
    let start = position
    while position < bytes.count, isOfName(bytes[position]) { position += 1 }
    let end = position
    return skip(UInt8(ascii: "\"")) && position == end + 1 ? start..<end : nil
  }

  private mutating func value() -> Value? { skip(UInt8(ascii: "[")) ? list() : single() }

  /// A value that is no list: brackets in brackets are never followed, however deep they are.
  private mutating func single() -> Value? {
    skipSpace()
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return text()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): return number()
    default:
      guard
        let word = Word.allCases.first(where: { bytes[position...].starts(with: $0.rawValue.utf8) })
      else { return nil }
      position += word.rawValue.utf8.count
      return .word(word)
    }
  }

  private mutating func text() -> Value? {
    let start = position + 1
    var isEscaped = false
    position = WideScan.placeOfMark(in: bytes, from: start)
    while position < bytes.count, bytes[position] == UInt8(ascii: "\\") {
      isEscaped = true
      // What is escaped is no mark; a control character is none either, behind a backslash or not.
      guard position + 1 < bytes.count, bytes[position + 1] >= 0x20 else { return nil }
      position = WideScan.placeOfMark(in: bytes, from: position + 2)
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    position += 1
    return .text(start..<position - 1, isEscaped: isEscaped)
  }

  /// What follows an opening bracket.
  private mutating func list() -> Value? {
    if skip(UInt8(ascii: "]")) { return .list }
    repeat {
      switch single() {
      case .text(let range, isEscaped: true):
        guard PlainText.text(UnsafeRawBufferPointer(rebasing: bytes[range])) != nil else {
          return nil
        }
      case .text, .number, .word: break
      case .list, nil: return nil
      }
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "]")) ? .list : nil
  }

  /// A sign, digits, a fraction and an exponent, the first and the last two if they are there (RFC 8259, section 6).
  private mutating func number() -> Value? {
    let start = position
    _ = take { $0 == UInt8(ascii: "-") }
    let first = position
    guard skipDigits() else { return nil }
    // JSON writes no zero before another digit.
    if bytes[first] == UInt8(ascii: "0"), position > first + 1 { return nil }
    if take({ $0 == UInt8(ascii: ".") }), !skipDigits() { return nil }
    if take({ $0 | 0x20 == UInt8(ascii: "e") }) {
      _ = take { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      guard skipDigits() else { return nil }
    }
    return position - start <= PlainLine.longestNumber ? .number(start..<position) : nil
  }

  /// Skips digits; whether there is one.
  private mutating func skipDigits() -> Bool {
    let start = position
    while take(PlainLine.isDigit) {}
    return position > start
  }

  /// Skips a byte if it is one of some kind; whether it is.
  private mutating func take(_ isWanted: (UInt8) -> Bool) -> Bool {
    guard position < bytes.count, isWanted(bytes[position]) else { return false }
    position += 1
    return true
  }

  /// Skips white space and then one byte; whether it stood there.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// Whether a byte is a digit.
  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isOfName(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || PlainLine.isDigit(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
}
