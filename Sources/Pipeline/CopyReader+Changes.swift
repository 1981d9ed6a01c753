internal import NearDuplicates
internal import Stories

extension CopyReader {
  /// What a later story made of an earlier one.
  ///
  /// - Parameters:
  ///   - earlier: the earlier story.
  ///   - later: the later story.
  /// - Returns: what it added, dropped and changed.
  ///
  /// Complexity: O(n + m), and for quotations what `AlteredQuotations` takes.
  public func changes(
    from earlier: ComparableStory, to later: ComparableStory
  ) -> VersionChanges {
    let (old, new) = (tokens(notCountingIn: earlier), tokens(notCountingIn: later))
    let (one, two) = (copy(earlier.reading, without: old), copy(later.reading, without: new))
    let passages = ComparedText(one, earlier.face).study(two, later.face).shared.passages
    let changes = PassageChanges(
      passages, one, two, isTurned: later.face.precedes(earlier.face))
    let before = VersionReader(
      earlier, one, without: old, covered: passages.map(\.first), changes.first)
    let after = VersionReader(
      later, two, without: new, covered: passages.map(\.second), changes.second)
    let altered = AlteredQuotations(one, two, before.quotations, after.quotations).pairs
    var added = after.side(not: before, altered: altered.map(\.second))
    var dropped = before.side(not: after, altered: altered.map(\.first))
    let quoted = changes.quoted(before.quotations, after.quotations)
    dropped.quoted = quoted.first.map(before.places.text(of:))
    added.quoted = quoted.second.map(after.places.text(of:))
    let words = WordsInPlace(changes, before, after)
    added.wordsInPlace = after.places.words(ofEach: words.come)
    dropped.wordsInPlace = before.places.words(ofEach: words.gone)
    let told = altered.map {
      VersionChanges.Altered(
        before: before.places.text(of: $0.first), after: after.places.text(of: $0.second))
    }
    return VersionChanges(
      added: added, dropped: dropped, alteredQuotations: told, wordsChanged: words.changed,
      wordsMoved: words.moved,
      passagesMoved: changes.passagesMoved.map { after.places.text(of: two.fromLineStart($0)) })
  }
}

/// Words inside passages with what faces them: without those that read the same on both sides, and those that only
/// moved told as such.
private struct WordsInPlace {
  private(set) var changed: [VersionChanges.Altered] = []
  private(set) var moved: [String] = []
  /// Words of the earlier text that were changed, ascending.
  private(set) var gone: [Int] = []
  /// Words of the later text.
  private(set) var come: [Int] = []

  init(_ changes: PassageChanges, _ before: VersionReader, _ after: VersionReader) {
    var facing = changes.facing.map {
      let whole = before.joined.whole($0, after.joined) { one, two in
        before.copy.keys.indices.contains(one) && after.copy.keys.indices.contains(two)
          && before.copy.keys[one] == after.copy.keys[two]
      }
      return (
        places: $0, before: before.places.phrase(whole.first),
        after: after.places.phrase(whole.second)
      )
    }
    let isForeign = after.copy.isForeign
    facing.removeAll { WordsInPlace.areSame($0.before, $0.after, isForeign: isForeign) }
    moved = changes.moved.map { before.places.phrase($0.first) }
    // Words that went from a passage and stand outside of all, or the other way round.
    facing.removeAll { one in
      let isMoved =
        one.places.second.isEmpty && after.hasElsewhere(before.words(one.places.first))
        || one.places.first.isEmpty && before.hasElsewhere(after.words(one.places.second))
      if isMoved { moved.append(one.before.isEmpty ? one.after : one.before) }
      return isMoved
    }
    for (number, one) in facing.enumerated().reversed() where one.places.second.isEmpty {
      guard
        let other = facing.firstIndex(where: {
          $0.places.first.isEmpty && $0.after == one.before
        })
      else { continue }
      moved.append(one.before)
      for index in [number, other].sorted(by: >) { facing.remove(at: index) }
    }
    changed = facing.map { VersionChanges.Altered(before: $0.before, after: $0.after) }
    gone = facing.flatMap(\.places.first).sorted()
    come = facing.flatMap(\.places.second).sorted()
  }

  private static func areSame(_ before: String, _ after: String, isForeign: Bool) -> Bool {
    guard before != after, !before.isEmpty else { return before == after }
    let (one, two) = (JoinedFigures.bare(before), JoinedFigures.bare(after))
    return one == two && one.allSatisfy(\.isNumber)
      || !isForeign && VersionWords.form(one) == VersionWords.form(two)
  }
}

extension Copy {
  /// Words after which no passage is looked for that begins where a line does.
  private static let longestSlide = 8

  /// A passage that moved, from the beginning of a line on where it may as well begin there: between two paragraphs that
  /// begin with one word nothing tells to which of them that belongs.
  fileprivate func fromLineStart(_ passage: Range<Int>) -> Range<Int> {
    var range = passage
    for _ in 0..<Copy.longestSlide {
      guard range.count > 1, !traits[range.lowerBound].contains(.lineStart), range.lowerBound > 0,
        keys[range.lowerBound - 1] == keys[range.upperBound - 1]
      else { break }
      range = range.lowerBound - 1..<range.upperBound - 1
    }
    return traits[range.lowerBound].contains(.lineStart) ? range : passage
  }
}
