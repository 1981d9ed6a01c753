internal import Stories
internal import Text

/// The rule that jusText uses, on what is left of a page when only its text is (J. Pomikálek, "Removing
/// boilerplate and duplicate content from web corpora", 2011): density of function words, length, and
/// the neighbours. Its density of links can't be known here.
enum StopWordRule {
  private enum Verdict { case bad, short, nearGood, good }

  /// Function words among a segment's words, English ones.
  static func density(in segment: Segment, _ tokens: Tokens) -> Double {
    let common = segment.tokens.count { keys.contains(tokens.keys[$0].bits) }
    return segment.tokens.isEmpty ? 0 : Double(common) / Double(segment.tokens.count)
  }

  private static let keys: Set<UInt32> = {
    guard let tokeniser = try? Tokeniser() else { return [] }
    return Set(tokeniser.tokens(of: WordLists.common).keys.map(\.bits))
  }()

  /// Which segments of a page are boilerplate by the rule.
  static func marks(_ page: [JudgedSegment]) -> [Bool] {
    let first = page.map { segment -> Verdict in
      if segment.characters < 70 { return .short }
      if segment.commonWords < 0.30 { return .bad }
      return segment.characters > 200 && segment.commonWords >= 0.32 ? .good : .nearGood
    }
    let second = first.indices.map { index -> Verdict in
      guard first[index] == .short else { return first[index] }
      let around = neighbours(first, index) { $0 != .short }
      if around.before == .good, around.after == .good { return .good }
      let near = around.before == .nearGood || around.after == .nearGood
      return near && (around.before == .good || around.after == .good) ? .good : .bad
    }
    return second.indices.map { index in
      guard second[index] == .nearGood else { return second[index] == .bad }
      let around = neighbours(second, index) { $0 == .good || $0 == .bad }
      return around.before != .good && around.after != .good
    }
  }

  private static func neighbours(
    _ verdicts: [Verdict], _ index: Int, _ counts: (Verdict) -> Bool
  ) -> (before: Verdict, after: Verdict) {
    (
      verdicts[..<index].last(where: counts) ?? .bad,
      verdicts[(index + 1)...].first(where: counts) ?? .bad
    )
  }
}

/// Recurrence alone: what stands on two pages of a host is boilerplate, figures and dates aside.
struct RecurrenceRule {
  private let pages: [String: [SegmentKey: Int]]

  init(_ pages: [[JudgedSegment]]) {
    var counts: [String: [SegmentKey: Int]] = [:]
    for page in pages {
      guard let host = page.first?.host else { continue }
      for key in Set(page.map(\.key)) { counts[host, default: [:]][key, default: 0] += 1 }
    }
    self.pages = counts
  }

  func isBoilerplate(_ segment: JudgedSegment) -> Bool {
    (pages[segment.host]?[segment.key] ?? 0) > 1
  }
}
