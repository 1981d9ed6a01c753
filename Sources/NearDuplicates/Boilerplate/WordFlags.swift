/// What a model knows of a word or run of words besides its weight.
public struct WordFlags: OptionSet, Hashable, Sendable {
  /// The bits, as the model's file holds them.
  public let rawValue: UInt32

  /// Makes flags of bits.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A function word of the language that the model was trained on.
  public static let common = WordFlags(rawValue: 1 << 0)
  /// A function word of another language.
  public static let foreign = WordFlags(rawValue: 1 << 1)
  /// You, your.
  public static let secondPerson = WordFlags(rawValue: 1 << 2)
  /// We, our, us.
  public static let firstPlural = WordFlags(rawValue: 1 << 3)
  /// A verb with which a call to the reader begins.
  public static let imperative = WordFlags(rawValue: 1 << 4)
  /// A verb of speaking, with which news names its sources.
  public static let speech = WordFlags(rawValue: 1 << 5)
  /// At least one cue of several words begins with this word.
  public static let beginsCue = WordFlags(rawValue: 1 << 6)
  /// The run goes on in a longer cue.
  public static let continuesCue = WordFlags(rawValue: 1 << 7)

  /// What says nothing of a word by itself that need be looked at.
  static let unremarkable: WordFlags = [.common, .beginsCue]

  private static var kindShift: UInt32 { 8 }
  private static var strongBit: UInt32 { 1 << 12 }

  /// A cue of a kind: words that this kind of boilerplate is made of.
  ///
  /// - Parameters:
  ///   - number: the kind's place among `CueKinds.all`.
  ///   - isStrong: whether the cue nearly proves the kind, in whatever language it is.
  /// - Returns: the cue's flags.
  public static func cue(_ number: Int, isStrong: Bool) -> WordFlags {
    WordFlags(rawValue: UInt32(number + 1) << kindShift | (isStrong ? strongBit : 0))
  }

  /// The kind that this is a cue of, as a place among `CueKinds.all`, or nil.
  @inlinable
  public var cueKind: Int? {
    let number = Int(rawValue >> 8 & 0xF)
    return number == 0 ? nil : number - 1
  }

  /// Whether this is a cue that nearly proves its kind.
  public var isStrongCue: Bool { rawValue & WordFlags.strongBit != 0 }
}
