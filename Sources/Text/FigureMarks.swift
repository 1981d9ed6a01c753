public import Stories

/// Reads what of figures stands between tokens, is none of them and changes what is said: vulgar fractions (5¼ is not
/// 5¾, nor is ½), raised and lowered digits (km² is not km³), digits in circles, and which currency it is where a trait
/// says no more than "another".
public struct FigureMarks {
  private let tokens: Tokens
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameters:
  ///   - tokens: of a text.
  ///   - bytes: the text, good while this is.
  public init(_ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>) {
    (self.tokens, self.bytes) = (tokens, bytes)
  }

  /// The marks of tokens that stand beside some gaps.
  ///
  /// - Parameter gaps: each by the token behind it, ascending; the last token's number and one for what is behind all.
  /// - Returns: one for each token that has any, in order.
  func marks(beside gaps: [Int]) -> [FigureMark] {
    var (marks, next) = ([FigureMark](), 0)
    for gap in gaps {
      for token in max(next, gap - 1)..<min(gap + 1, tokens.count) {
        next = token + 1
        let value = value(of: token)
        if value != 0 { marks.append(FigureMark(position: token, value: value)) }
      }
    }
    return marks
  }

  /// A token with what belongs to it: a figure with its signs and fraction, km with its ², and the ¼ before a word. Where more
  /// than a space stands between the two, of that alone.
  public func extent(of token: Int) -> Range<Int> {
    let word = tokens.byteRange(of: token..<token + 1)
    let isFigure = tokens.signs[token].contains(.figure)
    let whole = isFigure ? FigureSigns(bytes).extent(of: word) : word
    let (before, behind) = (numbersBefore(token), numbersBehind(token))
    if let last = before.last, last.upperBound < whole.lowerBound,
      !bytes[last.upperBound..<whole.lowerBound].allSatisfy({ $0 <= 0x20 }), behind.isEmpty
    {
      return last
    }
    let start = min(before.first?.lowerBound ?? whole.lowerBound, whole.lowerBound)
    return start..<max(behind.last?.upperBound ?? whole.upperBound, whole.upperBound)
  }

  private func value(of token: Int) -> UInt32 {
    // FNV-1a; what stands before is not what stands behind.
    var hash: UInt32 = 0x811C_9DC5
    func add(_ value: UInt32) { hash = (hash ^ value) &* 0x0100_0193 }
    let (before, behind) = (numbersBefore(token), numbersBehind(token))
    for number in before { add(scalar(at: number.lowerBound).value) }
    add(1)
    for number in behind { add(scalar(at: number.lowerBound).value) }
    let currency =
      tokens.signs[token].contains(.figure)
      ? FigureSigns(bytes).otherCurrency(of: tokens.byteRange(of: token..<token + 1)) : nil
    if before.isEmpty, behind.isEmpty, currency == nil { return 0 }
    add(currency ?? 0)
    return max(hash, 1)
  }

  /// Numbers that stand before a token and not at once behind the one before.
  private func numbersBefore(_ token: Int) -> [Range<Int>] {
    let start = token > 0 ? Int(tokens.ends[token - 1]) : 0
    let gap = start..<max(start, Int(tokens.starts[token]))
    let all = numbers(in: gap)
    guard token > 0 else { return all }
    return Array(all.dropFirst(joined(all, behind: gap.lowerBound)))
  }

  /// Numbers that stand at once behind a token; behind the last all that follow.
  private func numbersBehind(_ token: Int) -> [Range<Int>] {
    let end = Int(tokens.ends[token])
    guard token + 1 < tokens.count else { return numbers(in: end..<bytes.count) }
    let all = numbers(in: end..<max(end, Int(tokens.starts[token + 1])))
    return Array(all.prefix(joined(all, behind: end)))
  }

  /// How many of some numbers follow a place without anything between.
  private func joined(_ numbers: [Range<Int>], behind place: Int) -> Int {
    var (end, count) = (place, 0)
    for number in numbers {
      guard number.lowerBound == end else { break }
      (end, count) = (number.upperBound, count + 1)
    }
    return count
  }

  private func numbers(in gap: Range<Int>) -> [Range<Int>] {
    var (numbers, place) = ([Range<Int>](), gap.lowerBound)
    while place < gap.upperBound {
      let (value, length) = scalar(at: place)
      if value >= 0x80, Unicode.Scalar(value)?.properties.generalCategory == .otherNumber {
        numbers.append(place..<place + length)
      }
      place += length
    }
    return numbers
  }

  private func scalar(at place: Int) -> (value: UInt32, length: Int) {
    UTF8Decoding.scalar(in: bytes, at: place)
  }
}
