internal import Stories

/// Reads the signs that belong to a figure and are no part of its token: 4.2 percent is not 4.2 euros, and the one
/// is not the other below zero.
public struct FigureSigns {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Makes a reader of some UTF-8, good while that is.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The sign of a figure, see `TokenTraits.sign`.
  func sign(of figure: Range<Int>) -> FigureSign {
    let before = read(before: figure.lowerBound)
    let isPercent = at(figure.upperBound) == UInt8(ascii: "%")
    switch (before.currency, before.isNegative, isPercent) {
    case (.some, true, _), (_, true, true): return .negativeAmount
    case (_, true, _): return .negative
    case (let currency?, _, _): return currency
    case (nil, _, true): return .percent
    case (nil, _, false): return .none
    }
  }

  /// A figure with its signs, in bytes of the text.
  public func extent(of figure: Range<Int>) -> Range<Int> {
    let isPercent = at(figure.upperBound) == UInt8(ascii: "%")
    return read(before: figure.lowerBound).start..<figure.upperBound + (isPercent ? 1 : 0)
  }

  /// Currency and minus before a place, in either order, and where they begin.
  private func read(
    before place: Int
  ) -> (currency: FigureSign?, isNegative: Bool, start: Int) {
    var (currency, isNegative, start) = (FigureSign?.none, false, place)
    for _ in 0..<2 {
      if currency == nil, let (sign, length) = currencySign(endingAt: start) {
        (currency, start) = (sign, start - length)
      } else if !isNegative, let length = minus(endingAt: start) {
        (isNegative, start) = (true, start - length)
      }
    }
    return (currency, isNegative, start)
  }

  private func currencySign(endingAt end: Int) -> (FigureSign, length: Int)? {
    switch (at(end - 3), at(end - 2), at(end - 1)) {
    case (_, _, UInt8(ascii: "$")): (.dollar, 1)
    case (_, 0xC2, 0xA3): (.pound, 2)  // £
    case (_, 0xC2, 0xA5): (.otherCurrency, 2)  // ¥
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
      before <= 0x20 || before == UInt8(ascii: "(")
      || currencySign(endingAt: end - length) != nil
    return isLoose ? length : nil
  }

  private func at(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }
}
