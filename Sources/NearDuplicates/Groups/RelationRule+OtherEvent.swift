/// The same form filled in for something else: two companies' results, two towns' weather, two crashes.
///
/// Labelled pairs teach a model little of this: agencies send such stories through one outlet, an hour or a day apart,
/// and by that models know them. Of two outlets a few minutes apart nearly all that looks alike is one story, but not
/// where every figure in it is another and so are the names. An event that goes on changes its figures and keeps its
/// names; another company of the same kind has both of its own.
///
/// In German every noun has a capital, in Chinese none: of texts in a language that the table does not know names are
/// told as well by that they are exchanged throughout.
extension RelationRule {
  /// Figures that must stand in the place of others.
  static let leastReplaced = 3
  /// Part of the figures in place that must be others.
  static let replacedFrom: Float = 0.67
  /// Part of all figures that may stand in both all the same.
  static let figuresSharedUpTo: Float = 0.34
  /// Part of the names that the other must lack.
  static let namesMissingFrom: Float = 0.3
  /// Part of strange words up to which figures and names are believed. More than of a text that looks misread: two words
  /// in a brief of a hundred may be strange to the table and well read.
  package static let strangeUpTo: Float = 0.05

  /// Part of either text that the form must make up: a story with a part of its own differs by that.
  static let formFrom: Float = 0.65
  /// Exchanges throughout that make another event; one alone may be Monday and Tuesday, or a synonym.
  static let leastExchanges = 2
  /// Exchanges at single places that make one, of a language that the table does not know: of some texts names can't be
  /// told from other words, and a name may be said once.
  static let leastSingleExchanges = 3
  /// Figures that face others from which one exchange is enough, or another first word: a report that says nothing but
  /// figures of one town. Fewer may be an event that is told again in other words.
  static let figuresOfOneExchange = 6

  /// Places where a name faces another, and part of the names that the other must lack, from which figures need not be
  /// many: two accidents, two appointments.
  static let leastNames = 2
  static let mostNamesFrom: Float = 0.6
  /// Words of the longer text up to which names decide by themselves: in longer ones an outlet that spells names its own
  /// way has as many others.
  static let longestOfNames: Float = 120

  /// Why what differs is all that two stories are about; nil where it is not. Says nothing of misread text, in which figures
  /// and names are the first to break.
  static func otherEvent(_ evidence: PairEvidence) -> Verdict.Reason? {
    let (replaced, features) = (evidence.replaced, evidence.features)
    let isWellRead = features[.unknownMost] < strangeUpTo
    if replaced.figures >= leastReplaced, figuresAreOthers(features) {
      let isFullOfFigures = replaced.figures >= figuresOfOneExchange
      if replaced.names > 0 && features[.namesMissing] >= namesMissingFrom && isWellRead
        || replaced.names >= leastNames && isFullOfFigures && isWellRead
        || replaced.isOfOtherSubject && isFullOfFigures && isWellRead || replaced.hasOtherHeadline
        || replaced.exchanged >= leastExchanges || replaced.exchanged > 0 && isFullOfFigures
        || replaced.exchanged + replaced.exchangedOnce >= leastSingleExchanges
      {
        return .otherEvent
      }
    }
    let isOfOtherNames =
      isWellRead && replaced.names >= leastNames && mostNamesAreOthers(features)
      && features.words(.longer) <= longestOfNames
    return isOfOtherNames ? .otherNames : nil
  }

  /// Whether two texts are one form in which most figures are others, or most names: so that it is worth counting how
  /// many.
  static func isFilledInOtherwise(_ features: PairFeatures) -> Bool {
    features[.shareLeast] >= formFrom
      && (figuresAreOthers(features) || mostNamesAreOthers(features))
  }

  private static func figuresAreOthers(_ features: PairFeatures) -> Bool {
    features[.figuresChanged] >= replacedFrom && features[.figuresShared] <= figuresSharedUpTo
  }

  /// Whether most names are others, and of figures, if there are any, half.
  private static func mostNamesAreOthers(_ features: PairFeatures) -> Bool {
    features[.namesMissing] >= mostNamesFrom
      && (features[.figuresChanged] < 0 || features[.figuresChanged] >= 0.5)
  }
}
