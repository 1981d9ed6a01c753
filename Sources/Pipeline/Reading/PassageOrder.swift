internal import NearDuplicates
internal import Stories

/// The passages of two texts, those first by which words are told to have kept their place: long ones that follow
/// each other in both texts. Where short ones between these stand in another order, or long ones reach into each
/// other, words were moved; there the texts are compared anew from one place to the other, in one go.
struct PassageOrder {
  /// All passages, those that decide first in front.
  private(set) var compared: [ComparedPassage] = []
  /// Passages that follow others than in the other text: they were moved as a whole.
  private(set) var moved: [Passage] = []
  /// Stretches of both texts in which words were moved, compared anew.
  private(set) var regions: [ComparedPassage] = []

  /// Agreeing words from which a passage holds its place: about a sentence.
  private static let solid = 12
  /// Words of both texts up to which a stretch is compared anew.
  private static let longest = 400

  /// Those of `compared` that follow each other in both texts.
  private var chain: [ComparedPassage] = []
  private let one: Copy
  private let two: Copy

  /// - Parameters:
  ///   - passages: of the two, in any order.
  ///   - one: the earlier text.
  ///   - two: the later text.
  init(_ passages: [Passage], _ one: Copy, _ two: Copy) {
    (self.one, self.two) = (one, two)
    let all = passages.map { ComparedPassage($0, one, two) }.sorted { PassageOrder.leads($0, $1) }
    let solid = all.filter { $0.weight >= Self.solid }
    chain = PassageOrder.rising(solid)
    let inChain = Set(chain.map(\.passage))
    let others = all.filter { !inChain.contains($0.passage) }
    compared = chain.sorted { PassageOrder.leads($0, $1) } + others
    moved = outOfOrder(solid.map(\.passage).filter { !inChain.contains($0) })
    guard !passages.isEmpty else { return }
    let gaps = gapsWithMoves(others.filter { $0.weight < Self.solid }.map(\.passage))
    for gap in 0...chain.count where gaps.contains(gap) || reachesOver(gap) {
      if let region = region(gap) { regions.append(ComparedPassage(region, one, two)) }
    }
  }

  private static func leads(_ one: ComparedPassage, _ two: ComparedPassage) -> Bool {
    let (mine, theirs) = (one.passage, two.passage)
    return (-one.weight, mine.first.lowerBound, mine.second.lowerBound)
      < (-two.weight, theirs.first.lowerBound, theirs.second.lowerBound)
  }

  /// Of all choices that begin and end ever later in both texts the one with most words, in their order.
  private static func rising(_ passages: [ComparedPassage]) -> [ComparedPassage] {
    let sorted = passages.sorted {
      ($0.passage.first.lowerBound, $0.passage.second.lowerBound)
        < ($1.passage.first.lowerBound, $1.passage.second.lowerBound)
    }
    var (weights, previous) = ([Int](), [Int?]())
    for (index, passage) in sorted.enumerated() {
      let before = sorted[..<index].indices.filter {
        sorted[$0].passage.isBefore(passage.passage)
      }.max { weights[$0] < weights[$1] }
      weights.append(passage.weight + (before.map { weights[$0] } ?? 0))
      previous.append(before)
    }
    var (chosen, next) = ([ComparedPassage](), weights.indices.max { weights[$0] < weights[$1] })
    while let index = next {
      chosen.append(sorted[index])
      next = previous[index]
    }
    return chosen.reversed()
  }

  /// Of passages that are not in the chain those that stand by themselves in both texts: what a text says twice is in
  /// another passage there already.
  private func outOfOrder(_ passages: [Passage]) -> [Passage] {
    guard !passages.isEmpty else { return [] }
    let mine = Set(chain.map(\.passage.first).joined())
    let theirs = Set(chain.map(\.passage.second).joined())
    return passages.filter { passage in
      2 * passage.first.count { mine.contains($0) } < passage.first.count
        && 2 * passage.second.count { theirs.contains($0) } < passage.second.count
    }.sorted { $0.second.lowerBound < $1.second.lowerBound }
  }

  /// Gaps of the chain in which short passages stand in another order than in the other text, or that have exchanged
  /// some.
  private func gapsWithMoves(_ small: [Passage]) -> Set<Int> {
    let placed = small.map { passage in
      (
        passage: passage, first: gap(passage.first) { $0.first },
        second: gap(passage.second) { $0.second }
      )
    }
    var (moved, exchanged) = (Set<Int>(), Set<[Int]>())
    for one in placed where one.first != one.second { exchanged.insert([one.first, one.second]) }
    for pair in exchanged where exchanged.contains(pair.reversed()) { moved.formUnion(pair) }
    let inside = Dictionary(grouping: placed.filter { $0.first == $0.second }) { $0.first }
    for (gap, members) in inside {
      let sorted = members.map(\.passage).sorted { $0.first.lowerBound < $1.first.lowerBound }
      let areOrdered = zip(sorted, sorted.dropFirst()).allSatisfy {
        $0.first.upperBound <= $1.first.lowerBound && $0.second.upperBound <= $1.second.lowerBound
      }
      if !areOrdered { moved.insert(gap) }
    }
    return moved
  }

  /// The number of passages in the chain that stand before the middle of a range.
  private func gap(_ range: Range<Int>, _ side: (Passage) -> Range<Int>) -> Int {
    let middle = (range.lowerBound + range.upperBound) / 2
    return chain.count { side($0.passage).upperBound <= middle }
  }

  /// Whether the passages before and behind a gap overlap in either text.
  private func reachesOver(_ gap: Int) -> Bool {
    guard gap > 0, gap < chain.count else { return false }
    let (before, behind) = (chain[gap - 1].passage, chain[gap].passage)
    return before.first.upperBound > behind.first.lowerBound
      || before.second.upperBound > behind.second.lowerBound
  }

  /// A gap, wide enough that no word of the passages around it agrees with one inside; nil where that is too much.
  private func region(_ gap: Int) -> Passage? {
    let before = gap > 0 ? chain[gap - 1] : nil
    let behind = gap < chain.count ? chain[gap] : nil
    let (ends, otherEnds) = (
      [before?.passage.first.upperBound ?? 0, behind?.passage.first.lowerBound ?? one.count],
      [before?.passage.second.upperBound ?? 0, behind?.passage.second.lowerBound ?? two.count]
    )
    var (start, end) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    var (otherStart, otherEnd) = (min(otherEnds[0], otherEnds[1]), max(otherEnds[0], otherEnds[1]))
    if let before {
      guard let last = before.agreeing.last(where: { $0 < start && $1 < otherStart }) else {
        return nil
      }
      (start, otherStart) = (last.0 + 1, last.1 + 1)
    }
    if let behind {
      guard let first = behind.agreeing.first(where: { $0 >= end && $1 >= otherEnd }) else {
        return nil
      }
      (end, otherEnd) = first
    }
    guard start < end, otherStart < otherEnd else { return nil }
    return end - start + otherEnd - otherStart <= Self.longest
      ? Passage(first: start..<end, second: otherStart..<otherEnd) : nil
  }
}

extension Passage {
  /// Whether this one begins and ends before another in both texts.
  fileprivate func isBefore(_ other: Passage) -> Bool {
    first.lowerBound < other.first.lowerBound && first.upperBound < other.first.upperBound
      && second.lowerBound < other.second.lowerBound
      && second.upperBound < other.second.upperBound
  }
}
