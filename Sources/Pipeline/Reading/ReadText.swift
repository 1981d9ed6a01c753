public import Stories

/// A text with its tokens, before anything is set aside.
public struct ReadText: Sendable {
  /// The tokens, with their places in the text.
  public let tokens: Tokens
  /// What stands around each.
  public let traits: [TokenTraits]
  /// What of figures stands beside some of them.
  public let marks: [FigureMark]
}
