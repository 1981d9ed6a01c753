/// What a text of JSON says: its bytes with what is escaped in them (RFC 8259, section 7).
struct PlainText {
  private let source: UnsafeRawBufferPointer
  private let target: UnsafeMutableBufferPointer<UInt8>
  private var written = 0

  /// Reads what stands between two quotation marks.
  ///
  /// - Parameter bytes: valid UTF-8, where what follows a backslash is there.
  /// - Returns: the text; nil where something is escaped that can't be, half a surrogate pair and NUL among it.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    var isWhole = true
    // Nothing is longer escaped than not: \u and four digits stand for three bytes, and two of these for four.
    let text = String(unsafeUninitializedCapacity: bytes.count) { target in
      var copy = PlainText(source: bytes, target: target)
      isWhole = copy.run()
      return copy.written
    }
    return isWhole ? text : nil
  }

  private init(source: UnsafeRawBufferPointer, target: UnsafeMutableBufferPointer<UInt8>) {
    (self.source, self.target) = (source, target)
  }

  /// Copies all; whether it can be.
  private mutating func run() -> Bool {
    var start = 0
    while true {
      let escape = WideScan.place(of: UInt8(ascii: "\\"), in: source, from: start)
      write(start..<escape)
      guard escape < source.count else { return true }
      guard let end = writeEscaped(at: escape + 1) else { return false }
      start = end
    }
  }

  private mutating func write(_ range: Range<Int>) {
    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(target)[written...])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
    written += range.count
  }

  private mutating func write(_ byte: UInt8) {
    target[written] = byte
    written += 1
  }

  /// Writes what is escaped by the letter at a place; where it ends.
  private mutating func writeEscaped(at place: Int) -> Int? {
    switch source[place] {
    case UInt8(ascii: "n"): write(0x0A)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): write(source[place])
    case UInt8(ascii: "t"): write(0x09)
    case UInt8(ascii: "r"): write(0x0D)
    case UInt8(ascii: "b"): write(0x08)
    case UInt8(ascii: "f"): write(0x0C)
    case UInt8(ascii: "u"): return writeScalar(at: place + 1)
    default: return nil
    }
    return place + 1
  }

  /// Writes the scalar whose four digits, or those of two halves, stand at a place; where it ends.
  private mutating func writeScalar(at place: Int) -> Int? {
    guard let first = unit(at: place), first != 0 else { return nil }
    if let scalar = Unicode.Scalar(first) {
      for byte in scalar.utf8 { write(byte) }
      return place + 4
    }
    guard UTF16.isLeadSurrogate(first), let second = secondHalf(at: place + 4) else { return nil }
    let pair = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF
    guard let scalar = Unicode.Scalar(pair) else { return nil }
    for byte in scalar.utf8 { write(byte) }
    return place + 10
  }

  private func secondHalf(at place: Int) -> UInt16? {
    guard place + 1 < source.count, source[place] == UInt8(ascii: "\\"),
      source[place + 1] == UInt8(ascii: "u"), let unit = unit(at: place + 2),
      UTF16.isTrailSurrogate(unit)
    else { return nil }
    return unit
  }

  /// What four hexadecimal digits at a place say.
  private func unit(at place: Int) -> UInt16? {
    guard place + 4 <= source.count else { return nil }
    var unit: UInt16 = 0
    for byte in source[place..<place + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
