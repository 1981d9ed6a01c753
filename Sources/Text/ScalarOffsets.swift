/// Offsets of a text in Unicode scalars, as everything the product prints counts them.
public struct ScalarOffsets: Sendable {
  /// Scalars before each run of `step` bytes.
  private let marks: [Int]
  private let bytes: [UInt8]
  private static let step = 256

  /// Prepares a text.
  ///
  /// Complexity: O(n).
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var marks = [0]
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { count += 1 }
      if (index + 1) % ScalarOffsets.step == 0 { marks.append(count) }
    }
    self.marks = marks
  }

  /// How many scalars lie before a byte offset that falls between two scalars.
  ///
  /// Complexity: O(1).
  public func scalars(before offset: Int) -> Int {
    let mark = min(offset / ScalarOffsets.step, marks.count - 1)
    let rest = bytes[mark * ScalarOffsets.step..<min(offset, bytes.count)]
    return marks[mark] + rest.count { $0 & 0xC0 != 0x80 }
  }

  /// A range of bytes as a range of scalars.
  public func scalars(_ range: Range<Int>) -> Range<Int> {
    scalars(before: range.lowerBound)..<scalars(before: range.upperBound)
  }
}
