/// What stands before the root of a document, found without a parser.
struct XMLProlog {
  /// The root's local name as it is written, nil if the bytes are no markup.
  private(set) var root: String?
  /// Whether a document type is declared.
  private(set) var hasDoctype = false
  /// The document type's name, in lower case.
  private(set) var doctypeName: String?
  /// The charset that the XML declaration names.
  private(set) var encoding: String?

  /// Looks at the beginning of some bytes in any charset that agrees with ASCII, or in UTF-16.
  init(_ bytes: UnsafeRawBufferPointer) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.starts(with: [0x3C, 0]) || bytes.starts(with: [0, 0x3C])
    {
      encoding = "UTF-16"
      self.read(bytes.prefix(1 << 17).filter { $0 != 0 && $0 < 0x80 })
    } else {
      read(bytes)
    }
  }

  private mutating func read(_ bytes: some RandomAccessCollection<UInt8>) {
    var scanner = ByteScanner(bytes)
    _ = scanner.take([0xEF, 0xBB, 0xBF])
    while true {
      scanner.skipWhiteSpace()
      if scanner.take("<?") {
        let declaration = scanner.through("?>")
        if declaration.hasPrefix("xml"), encoding == nil {
          encoding = XMLProlog.quoted("encoding", in: declaration)
        }
      } else if scanner.take("<!--") {
        _ = scanner.through("-->", keeping: false)
      } else if scanner.take("<!") {
        hasDoctype = true
        let words = scanner.throughDoctype().split(whereSeparator: \.isWhitespace)
        doctypeName = words.dropFirst().first.map { $0.lowercased() }
      } else if scanner.take("<") {
        return readRoot(scanner.name())
      } else {
        return
      }
    }
  }

  private mutating func readRoot(_ name: String) {
    root = name.split(separator: ":").last.map(String.init)
  }

  private static func quoted(_ key: String, in text: String) -> String? {
    guard let start = text.firstRange(of: key)?.upperBound else { return nil }
    let rest = text[start...].drop { $0 == "=" || $0.isWhitespace }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }
}

/// Walks over bytes.
private struct ByteScanner<Bytes: RandomAccessCollection<UInt8>> {
  private var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  mutating func skipWhiteSpace() { rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }

  mutating func take(_ prefix: [UInt8]) -> Bool {
    guard rest.starts(with: prefix) else { return false }
    rest = rest.dropFirst(prefix.count)
    return true
  }

  mutating func take(_ prefix: String) -> Bool { take(Array(prefix.utf8)) }

  /// The text before an ending, which is taken too; at most its first 500 bytes.
  mutating func through(_ ending: String, keeping: Bool = true) -> String {
    let ending = Array(ending.utf8)
    var kept: [UInt8] = []
    while !rest.isEmpty, !rest.starts(with: ending) {
      guard let byte = rest.popFirst() else { break }
      if keeping, kept.count < 500 { kept.append(byte) }
    }
    rest = rest.dropFirst(ending.count)
    return String(decoding: kept, as: UTF8.self)
  }

  /// The text of a document type, which may hold declarations in brackets.
  mutating func throughDoctype() -> String {
    var kept: [UInt8] = []
    var depth = 0
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth <= 0 { break }
      if kept.count < 500 { kept.append(byte) }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  mutating func name() -> String {
    let name = rest.prefix { byte in
      byte >= 0x80 || Unicode.Scalar(byte).properties.isAlphabetic || (48...58).contains(byte)
        || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
    }
    return String(decoding: name.prefix(100), as: UTF8.self)
  }
}
