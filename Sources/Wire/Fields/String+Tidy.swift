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
  /// Without white space at its ends.
  var trimmedSpace: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
