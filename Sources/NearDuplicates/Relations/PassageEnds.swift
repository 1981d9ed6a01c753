internal import Stories

/// Passages as a reader would mark them: joined where only misread or changed words lie between, and grown to
/// the end of a line or sentence where both texts break off alike.
///
/// Only for showing: what is measured of a pair are the stretches themselves.
struct PassageEnds {
  let first: Copy
  let second: Copy

  /// Words between two stretches of misread texts, on either side, up to which they are one passage; no more than agree
  /// in both stretches together.
  static let bridge = 30
  /// The same of written texts: a sentence that was replaced by another is not shared.
  static let writtenBridge = 12
  /// Agreeing words from which a passage is grown.
  static let firm = 9
  /// Words to the end of a line or sentence up to which a passage goes on to it.
  static let rest = 8

  /// The passages of stretches.
  ///
  /// - Parameter stretches: in ascending order of the first text.
  /// - Returns: passages in the same order.
  ///
  /// Complexity: O(n log n) in the number of stretches.
  func passages(_ stretches: [Stretch]) -> [Passage] {
    var joined: [Passage] = []
    var matched: [Int] = []
    let bridge = areMisread ? PassageEnds.bridge : PassageEnds.writtenBridge
    for stretch in stretches {
      let next = Passage(first: stretch.first, second: stretch.second)
      if let last = joined.last, let agreed = matched.last,
        isBridged(last, next, upTo: min(bridge, agreed + stretch.matched))
      {
        joined[joined.count - 1] = Passage(
          first: last.first.lowerBound..<next.first.upperBound,
          second: last.second.lowerBound..<next.second.upperBound)
        matched[matched.count - 1] += stretch.matched
      } else {
        joined.append(next)
        matched.append(stretch.matched)
      }
    }
    joined = PassageSentences(first: first, second: second).parted(joined)
    let free = PassageEnds.free(joined.map(\.first), in: first.count)
    let otherFree = PassageEnds.free(joined.map(\.second), in: second.count)
    return joined.indices.map {
      // A name or a phrase that both have by chance says nothing of the words around it.
      matched[$0] < PassageEnds.firm
        ? joined[$0] : grown(joined[$0], within: free[$0], otherFree[$0])
    }
  }

  /// Up to where each range can grow before it meets a neighbour.
  private static func free(_ ranges: [Range<Int>], in count: Int) -> [Range<Int>] {
    let order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    var free = ranges
    for (rank, index) in order.enumerated() {
      let floor = rank > 0 ? ranges[order[rank - 1]].upperBound : 0
      let ceiling = rank + 1 < order.count ? ranges[order[rank + 1]].lowerBound : count
      let range = ranges[index]
      free[index] = min(floor, range.lowerBound)..<max(ceiling, range.upperBound)
    }
    return free
  }

  private var areMisread: Bool { first.looksMisread || second.looksMisread }

  private func isBridged(_ last: Passage, _ next: Passage, upTo most: Int) -> Bool {
    let gap = next.first.lowerBound - last.first.upperBound
    let other = next.second.lowerBound - last.second.upperBound
    return gap >= 0 && other >= 0 && max(gap, other) <= most
      && areAlike(gap, other)
  }

  /// Lengths that differ by no more than words that were broken or run together make them.
  private func areAlike(_ one: Int, _ two: Int) -> Bool {
    abs(one - two) <= max(3, max(one, two) / 3)
  }

  /// A passage grown at both ends, short of its neighbours in either text.
  private func grown(
    _ passage: Passage, within free: Range<Int>, _ otherFree: Range<Int>
  ) -> Passage {
    var (start, otherStart) = (passage.first.lowerBound, passage.second.lowerBound)
    var (end, otherEnd) = (passage.first.upperBound, passage.second.upperBound)
    if let back = toStart(first, start), let other = toStart(second, otherStart),
      areAlike(back, other), start - back >= free.lowerBound,
      otherStart - other >= otherFree.lowerBound
    {
      (start, otherStart) = (start - back, otherStart - other)
    }
    if let on = toEnd(first, end), let other = toEnd(second, otherEnd), areAlike(on, other),
      end + on <= free.upperBound, otherEnd + other <= otherFree.upperBound
    {
      (end, otherEnd) = (end + on, otherEnd + other)
    }
    return Passage(first: start..<end, second: otherStart..<otherEnd)
  }

  /// Words from a position to the next start of a line or sentence, nil if it is far.
  private func toEnd(_ copy: Copy, _ position: Int) -> Int? {
    for step in 0...PassageEnds.rest {
      let place = position + step
      if place >= copy.count || copy.traits[place].contains(.sentenceStart) { return step }
    }
    return nil
  }

  /// Words from the start of the line or sentence to a position, nil if it is far.
  private func toStart(_ copy: Copy, _ position: Int) -> Int? {
    for step in 0...PassageEnds.rest where position - step >= 0 {
      let place = position - step
      if place == 0 || place < copy.count && copy.traits[place].contains(.sentenceStart) {
        return step
      }
    }
    return nil
  }
}
