extension RelationExplanation.Factor {
  /// The measurement as a person would say it.
  var words: String {
    switch name {
    case .shareMost: "\(percent) of one text stands in the other"
    case .shareLeast: "\(percent) of the other text is shared"
    case .weightedMost: "\(percent) of one text by what its words say"
    case .weightedLeast: "\(percent) of the other by what its words say"
    case .containment: "\(percent) of the shorter in exact runs of five words"
    case .resemblance: "resemblance \(percent)"
    case .matchedWords: "\(count) words agree"
    case .longestStretch: "longest passage \(count) words"
    case .longestRun: "longest exact run \(count) words"
    case .matchedWeight: "\(count) bits of what agrees"
    case .stretches: "\(Int(value)) passages"
    case .agreement: "\(percent) of the passages' words agree"
    case .openingMost: "\(percent) of one opening is shared"
    case .openingLeast: "\(percent) of the other opening is shared"
    case .startLeast: "sharing starts at \(percent) of one text"
    case .startMost: "sharing starts at \(percent) of the other"
    case .shorter: "the shorter has \(count) words"
    case .longer: "the longer has \(count) words"
    case .lengthRatio: "lengths as \(percent)"
    case .figuresShared:
      value < 0 ? "no figures" : "\(percent) of one text's figures stand in the other"
    case .figuresChanged:
      value < 0 ? "no figures in passages" : "\(percent) of figures in place changed"
    case .namesMissing: value < 0 ? "no names" : "\(percent) of the names are not in the other"
    case .foreignWeight: "\(rest) of what one text says is in the other"
    case .foreignInOpening: "\(rest) of what one opening says is in the other"
    case .quoted: "\(percent) of what is shared is speech"
    case .narration: "\(count) shared words are not speech"
    case .titles: value < 0 ? "no headlines" : "headlines alike by \(percent)"
    case .hours: value < 0 ? "time apart not known" : time
    case .ownRunInside: "longest run of its own \(percent) of one text"
    case .ownRunOutside: "longest run of its own \(percent) of the other"
    case .ownTailInside: "\(percent) of one text after the last passage"
    case .ownTailOutside: "\(percent) of the other after the last passage"
    case .exactMost: "\(percent) of the shorter's words agree exactly"
    case .exactLeast: "\(percent) of the longer's words agree exactly"
    case .unknownMost: "\(percent) unknown words in one text"
    case .unknownLeast: "\(percent) unknown words in the other"
    case .titlesAlike: value < 0 ? "no headlines" : "headlines share \(percent) of their words"
    case .inOrder: "\(percent) of the passages in the same order"
    case .sentencesTakenInside: "\(percent) of one text's sentences stand in the other"
    case .sentencesTakenOutside: "\(percent) of the other's sentences stand in the one"
    case .sentencesSaid: "\(percent) of one text's sentences have their words in the other"
    case .sameOutlet: value < 0 ? "outlets not known" : value > 0 ? "one outlet" : "two outlets"
    }
  }

  private var percent: String { "\(Int((value * 100).rounded())) %" }
  /// What is missing to the whole.
  private var rest: String { "\(100 - Int((value * 100).rounded())) %" }
  private var count: String { PairFeatures.told(number) }
  private var number: Int {
    var features = PairFeatures.zero
    features[name] = value
    return Int(features.words(name).rounded())
  }
  private var time: String {
    switch number {
    case 0: "less than half an hour apart"
    case 1: "an hour apart"
    default: "\(count) hours apart"
    }
  }
}

extension PairFeatures {
  /// A count that was read from a rounded logarithm as a person is told it: exact where it is small, and otherwise as
  /// about so many in two figures.
  public static func told(_ count: Int) -> String {
    guard count > exactThrough else { return "\(count)" }
    var step = 1
    while count / step >= 100 { step *= 10 }
    return "about \((count + step / 2) / step * step)"
  }
  private static let exactThrough = 60

  static let zero = PairFeatures(values: [Float](repeating: 0, count: Name.allCases.count))
}
