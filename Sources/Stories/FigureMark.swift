/// What of a figure stands beside a token, is no part of it and has no room in its traits: the ¼ of 5¼, the ² of km²,
/// which of the other currencies an amount is in. Few tokens have any.
public struct FigureMark: Hashable, Sendable {
  /// Which token of the text.
  public let position: UInt32
  /// What stands beside it, as a number that is the same for the same.
  public let value: UInt32

  /// Makes a mark of the token at a position.
  public init(position: Int, value: UInt32) {
    (self.position, self.value) = (UInt32(position), value)
  }
}
