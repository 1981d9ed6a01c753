/// What is measured on two texts to decide their relation: plain numbers in a fixed order.
///
/// The order and meaning are part of the model's format: a model names the features that it was trained on
/// and is refused where they differ.
public struct PairFeatures: Hashable, Sendable {
  /// The features, in the order of `values`.
  public enum Name: Int, CaseIterable, Sendable {
    /// The larger and the smaller share of a text's words that lie in shared stretches.
    case shareMost, shareLeast
    /// The same with each word weighed by its rarity.
    case weightedMost, weightedLeast
    /// Containment of the text with fewer five-word runs in the other, and resemblance, by these runs.
    case containment, resemblance
    /// Words in stretches; words of the longest stretch and of the longest exact run, each as log2(1+n).
    case matchedWords, longestStretch, longestRun
    /// Weight of all that agrees, in bits, as log2(1+bits).
    case matchedWeight
    /// How many stretches count, and the part of their words that agree.
    case stretches, agreement
    /// Share of the first forty words of each text that lies in stretches: the larger and the smaller.
    case openingMost, openingLeast
    /// Where in each text the first stretch begins, from 0 to 1: the smaller and the larger.
    case startLeast, startMost
    /// Words of the shorter and of the longer text, as log2(1+n), and their ratio.
    case shorter, longer, lengthRatio
    /// Figures of the text with the larger share that the other has too, as a part; -1 without figures.
    case figuresShared
    /// The same for figures within and beside stretches: what was changed in place.
    case figuresChanged
    /// Names of the text with the larger share that the other has nowhere, as a part; -1 without names.
    case namesMissing
    /// Weight of the words of the text with the larger share that the other has nowhere, as a part.
    case foreignWeight
    /// Part of the shared words that stand in quotation marks, in either text.
    case quoted
    /// Shared words outside of quotation marks, as log2(1+n).
    case narration
    /// Weighed likeness of the headlines, -1 where either has none.
    case titles
    /// Hours between the publications as log2(1+h), -1 where either is unknown.
    case hours
    /// One outlet: 1; two: 0; not known: -1.
    case sameOutlet
    /// The longest run of words of its own, as a part of the text: of the text with the larger share, and of
    /// the other. A body of its own is one long run; editing is many short ones.
    case ownRunInside, ownRunOutside
    /// Words of its own after the last stretch, as a part: likewise. Desks cut from the bottom.
    case ownTailInside, ownTailOutside
    /// Words that agree exactly, as a part of each text: the larger and the smaller.
    case exactMost, exactLeast
    /// Words in small letters that are in no table of known words, as a part: the larger and the smaller. Optical
    /// character recognition makes such words.
    case unknownMost, unknownLeast
    /// Weight of the words that both headlines have, as a part of all their words; -1 where either is empty.
    case titlesAlike
    /// Part of the stretches that stand in the same order in both texts.
    case inOrder
    /// Weight of the first forty words of the text with the larger share that the other has nowhere, as a part of
    /// theirs: what a notice is about stands there.
    case foreignInOpening
    /// Sentences of the text with the larger share, and of the other, of which six words in ten lie in exact matches, as
    /// a part of all: see `SentenceShares`.
    case sentencesTakenInside, sentencesTakenOutside
    /// Sentences of the text with the larger share of which the other has eight words in ten, in whatever order and
    /// place, as a part of all.
    case sentencesSaid
  }

  /// One value for each name.
  public var values: [Float]

  /// Makes features of their values.
  public init(values: [Float]) {
    precondition(values.count == Name.allCases.count)
    self.values = values
  }

  /// A feature by its name.
  @inlinable
  public subscript(name: Name) -> Float {
    get { values[name.rawValue] }
    set { values[name.rawValue] = newValue }
  }
}
