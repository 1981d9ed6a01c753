/// Some words of a text, to be found again in copies that were edited about them.
struct CopyPlace {
  /// How surely words stand in a copy.
  enum Strength: Equatable {
    /// They do: in how many words about them it agrees.
    case stands(Int)
    /// They don't.
    case absent
    /// They may: the copy has them in more places than are looked at.
    case open
  }

  let range: Range<Int>
  let text: CopyText
  let run: [Substring]
  let inCase: Bool
  /// The telling words of the sentence about the place.
  let sentence: Set<String>
  private let other: CopyText

  /// Words to either side that count as next to a place.
  private static let near = 3
  /// Words past which a passage is also looked for in parts.
  private static let long = 8
  /// Words of such a part.
  private static let part = 4

  /// Notes a place.
  ///
  /// - Parameters:
  ///   - range: the words; none for a place between two.
  ///   - text: what they stand in.
  ///   - other: the other version, which has something else there.
  ///   - inCase: whether capitals are what was mended.
  init(_ range: Range<Int>, in text: CopyText, against other: CopyText, inCase: Bool) {
    (self.range, self.text, self.other, self.inCase) = (range, text, other, inCase)
    run = text.forms(range)
    sentence = text.index.telling(about: range, in: text)
  }

  /// How surely the words stand in a copy.
  ///
  /// Complexity: O(1) in the length of the copy for a short run of words: at most a hundred places or so are looked at.
  func strength(in copy: CopyText, _ search: CopySearch) -> Strength {
    let candidates = candidates(in: copy)
    var isOpen = !candidates.isAll
    for (place, total) in alike(candidates.places, in: copy, search) {
      if search.isSpent { break }
      if run.isEmpty { return .stands(total) }
      let explained = explanation(of: place, as: total, in: copy, search)
      if explained.total >= total { continue }
      if explained.isAll { return .stands(total) }
      isOpen = true
    }
    if isOpen || search.isSpent { return .open }
    return run.count > CopyPlace.long ? parts(in: copy) : .absent
  }

  /// The places that are this one by what stands about them, those first that agree in most.
  private func alike(
    _ places: [Range<Int>], in copy: CopyText, _ search: CopySearch
  ) -> [(place: Range<Int>, total: Int)] {
    places.compactMap { place in
      guard !search.isSpent else { return nil }
      let likeness = likeness(of: place, in: copy, search)
      guard run.isEmpty ? isJunction(likeness) : isAlike(likeness) else { return nil }
      return (place, likeness.total)
    }.sorted { ($0.total, $1.place.lowerBound) > ($1.total, $0.place.lowerBound) }
  }

  /// Where a copy has other words between those about the place, in a sentence that is like its own.
  func gap(in copy: CopyText, _ search: CopySearch) -> Range<Int>? {
    guard range.lowerBound > 0, range.upperBound < text.words.count else { return nil }
    let after = text.words[range.upperBound].key
    return gapStarts(in: copy).lazy.compactMap { start -> Range<Int>? in
      let ends = start + 2..<start + 3 + run.count
      guard let end = ends.first(where: { copy.key($0) == after }), !search.isSpent
      else { return nil }
      let likeness = likeness(of: start + 1..<end, in: copy, search)
      return likeness.adjacent >= 2 && likeness.isSameSentence ? start + 1..<end : nil
    }.first
  }

  /// How much two places are alike.
  private struct Likeness {
    /// Words right before and behind that are the same.
    let before: Int
    let after: Int
    /// Telling words that both sentences have, and those of the sentence that has fewer.
    let shared: Int
    let least: Int

    var adjacent: Int { before + after }
    var total: Int { adjacent + shared }
    var isSameSentence: Bool { shared >= 3 && shared * 2 >= least }
  }

  private func likeness(
    of place: Range<Int>, in copy: CopyText, _ search: CopySearch
  ) -> Likeness {
    search.spend()
    let (before, after) = neighbours(of: place, in: copy)
    let theirs = copy.index.telling(about: place, in: copy)
    return Likeness(
      before: before, after: after, shared: sentence.intersection(theirs).count,
      least: min(sentence.count, theirs.count))
  }

  /// How many words right before and behind are the same.
  private func neighbours(
    of place: Range<Int>, in copy: CopyText
  ) -> (before: Int, after: Int) {
    func same(_ mine: Int, _ theirs: Int) -> Bool {
      text.key(mine).map { $0 == copy.key(theirs) } ?? false
    }
    var (before, after) = (0, 0)
    while before < CopyPlace.near,
      same(range.lowerBound - 1 - before, place.lowerBound - 1 - before)
    {
      before += 1
    }
    while after < CopyPlace.near, same(range.upperBound + after, place.upperBound + after) {
      after += 1
    }
    return (before, after)
  }

  /// Whether a place of a copy is this one, by what stands about it.
  private func isAlike(_ likeness: Likeness) -> Bool {
    let possible =
      min(range.lowerBound, CopyPlace.near)
      + min(text.words.count - range.upperBound, CopyPlace.near)
    if likeness.adjacent >= min(3, possible) || likeness.isSameSentence { return true }
    guard likeness.adjacent > 0 else { return false }
    // A figure and what it counts, or two words of the sentence beside a neighbour.
    let isNamed = text.key(range.upperBound).map { $0.count >= 4 } ?? false && likeness.after > 0
    return isNamed && run.contains { $0.contains(where: \.isNumber) }
      || likeness.shared >= 2 && likeness.shared * 3 >= likeness.least
  }

  /// For words that are missing: whether a copy has those before and behind next to each other, where they belong.
  private func isJunction(_ likeness: Likeness) -> Bool {
    guard likeness.adjacent > 1 else { return false }
    let isAtEdge = range.lowerBound == 0 || range.upperBound == text.words.count
    if isAtEdge { return likeness.adjacent >= CopyPlace.near }
    guard likeness.before > 0, likeness.after > 0 else { return false }
    return likeness.adjacent >= 4 || likeness.isSameSentence
  }

  /// How much the other version has the same words in a place that is like one of a copy; as far as it matters.
  private func explanation(
    of place: Range<Int>, as total: Int, in copy: CopyText, _ search: CopySearch
  ) -> CopySearch.Explanation {
    let asked = CopySearch.Asked(
      place: place, other: ObjectIdentifier(other.index), inCase: inCase)
    return search.explanation(of: asked, enough: total) {
      // Asked from the copy: where in the other version its own place stands.
      let theirs = CopyPlace(place, in: copy, against: text, inCase: inCase)
      let candidates = theirs.candidates(in: other)
      var explanation = CopySearch.Explanation(isAll: candidates.isAll)
      for candidate in candidates.places {
        let alike = theirs.likeness(of: candidate, in: other, search).total
        explanation.total = max(explanation.total, alike)
        if alike >= total { return explanation }
      }
      explanation.isWhole = true
      return explanation
    }
  }

  /// Of a long passage: how many words of it stand in a copy, and not in the other version, in parts; at least half.
  private func parts(in copy: CopyText) -> Strength {
    let parts = stride(from: 0, through: run.count - CopyPlace.part, by: CopyPlace.part).map {
      Array(run[$0..<$0 + CopyPlace.part])
    }.filter { !other.has($0, inCase: inCase) }
    let standing = parts.count { copy.has($0, inCase: inCase) }
    return standing > 0 && standing * 2 >= parts.count
      ? .stands(standing * CopyPlace.part) : .absent
  }
}
