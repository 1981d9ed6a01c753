internal import Stories
internal import Wire

/// What a correction mended of a version, and what copies of that version have of it.
struct Mending {
  typealias Finding = TextMending.Finding

  private let text: TextMending
  /// Of the headline: nil where the correction is not about it.
  private let headline: TextMending?
  /// Whether the correction's own notice quotes what was wrong in the version.
  var isQuoted: Bool { text.isQuoted || headline?.isQuoted ?? false }

  /// Compares a version with its correction, or with what replaced it.
  ///
  /// - Parameters:
  ///   - wrong: the version.
  ///   - right: what replaces it.
  ///   - notice: what that says of what it mends; nil where all of the version must go, as of one that was killed.
  init(of wrong: Story, by right: Story, notice: String?) {
    let quoted = QuotedMending(notice)
    text = TextMending(of: wrong.text, by: right.text, at: right.published, quoted: quoted)
    headline = Mending.headline(wrong, right, text, quoted)
  }

  /// What was mended of the headline, where the notice speaks of it or nothing else differs. A mark that says that the
  /// story is corrected mends nothing.
  private static func headline(
    _ wrong: Story, _ right: Story, _ text: TextMending, _ quoted: QuotedMending
  ) -> TextMending? {
    guard let before = wrong.title, let after = right.title,
      quoted.isOfHeadline || text.isEmpty
    else { return nil }
    let mending = TextMending(
      of: before, by: CorrectionMark.subject(of: after[...]).map(String.init) ?? after,
      at: right.published, quoted: quoted)
    return mending.takesNothingAway ? nil : mending
  }

  /// What a copy has of what was mended.
  func finding(in story: Story) -> Finding {
    let found = text.finding(in: story.text, of: story.published)
    guard let headline, let title = story.title,
      case .carries(let differences) = headline.finding(in: title, of: story.published)
    else { return found }
    let inHeadline = differences.map { "in the headline: \($0)" }
    if case .carries(let others) = found { return .carries(inHeadline + others) }
    return .carries(inHeadline)
  }

  /// What a copy has of what several corrections mended, one after the other, without what a later one took back.
  ///
  /// - Parameters:
  ///   - mendings: the corrections in order.
  ///   - found: what the copy has of each.
  /// - Returns: what it has of all.
  static func finding(of mendings: [Mending], _ found: [Finding]) -> Finding {
    var (carried, unclear, isMended): ([String], [String], Bool) = ([], [], false)
    for (index, finding) in found.enumerated() {
      switch finding {
      case .carries(let differences):
        let later = mendings[(index + 1)...].reduce(into: Set()) { $0.formUnion($1.text.takenBack) }
        carried += differences.filter { !later.contains($0) }
        isMended = true
      case .unclear(let differences): unclear += differences
      case .mended: isMended = true
      case .clear: continue
      }
    }
    if !carried.isEmpty { return .carries(carried) }
    if !unclear.isEmpty { return .unclear(unclear) }
    return isMended ? .mended : .clear
  }
}
