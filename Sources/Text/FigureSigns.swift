internal import Stories

/// Reads the signs that belong to a figure and are no part of its token: 4.2 percent is not 4.2 euros, and the one
/// is not the other below zero. Signs stand before a figure, or behind it with or without a space, as languages do it:
/// Turkish has percent before it.
struct FigureSigns {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Makes a reader of some UTF-8, good while that is.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The sign of a figure's currency where that has no trait of its own: yen are not won. Nil for dollar, euro and pound.
  func otherCurrency(of figure: Range<Int>) -> UInt32? {
    let before = read(before: figure.lowerBound)
    let found = before.sign == nil ? read(behind: figure.upperBound) : before
    return found.sign == .otherCurrency ? found.scalar : nil
  }

  /// What stands on one side of a figure.
  private struct Found {
    var sign: FigureSign?
    /// The character that says so.
    var scalar: UInt32?
    var isNegative = false
    /// Where it begins, or ends.
    var edge: Int
  }

  /// The sign of a figure, see `TokenTraits.sign`.
  func sign(of figure: Range<Int>) -> FigureSign {
    standsAlone(figure) ? .none : signByAll(of: figure)
  }

  /// The same by all that stands around the figure.
  func signByAll(of figure: Range<Int>) -> FigureSign {
    let before = read(before: figure.lowerBound)
    let sign = before.sign ?? read(behind: figure.upperBound).sign
    return before.isNegative ? sign == nil ? .negative : .negativeAmount : sign ?? .none
  }

  /// Whether what stands beside a figure is surely none of its signs, as beside most: that takes one look at either side.
  private func standsAlone(_ figure: Range<Int>) -> Bool {
    let (before, behind) = (at(figure.lowerBound - 1), at(figure.upperBound))
    // Signs of other scripts may stand behind a space too.
    let next = behind == 0x20 ? at(figure.upperBound + 1) : behind
    return FigureSigns.isPlain(before) && FigureSigns.isPlain(next)
  }

  /// Whether a byte is ASCII and of no sign.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != UInt8(ascii: "$") && byte != UInt8(ascii: "%")
      && byte != UInt8(ascii: "-")
  }

  /// A figure with its signs, in bytes of the text.
  func extent(of figure: Range<Int>) -> Range<Int> {
    let before = read(before: figure.lowerBound)
    let end = before.sign == nil ? read(behind: figure.upperBound).edge : figure.upperBound
    return before.edge..<end
  }

  /// Currency or percent, and minus, before a place, in either order.
  private func read(before place: Int) -> Found {
    var found = Found(edge: place)
    for _ in 0..<2 {
      if found.sign == nil, let (sign, length) = signBefore(found.edge) {
        (found.sign, found.edge) = (sign, found.edge - length)
        found.scalar = plain(at: found.edge)
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
      let isNext = start > place && isDigit(at: start + length)
      return isNext
        ? Found(edge: place)
        : Found(sign: sign, scalar: plain(at: start), edge: start + length)
    }
    return Found(edge: place)
  }

  /// %, the wide ％ or the Arabic ٪.
  private func percent(at place: Int) -> (FigureSign, length: Int)? {
    switch (at(place), at(place + 1), at(place + 2)) {
    case (UInt8(ascii: "%"), _, _): (.percent, 1)
    case (0xD9, 0xAA, _): (.percent, 2)
    case (0xEF, 0xBC, 0x85): (.percent, 3)
    default: nil
    }
  }

  /// Currency or percent that ends at a place. Percent belongs to a figure that it stands right behind.
  private func signBefore(_ end: Int) -> (FigureSign, length: Int)? {
    // Most figures stand behind a space.
    let last = at(end - 1)
    guard last >= 0x80 || last == UInt8(ascii: "$") || last == UInt8(ascii: "%") else { return nil }
    for length in 1...3 {
      if let found = currency(at: end - length), found.length == length { return found }
      if let found = percent(at: end - length), found.length == length {
        return isDigit(endingAt: end - length) ? nil : found
      }
    }
    return nil
  }

  private func currency(at place: Int) -> (FigureSign, length: Int)? {
    switch (at(place), at(place + 1), at(place + 2)) {
    case (UInt8(ascii: "$"), _, _): (.dollar, 1)
    case (0xC2, 0xA3, _): (.pound, 2)  // £
    case (0xC2, 0xA2, _), (0xC2, 0xA5, _): (.otherCurrency, 2)  // ¢ ¥
    case (0xE2, 0x82, 0xAC): (.euro, 3)  // €
    case (0xE2, 0x82, 0xA0...0xBF): (.otherCurrency, 3)  // ₩ ₹ ₺ ₽ and the like
    case (0xE0, 0xB8, 0xBF): (.otherCurrency, 3)  // ฿
    case (0xEF, 0xBF, 0xA0), (0xEF, 0xBF, 0xA5), (0xEF, 0xBF, 0xA6): (.otherCurrency, 3)  // ￠ ￥ ￦
    default: nil
    }
  }

  /// The sign that starts at a place, a wide one as the plain one that it stands for.
  private func plain(at place: Int) -> UInt32 {
    switch UTF8Decoding.scalar(in: bytes, at: place).value {
    case 0xFFE0: 0xA2
    case 0xFFE5: 0xA5
    case 0xFFE6: 0x20A9
    case let scalar: scalar
    }
  }

  /// A minus is one where nothing stands before it that it could join to the figure.
  private func minus(endingAt end: Int) -> Int? {
    let length =
      switch (at(end - 3), at(end - 2), at(end - 1)) {
      case (_, _, UInt8(ascii: "-")): 1
      case (0xE2, 0x88, 0x92): 3  // −
      case (0xE2, 0x80, 0x93): 3  // –, as desks type it
      default: 0
      }
    guard length > 0 else { return nil }
    let before = at(end - length - 1)
    let isLoose =
      before <= 0x20 || before == UInt8(ascii: "(") || signBefore(end - length) != nil
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

  private func isDigit(at place: Int) -> Bool {
    at(place) &- 0x30 < 10 || isArabicDigit(at(place), at(place + 1))
  }

  private func isDigit(endingAt end: Int) -> Bool {
    at(end - 1) &- 0x30 < 10 || isArabicDigit(at(end - 2), at(end - 1))
  }

  /// Whether two bytes are a digit as Arabic or Persian and Urdu write it.
  private func isArabicDigit(_ first: UInt8, _ last: UInt8) -> Bool {
    switch (first, last) {
    case (0xD9, 0xA0...0xA9), (0xDB, 0xB0...0xB9): true
    default: false
    }
  }

  private func at(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }
}
