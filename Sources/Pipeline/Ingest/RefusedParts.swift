internal import Wire

/// The parts of one file that are refused or passed over: the first of them, and the number of all. A file may
/// have millions.
struct RefusedParts {
  /// Parts that are kept.
  private static var most: Int { 1000 }
  /// The first parts.
  private(set) var first: [Refusal] = []
  /// The last part.
  private(set) var last: Refusal?
  /// Parts past the first.
  private(set) var rest = 0

  /// All parts.
  var count: Int { first.count + rest }

  mutating func add(_ refusal: Refusal) {
    last = refusal
    if first.count < RefusedParts.most { first.append(refusal) } else { rest += 1 }
  }

  mutating func add(_ others: RefusedParts) {
    for refusal in others.first { add(refusal) }
    rest += others.rest
    last = others.last ?? last
  }
}
