public import NearDuplicates

extension PairEvidence {
  /// Share of the longer text from which two stories have no bodies of their own: the simulator of the labelled sets calls
  /// two the same from there.
  private static let wholeFrom: Float = 0.8

  /// Whether two stories share what somebody says, and each has a body of its own beside it.
  ///
  /// A simulator, which knows where it took every word from, may call them two cuts of one story all the same. To readers
  /// hardly any such pair is one copy (5 of 298 that were labelled), so what a simulator says of them teaches nothing.
  public var isOfTwoReports: Bool {
    sharesSpeechAlone && features[.shareLeast] < PairEvidence.wholeFrom
  }
}
