internal import NearDuplicates
internal import Stories

/// Quotations that two texts have, and in which one reads otherwise than the other: words put into somebody's mouth.
///
/// A quotation is held against the one in the other text with which it has most words in common. What has less than
/// half of the longer one in common is another, or a part, and no alteration; nor is one that was parted, or made of
/// two, where only who said it stands elsewhere.
struct AlteredQuotations {
  /// Words that two quotations have in common at least: fewer are a title or a word in quotation marks.
  private static let leastWords = 4
  /// Quotations of a text that are looked at: more are a transcript, where each pair would be compared.
  private static let most = 200

  /// Both places of each, in tokens as the texts are compared, in order of the second.
  private(set) var pairs: [(first: Range<Int>, second: Range<Int>)] = []

  /// Looks for them.
  ///
  /// - Parameters:
  ///   - one: the earlier text.
  ///   - two: the later text.
  ///   - before: quotations of the earlier text.
  ///   - after: quotations of the later text.
  ///
  /// Complexity: O(q · n) for q quotations that are not the same word for word.
  init(_ one: Copy, _ two: Copy, _ before: Quotations, _ after: Quotations) {
    let (old, new) = (
      before.ranges.filter { $0.count >= Self.leastWords },
      after.ranges.filter { $0.count >= Self.leastWords }
    )
    let (unchanged, kept) = (Set(old.map { one.keys[$0] }), Set(new.map { two.keys[$0] }))
    let gone = old.filter { !kept.contains(one.keys[$0]) }.prefix(Self.most)
      .map { (range: $0, words: one.keys[$0].map(\.bits).sorted()) }
    let (saidBefore, saidAfter) = (AlteredQuotations.speech(one), AlteredQuotations.speech(two))
    for range in new.filter({ !unchanged.contains(two.keys[$0]) }).prefix(Self.most) {
      let (words, sorted) = (two.keys[range], two.keys[range].map(\.bits).sorted())
      let common = gone.map { (range: $0.range, count: Self.common($0.words, sorted)) }
      guard let best = common.max(by: { $0.count < $1.count }), best.count >= Self.leastWords,
        2 * best.count >= max(best.range.count, range.count),
        !(saidBefore.contains(words) && saidAfter.contains(one.keys[best.range])),
        !Self.isMisread(one, best.range, beside: words),
        !Self.isMisread(two, range, beside: one.keys[best.range])
      else { continue }
      pairs.append((best.range, range))
    }
  }

  /// Whether a scan made of a word what nobody said: such a quotation was altered by no one.
  private static func isMisread(
    _ copy: Copy, _ range: Range<Int>, beside other: ArraySlice<TokenKey>
  ) -> Bool {
    copy.looksMisread
      && range.contains { place in
        copy.weights[place] == Rarity.most
          && copy.traits[place].isDisjoint(with: [.capital, .figure])
          && !other.contains(copy.keys[place])
      }
  }

  /// All words in quotation marks, one after the other.
  private static func speech(_ copy: Copy) -> [TokenKey] {
    copy.keys.indices.filter { copy.traits[$0].contains(.quoted) }.map { copy.keys[$0] }
  }

  /// How many words two quotations have in common, each as often as in both; both in ascending order.
  private static func common(_ one: [UInt32], _ two: [UInt32]) -> Int {
    var (left, right, count) = (0, 0, 0)
    while left < one.count, right < two.count {
      let (first, second) = (one[left], two[right])
      if first == second { count += 1 }
      if first <= second { left += 1 }
      if second <= first { right += 1 }
    }
    return count
  }
}
