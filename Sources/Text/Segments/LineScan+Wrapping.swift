extension LineScan {
  /// Whether lines end at a column rather than with what they say, as in print and old wire copy: the text
  /// has many lines, none of them long, most of them about as wide, and a fifth of those that follow another
  /// directly begin with a small letter, which a sentence does not.
  var isWrapped: Bool {
    guard lines.count >= 6, lines.count(where: { $0.count > 100 }) * 10 <= lines.count else {
      return false
    }
    guard continues.count(where: { $0 }) * 2 > lines.count else { return false }
    guard smallStarts * 5 > lines.count else { return false }
    let width = width
    return lines.count { $0.count * 10 > width * 6 } * 2 > lines.count
  }

  /// Lines of a wrapped text put together: a run ends at an empty line, or with a line that stops well
  /// before the margin when the next does not begin with a small letter.
  func runs(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let width = width
    var runs: [Range<Int>] = []
    var previous = 0
    for (line, continues) in zip(lines, continues) {
      let goesOn = previous * 10 > width * 6 || SegmentBytes.isSmall(bytes[line.lowerBound])
      if continues, goesOn, let last = runs.popLast() {
        runs.append(last.lowerBound..<line.upperBound)
      } else {
        runs.append(line)
      }
      previous = line.count
    }
    return runs
  }
}
