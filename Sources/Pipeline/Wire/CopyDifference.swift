/// What one text changed of another, word by word.
///
/// What both begin and end with is set aside, and what lies between is compared whole where it is short. Long texts are
/// first held together by runs of words that stand once in either, and compared between those. A stretch of more than
/// `longest` words in which there is no such run counts as changed as a whole; so the work grows with the texts' length,
/// not with its square.
struct CopyDifference {
  /// One change: what went, and what came in its place; either may be empty, but not both.
  struct Change: Hashable {
    /// Where the words stood that went.
    var gone: Range<Int>
    /// Where the words stand that came.
    var come: Range<Int>
  }

  /// The changes in order.
  private(set) var changes: [Change] = []

  private let before: [Substring]
  private let after: [Substring]

  /// Words of both texts together past which a stretch is not compared without something to hold it together.
  private static let longest = 2000
  /// Words of a run that holds long texts together.
  private static let anchor = 5

  /// Compares two texts by their words.
  init(from old: [Substring], to new: [Substring]) {
    (before, after) = (old, new)
    let all = trimmed(Change(gone: old.indices, come: new.indices))
    var rest = all
    for (one, other) in anchors(all) {
      // Earlier words that both have may reach past where a run begins.
      guard one >= rest.gone.lowerBound, other >= rest.come.lowerBound else { continue }
      let gap = Change(gone: rest.gone.lowerBound..<one, come: rest.come.lowerBound..<other)
      compare(trimmed(gap))
      rest = trimmed(Change(gone: one..<all.gone.upperBound, come: other..<all.come.upperBound))
    }
    compare(rest)
  }

  /// Without the words with which both sides begin or end.
  private func trimmed(_ change: Change) -> Change {
    var (gone, come) = (change.gone, change.come)
    while let one = gone.first, let other = come.first, before[one] == after[other] {
      (gone, come) = (gone.dropFirst(), come.dropFirst())
    }
    while let one = gone.last, let other = come.last, before[one] == after[other] {
      (gone, come) = (gone.dropLast(), come.dropLast())
    }
    return Change(gone: gone, come: come)
  }

  private mutating func compare(_ stretch: Change) {
    guard stretch.length > 0 else { return }
    guard stretch.length <= CopyDifference.longest else {
      changes.append(stretch)
      return
    }
    var (gone, come): (Set<Int>, Set<Int>) = ([], [])
    for change in after[stretch.come].difference(from: before[stretch.gone]) {
      switch change {
      case .remove(let offset, _, _): gone.insert(stretch.gone.lowerBound + offset)
      case .insert(let offset, _, _): come.insert(stretch.come.lowerBound + offset)
      }
    }
    collect(stretch, gone, come)
  }

  /// Walks both texts at once and collects what lies between words that stayed.
  private mutating func collect(_ stretch: Change, _ gone: Set<Int>, _ come: Set<Int>) {
    var (old, new) = (stretch.gone.lowerBound, stretch.come.lowerBound)
    while old < stretch.gone.upperBound || new < stretch.come.upperBound {
      let (oldStart, newStart) = (old, new)
      while gone.contains(old) { old += 1 }
      while come.contains(new) { new += 1 }
      if old > oldStart || new > newStart {
        changes.append(Change(gone: oldStart..<old, come: newStart..<new))
      }
      (old, new) = (old + 1, new + 1)
    }
  }

  /// Where runs begin that stand once in either stretch, in an order that is the same in both; none in a short stretch.
  private func anchors(_ stretch: Change) -> [(Int, Int)] {
    guard stretch.length > CopyDifference.longest else { return [] }
    let (mine, theirs) = (single(before, stretch.gone), single(after, stretch.come))
    let pairs = mine.compactMap { run, place in theirs[run].map { (place, $0) } }
    return CopyDifference.rising(pairs.sorted { $0.0 < $1.0 })
  }

  /// The runs of a stretch that stand in it once, and where.
  private func single(_ words: [Substring], _ range: Range<Int>) -> [ArraySlice<Substring>: Int] {
    var places: [ArraySlice<Substring>: Int?] = [:]
    for start in range.dropLast(CopyDifference.anchor - 1) {
      let run = words[start..<start + CopyDifference.anchor]
      places.updateValue(places.keys.contains(run) ? nil : start, forKey: run)
    }
    return places.compactMapValues(\.self)
  }

  /// The longest choice of pairs that rises on both sides.
  private static func rising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    // Of all choices of one length the one that ends lowest, and before each pair the one it follows.
    var ends: [Int] = []
    var previous: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : nil)
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var chosen: [(Int, Int)] = []
    var next = ends.last
    while let index = next {
      chosen.append(pairs[index])
      next = previous[index]
    }
    return chosen.reversed()
  }
}

extension CopyDifference.Change {
  /// Words on both sides.
  var length: Int { gone.count + come.count }
}
