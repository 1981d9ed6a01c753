/// What a later story added, dropped and changed against an earlier one, boilerplate aside.
public struct VersionChanges: Hashable, Sendable, Codable {
  /// What one of two stories has that the other has not.
  public struct Side: Hashable, Sendable, Codable {
    /// Stretches of words of its own, in order.
    public var passages: [String] = []
    /// Figures that the other has nowhere, each once, with what of them is a sign.
    public var figures: [String] = []
    /// Names that the other has nowhere.
    public var names: [String] = []
    /// Quotations that are mostly its own, whole, and longer parts of its own of the others.
    public var quotations: [String] = []
    /// Words inside shared passages where the other reads otherwise.
    public var wordsInPlace: [String] = []
    /// Words of shared passages that stand in quotation marks here and in none in the other.
    public var quoted: [String] = []

    private enum CodingKeys: String, CodingKey {
      case passages, figures, names, quotations, quoted
      case wordsInPlace = "words_in_place"
    }
  }

  /// A text that reads otherwise in the later story.
  public struct Altered: Hashable, Sendable, Codable {
    /// As the earlier story has it; empty for nothing.
    public let before: String
    /// As the later story has it; empty for nothing.
    public let after: String
  }

  /// What the later story added.
  public let added: Side
  /// What it dropped.
  public let dropped: Side
  /// Quotations that it altered, in its order.
  public let alteredQuotations: [Altered]
  /// Words inside shared passages with what faces them, in order.
  public let wordsChanged: [Altered]
  /// Words inside shared passages that stand at another place of them.
  public let wordsMoved: [String]
  /// Passages that follow others than in the earlier story, as the later one has them, in its order. Of two that
  /// changed places the shorter one is told.
  public let passagesMoved: [String]
}
