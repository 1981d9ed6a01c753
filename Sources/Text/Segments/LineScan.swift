/// Where the lines and paragraphs of a text are.
struct LineScan {
  /// Lines that are not empty, without white space around them.
  private(set) var lines: [Range<Int>] = []
  /// For each line, whether nothing but a line end stands between it and the one before.
  private(set) var continues: [Bool] = []

  /// Room for the lines of most texts.
  private static var usual: Int { 32 }

  /// How many lines that follow another directly begin with a small letter.
  private(set) var smallStarts = 0

  /// Finds the lines of some UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ map: EndMap) {
    var start = 0
    var ends = 2
    lines.reserveCapacity(LineScan.usual)
    continues.reserveCapacity(LineScan.usual)
    while start < bytes.count {
      let end = map.lineEnd(from: start)
      if let line = SegmentBytes.trimmed(start..<end, bytes) {
        lines.append(line)
        continues.append(ends < 2)
        if ends < 2, SegmentBytes.isSmall(bytes[line.lowerBound]) { smallStarts += 1 }
        ends = 0
      }
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      ends += 1
      start = end + (isPair ? 2 : 1)
    }
  }

  /// Lines with no empty line between them, taken together.
  var paragraphs: [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    for (line, continues) in zip(lines, continues) {
      if continues, let last = paragraphs.popLast() {
        paragraphs.append(last.lowerBound..<line.upperBound)
      } else {
        paragraphs.append(line)
      }
    }
    return paragraphs
  }
}

extension LineScan {
  /// The width at which the text is wrapped, in bytes, or 0. See `isWrapped`.
  var width: Int { lines.map(\.count).sorted().dropLast(lines.count / 10).last ?? 0 }
}
