extension String {
  /// Without white space at its ends.
  var trimmed: String { String(self[...].trimmedSpace) }

  /// Itself, or nil if it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }

  /// With every run of ASCII white space as one space, and none at its ends.
  var oneLine: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte == 0x20 || (9...13).contains(byte) {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a person would find anything to read in it.
  var hasWords: Bool {
    unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}

extension Substring {
  /// Without ASCII white space at its ends.
  var trimmedSpace: Substring {
    var rest = utf8
    while let first = rest.first, first == 0x20 || (9...13).contains(first) { rest.removeFirst() }
    while let last = rest.last, last == 0x20 || (9...13).contains(last) { rest.removeLast() }
    return Substring(rest)
  }

  /// Whether it holds nothing but ASCII white space.
  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || (9...13).contains($0) } }

  /// Its lines, empty ones too; a line ends with LF.
  var lines: [Substring] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
  }
}
