/// One JSON object on a line of its own, written member by member, letter for letter as `JSON.row` writes it.
///
/// For the one table that has a row for every story of a batch: `JSONEncoder` takes a tenth of the time over a row of four
/// members that a whole story takes from text to group.
struct RowJSON {
  private var bytes: [UInt8]
  private var isEmpty = true

  /// Appends an object and the end of its line.
  ///
  /// - Parameters:
  ///   - bytes: what is written so far.
  ///   - members: adds the members in the order of their names, as sorted keys have it.
  static func append(to bytes: inout [UInt8], _ members: (inout RowJSON) -> Void) {
    var row = RowJSON(bytes: bytes)
    // Written in place: nobody else has them meanwhile.
    bytes = []
    row.put("{")
    members(&row)
    row.put("}\n")
    bytes = row.bytes
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Adds a member that is a string.
  mutating func add(_ name: StaticString, _ value: String) {
    begin(name)
    put(quoted: value)
  }

  /// Adds a member that is a string, where there is one.
  mutating func add(_ name: StaticString, ifKnown value: String?) {
    if let value { add(name, value) }
  }

  /// Adds a member that is a number.
  mutating func add(_ name: StaticString, _ value: Int) {
    begin(name)
    put(String(value))
  }

  /// Adds a member that is an array of pairs: where each range begins and where it ends.
  mutating func add(_ name: StaticString, _ ranges: [Range<Int>]) {
    begin(name)
    put("[")
    for (index, range) in ranges.enumerated() {
      put("\(index == 0 ? "" : ",")[\(range.lowerBound),\(range.upperBound)]")
    }
    put("]")
  }

  private mutating func begin(_ name: StaticString) {
    put(isEmpty ? "\"" : ",\"")
    isEmpty = false
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    put("\":")
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A string in quotation marks, with those signs escaped that RFC 8259, section 7, says must be.
  private mutating func put(quoted text: String) {
    put("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case 0x08: put("\\b")
      case 0x09: put("\\t")
      case 0x0A: put("\\n")
      case 0x0C: put("\\f")
      case 0x0D: put("\\r")
      case 0..<0x10: put("\\u000" + String(byte, radix: 16))
      case 0x10..<0x20: put("\\u00" + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    put("\"")
  }
}
