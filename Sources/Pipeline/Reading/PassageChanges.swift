internal import NearDuplicates
internal import Stories

/// The words inside shared passages at which the two texts read otherwise, by their places: two figures that were
/// exchanged are two changes, though both texts have both.
///
/// A word that stands unchanged in one passage is none of another's changes: passages overlap where a text repeats
/// itself.
struct PassageChanges {
  /// Positions in the first text, ascending.
  let first: [Int]
  /// Positions in the second.
  let second: [Int]

  /// Words of two passages past which places are no longer told: then only words that the other side has nowhere in
  /// its passage are changes.
  private static let longest = 20_000

  /// Compares the passages of two texts, word by word.
  ///
  /// - Parameters:
  ///   - passages: what the two share.
  ///   - one: the first text, as it is compared.
  ///   - two: the second.
  ///   - isTurned: whether the second is the earlier one. Of several ways to tell what changed the same is told then,
  ///     whichever text is named first.
  ///
  /// Complexity: O(n · d) in words and changes.
  init(_ passages: [Passage], _ one: Copy, _ two: Copy, isTurned: Bool) {
    var (changed, otherChanged, kept, otherKept) = (Set<Int>(), Set<Int>(), Set<Int>(), Set<Int>())
    for passage in passages {
      let (gone, come) = PassageChanges.difference(passage, one, two, isTurned: isTurned)
      for position in passage.first {
        if gone.contains(position) { changed.insert(position) } else { kept.insert(position) }
      }
      for position in passage.second {
        if come.contains(position) {
          otherChanged.insert(position)
        } else {
          otherKept.insert(position)
        }
      }
    }
    first = changed.subtracting(kept).sorted()
    second = otherChanged.subtracting(otherKept).sorted()
  }

  /// The words of a passage that agree, by their positions in both texts, ascending; none where the passage is too long
  /// for places to be told.
  static func agreeing(
    _ passage: Passage, _ one: Copy, _ two: Copy, isTurned: Bool
  ) -> [(Int, Int)] {
    guard passage.first.count + passage.second.count <= longest else { return [] }
    let (gone, come) = difference(passage, one, two, isTurned: isTurned)
    return Array(
      zip(
        passage.first.filter { !gone.contains($0) }, passage.second.filter { !come.contains($0) }))
  }

  /// What either text has in a passage that the other has not, told the same way whichever is named first.
  private static func difference(
    _ passage: Passage, _ one: Copy, _ two: Copy, isTurned: Bool
  ) -> (gone: Set<Int>, come: Set<Int>) {
    let (mine, theirs) = (one.keys[passage.first], two.keys[passage.second])
    var (gone, come) =
      isTurned
      ? { ($0.come, $0.gone) }(difference(theirs, mine)) : difference(mine, theirs)
    guard mine.count + theirs.count <= longest else { return (gone, come) }
    // A figure that keeps its digits and changes its sign is another figure.
    let agreeing = zip(
      passage.first.filter { !gone.contains($0) }, passage.second.filter { !come.contains($0) })
    for (place, other) in agreeing where one.traits[place].sign != two.traits[other].sign {
      gone.insert(place)
      come.insert(other)
    }
    return (gone, come)
  }

  /// What went from one text, and came into another, by positions.
  private static func difference(
    _ before: ArraySlice<TokenKey>, _ after: ArraySlice<TokenKey>
  ) -> (gone: Set<Int>, come: Set<Int>) {
    guard before.count + after.count <= longest else {
      let (old, new) = (Set(before), Set(after))
      return (
        Set(before.indices.filter { !new.contains(before[$0]) }),
        Set(after.indices.filter { !old.contains(after[$0]) })
      )
    }
    var (gone, come) = (Set<Int>(), Set<Int>())
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): gone.insert(before.startIndex + offset)
      case .insert(let offset, _, _): come.insert(after.startIndex + offset)
      }
    }
    return (gone, come)
  }
}
