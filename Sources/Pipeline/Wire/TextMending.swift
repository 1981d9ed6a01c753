internal import Stories

/// What a correction mended of a version's text, or of its headline, and what copies have of it.
struct TextMending {
  /// What a copy has of what was mended.
  enum Finding: Equatable {
    /// The words from before the correction; what differs, as sentences.
    case carries([String])
    /// Neither those words nor the right ones, and others in their place.
    case unclear([String])
    /// The right words where the wrong ones were.
    case mended
    /// Nothing that was wrong, and nothing of what replaced it.
    case clear
  }

  private let wrong: CopyText
  private let right: CopyText
  private let wrongText: String
  private let corrected: Instant?
  private let changes: [CopyDifference.Change]
  /// Sentences below the lead that were rewritten besides what the notice quotes: mended or only told anew.
  private let doubtful: [CopyDifference.Change]
  /// Whether the correction's own notice quotes what was wrong.
  let isQuoted: Bool

  /// Changes of a copy that is unclear of which is told.
  private static let told = 3

  /// Compares a text with the one that corrects it.
  ///
  /// - Parameters:
  ///   - wrong: the text before.
  ///   - right: the text after.
  ///   - corrected: when it was corrected.
  ///   - quoted: what the correction says that it mended.
  init(of wrong: String, by right: String, at corrected: Instant?, quoted: QuotedMending) {
    self.wrong = CopyText(wrong, beside: right)
    self.right = CopyText(right, beside: wrong)
    (wrongText, self.corrected) = (wrong, corrected)
    let after = self.right
    let all = CopyDifference(from: self.wrong.words.map(\.form), to: after.words.map(\.form))
      .changes
    let mended = all.filter { !TextMending.isAddition($0, in: after) }
    // Sentences that come with a correction mend nothing, unless they are all of it.
    let changes = mended.isEmpty ? all : mended
    let named = quoted.named(among: changes, self.wrong, after)
    isQuoted = !named.isEmpty
    let mends = QuotedMending.mends(named, among: changes, self.wrong)
    self.changes = mends.isEmpty ? changes : mends
    let known = Set(mends)
    doubtful =
      mends.isEmpty
      ? []
      : changes.filter {
        $0.gone.lowerBound >= QuotedMending.lead && !$0.come.isEmpty && !known.contains($0)
      }
  }

  /// Whether nothing differs.
  var isEmpty: Bool { changes.isEmpty }
  /// Whether words were put in, if anything, and none taken away.
  var takesNothingAway: Bool { changes.allSatisfy(\.gone.isEmpty) }

  /// What a copy has of what was mended.
  ///
  /// What is not certain since the copy says the same words in more places than are looked at is unclear, and never taken
  /// for mended.
  ///
  /// Complexity: O(n) in the words of the copy and the changes, see `CopySearch`.
  func finding(
    in text: String, of published: Instant?, _ search: CopySearch = CopySearch()
  ) -> Finding {
    let copy = CopyText(text, beside: wrongText)
    let found = changes.map { (change: $0, version: version(of: $0, in: copy, search)) }
    func all(_ version: Version) -> [CopyDifference.Change] {
      found.filter { $0.version == version }.map(\.change)
    }
    let old = all(.old)
    if !old.isEmpty { return .carries(old.map(sentence)) }
    let open = all(.open)
    if !open.isEmpty { return .unclear(open.prefix(TextMending.told).map(cannotTell)) }
    if found.contains(where: { $0.version == .new }) { return .mended }
    // What came after the correction may have its words from there.
    guard let published, let corrected, published < corrected else { return .clear }
    let others =
      all(.neither).lazy.compactMap { doubt(about: $0, in: copy, search) }.prefix(TextMending.told)
      + doubtful.lazy.filter { version(of: $0, in: copy, search) == .old }.map(cannotTell)
      .prefix(TextMending.told)
    return others.isEmpty ? .clear : .unclear(Array(others.prefix(TextMending.told)))
  }

  private func cannotTell(_ change: CopyDifference.Change) -> String {
    "can't tell: " + sentence(change)
  }

  /// Whether a later correction takes back what one has mended: the sentences about that.
  var takenBack: Set<String> {
    Set(changes.map { TextMending.sentence(right.phrase($0.come), wrong.phrase($0.gone)) })
  }

  /// Which words of a change stand in a copy; those stand nowhere in it, or it has too many places to tell.
  private enum Version { case old, new, neither, open }

  /// Which words of a change stand in a copy.
  ///
  /// Words count where those about them, or others of their sentence, stand about them in the copy too; and not where
  /// the other version has them in a place that is as much like it.
  private func version(
    of change: CopyDifference.Change, in copy: CopyText, _ search: CopySearch
  ) -> Version {
    guard !search.isSpent else { return .open }
    let inCase = isOfCase(change)
    let old = CopyPlace(change.gone, in: wrong, against: right, inCase: inCase)
      .strength(in: copy, search)
    let new = CopyPlace(change.come, in: right, against: wrong, inCase: inCase)
      .strength(in: copy, search)
    switch (old, new) {
    case (.open, _), (_, .open): return .open
    case (.absent, .absent): return .neither
    case (.absent, .stands): return .new
    case (.stands, .absent): return .old
    case (.stands(let first), .stands(let second)): return first > second ? .old : .new
    }
  }

  /// Whether nothing but capitals was mended.
  private func isOfCase(_ change: CopyDifference.Change) -> Bool {
    wrong.words[change.gone].map(\.key) == right.words[change.come].map(\.key)
  }

  /// What a copy has that is neither from before nor from after a change, and may be the same mistake in other words.
  private func doubt(
    about change: CopyDifference.Change, in copy: CopyText, _ search: CopySearch
  ) -> String? {
    guard !change.gone.isEmpty, !change.come.isEmpty, change.come.count <= 3 else { return nil }
    let come = right.phrase(change.come)
    if let range = filling(of: change, in: copy, search) {
      return "can't tell: \"\(copy.phrase(range))\" where the correction has \"\(come)\""
    }
    let gone = wrong.forms(change.gone)
    guard gone.count == 1, gone[0].count(where: \.isNumber) > 1, !right.has(gone), copy.has(gone)
    else { return nil }
    return "can't tell: has \"\(gone[0])\" among other words, the correction has \"\(come)\""
  }

  /// What stands in a copy between the words about a change, where neither version has it there.
  private func filling(
    of change: CopyDifference.Change, in copy: CopyText, _ search: CopySearch
  ) -> Range<Int>? {
    let place = CopyPlace(change.gone, in: wrong, against: right, inCase: false)
    guard let range = place.gap(in: copy, search) else { return nil }
    let around = copy.forms(range.lowerBound - 1..<range.upperBound + 1)
    let isKnown = [wrong, right].contains { $0.has(around, inCase: false) }
    return isKnown ? nil : range
  }

  /// The change in words: `"twelve" instead of "eleven"`.
  private func sentence(_ change: CopyDifference.Change) -> String {
    TextMending.sentence(wrong.phrase(change.gone), right.phrase(change.come))
  }

  private static func sentence(_ gone: String, _ come: String) -> String {
    switch (gone.isEmpty, come.isEmpty) {
    case (true, _): "without \"\(come)\""
    case (_, true): "still \"\(gone)\""
    default: "\"\(gone)\" instead of \"\(come)\""
    }
  }

  /// Whether a change puts in whole sentences and takes nothing away.
  private static func isAddition(_ change: CopyDifference.Change, in text: CopyText) -> Bool {
    guard change.gone.isEmpty else { return false }
    var range = change.come
    // Where a sentence ends as the one before it does, it may begin earlier too.
    while true {
      let begins = range.lowerBound == 0 || text.words[range.lowerBound - 1].ends
      if begins, text.words[range.upperBound - 1].ends { return true }
      guard let last = range.last, range.lowerBound > 0,
        text.words[range.lowerBound - 1].form == text.words[last].form
      else { return false }
      range = range.lowerBound - 1..<last
    }
  }
}
