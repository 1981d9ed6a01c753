internal import NearDuplicates
internal import Stories

/// A passage with what either text has in it that the other has not, word by word.
struct ComparedPassage {
  let passage: Passage
  /// Positions in the first text that went.
  private(set) var gone: Set<Int>
  /// Positions in the second text that came.
  private(set) var come: Set<Int>

  /// Words of two passages past which places are no longer told: then only words that the other side has nowhere in
  /// its passage are changes.
  private static let longest = 20_000

  /// Compares a passage.
  ///
  /// - Parameters:
  ///   - passage: the places in both.
  ///   - one: the earlier text: of several ways to tell what changed the same is told then, whichever is named first.
  ///   - two: the later text.
  ///
  /// Complexity: O(n · d) in words and changes.
  init(_ passage: Passage, _ one: Copy, _ two: Copy) {
    self.passage = passage
    (gone, come) = ComparedPassage.difference(one.keys[passage.first], two.keys[passage.second])
    // A figure that keeps its digits and changes its sign is another figure.
    for (place, other) in agreeing where !one.isReadAlike(place, two, other) {
      gone.insert(place)
      come.insert(other)
    }
  }

  /// The words that agree, by their positions in both texts, ascending; none where the passage is too long for places to
  /// be told.
  var agreeing: [(Int, Int)] {
    guard passage.first.count + passage.second.count <= Self.longest else { return [] }
    return Array(
      zip(
        passage.first.filter { !gone.contains($0) }, passage.second.filter { !come.contains($0) }))
  }

  /// How many words of the first text agree.
  var weight: Int { passage.first.count - gone.count }

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

extension Copy {
  /// Whether a word here and one of another text have the same signs and marks.
  func isReadAlike(_ place: Int, _ other: Copy, _ otherPlace: Int) -> Bool {
    traits[place].sign == other.traits[otherPlace].sign
      && mark(of: place) == other.mark(of: otherPlace)
  }
}
