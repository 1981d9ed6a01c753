internal import Stories

/// Reads the signs that belong to a figure and are no part of its token: 4.2 percent is not 4.2 euros, and the one
/// is not the other below zero. Signs stand before a figure, or behind it with or without a space, as languages do it.
public struct FigureSigns {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Makes a reader of some UTF-8, good while that is.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What stands on one side of a figure.
  private struct Found {
    var sign: FigureSign?
    var isNegative = false
    /// Where it begins, or ends.
    var edge: Int
  }

  /// The sign of a figure, see `TokenTraits.sign`.
  func sign(of figure: Range<Int>) -> FigureSign {
    let before = read(before: figure.lowerBound)
    let sign = before.sign ?? read(behind: figure.upperBound).sign
    return before.isNegative ? sign == nil ? .negative : .negativeAmount : sign ?? .none
  }

  /// A figure with its signs, in bytes of the text.
  public func extent(of figure: Range<Int>) -> Range<Int> {
    let before = read(before: figure.lowerBound)
    let end = before.sign == nil ? read(behind: figure.upperBound).edge : figure.upperBound
    return before.edge..<end
  }

  /// Currency and minus before a place, in either order.
  private func read(before place: Int) -> Found {
    var found = Found(edge: place)
    for _ in 0..<2 {
      if found.sign == nil, let (sign, length) = currency(endingAt: found.edge) {
        (found.sign, found.edge) = (sign, found.edge - length)
      } else if !found.isNegative, let length = minus(endingAt: found.edge) {
        (found.isNegative, found.edge) = (true, found.edge - length)
      }
    }
    return found
  }

  /// Percent or currency behind a place, at once or behind one space that does not open the next figure's.
  private func read(behind place: Int) -> Found {
    for start in [place, place + spaceLength(at: place)] {
      guard let (sign, length) = percent(at: start) ?? currency(at: start) else { continue }
      let isNext = start > place && isDigit(at(start + length))
      return isNext ? Found(edge: place) : Found(sign: sign, edge: start + length)
    }
    return Found(edge: place)
  }

  /// % or the wide ％.
  private func percent(at place: Int) -> (FigureSign, length: Int)? {
    if at(place) == UInt8(ascii: "%") { return (.percent, 1) }
    return (at(place), at(place + 1), at(place + 2)) == (0xEF, 0xBC, 0x85) ? (.percent, 3) : nil
  }

  private func currency(endingAt end: Int) -> (FigureSign, length: Int)? {
    for length in 1...3 {
      if let found = currency(at: end - length), found.length == length { return found }
    }
    return nil
  }

  private func currency(at place: Int) -> (FigureSign, length: Int)? {
    switch (at(place), at(place + 1), at(place + 2)) {
    case (UInt8(ascii: "$"), _, _): (.dollar, 1)
    case (0xC2, 0xA3, _): (.pound, 2)  // £
    case (0xC2, 0xA5, _): (.otherCurrency, 2)  // ¥
    case (0xE2, 0x82, 0xAC): (.euro, 3)  // €
    case (0xE2, 0x82, 0xA0...0xBF): (.otherCurrency, 3)  // ₩ ₹ ₺ ₽ and the like
    default: nil
    }
  }

  /// A minus is one where nothing stands before it that it could join to the figure.
  private func minus(endingAt end: Int) -> Int? {
    let length =
      at(end - 1) == UInt8(ascii: "-")
      ? 1
      : (at(end - 3), at(end - 2), at(end - 1)) == (0xE2, 0x88, 0x92) ? 3 : 0
    guard length > 0 else { return nil }
    let before = at(end - length - 1)
    let isLoose =
      before <= 0x20 || before == UInt8(ascii: "(") || currency(endingAt: end - length) != nil
    return isLoose ? length : nil
  }

  private func spaceLength(at place: Int) -> Int {
    switch (at(place), at(place + 1), at(place + 2)) {
    case (0x20, _, _): 1
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0xAF): 3
    default: 0
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func at(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }
}
