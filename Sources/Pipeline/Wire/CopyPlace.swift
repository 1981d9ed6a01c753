/// Some words of a text, to be found again in copies that were edited about them.
struct CopyPlace {
  private let range: Range<Int>
  private let text: CopyText
  private let other: CopyText
  private let run: [Substring]
  private let inCase: Bool
  private let sentence: Set<String>

  /// Words to either side that count as next to a place.
  private static let near = 3
  /// Words past which a passage is also looked for in parts.
  private static let long = 8
  /// Words of such a part.
  private static let part = 4
  /// Places of a copy that are looked at closely; common words stand in very many.
  private static let most = 100

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
    sentence = CopyPlace.telling(text, about: range)
  }

  /// How surely the words stand in a copy: in how many words about them it agrees; nil where they don't.
  func strength(in copy: CopyText) -> Int? {
    if run.isEmpty { return junction(in: copy) }
    let found = places(in: copy).compactMap { place -> Int? in
      let likeness = likeness(of: place, in: copy)
      guard isAlike(likeness), !isExplained(place, in: copy, likeness.total) else { return nil }
      return likeness.total
    }.max()
    return found ?? (run.count > CopyPlace.long ? parts(in: copy) : nil)
  }

  /// Where a copy has other words between those about the place, in a sentence that is like its own.
  func gap(in copy: CopyText) -> Range<Int>? {
    guard range.lowerBound > 0, range.upperBound < text.words.count else { return nil }
    let (before, after) = (text.words[range.lowerBound - 1].key, text.words[range.upperBound].key)
    let starts = copy.places[before] ?? []
    return starts.lazy.compactMap { start -> Range<Int>? in
      let ends = start + 2..<start + 3 + run.count
      guard let end = ends.first(where: { $0 < copy.words.count && copy.words[$0].key == after })
      else { return nil }
      let likeness = likeness(of: start + 1..<end, in: copy)
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

  private func likeness(of place: Range<Int>, in copy: CopyText) -> Likeness {
    let (before, after) = neighbours(of: place, in: copy)
    let theirs = CopyPlace.telling(copy, about: place)
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

  /// Whether the other version has the same words in a place that is as much like one of a copy.
  private func isExplained(_ place: Range<Int>, in copy: CopyText, _ total: Int) -> Bool {
    // Asked from the copy: where in the other version its own place stands.
    let theirs = CopyPlace(place, in: copy, against: text, inCase: inCase)
    return theirs.places(in: other).contains { theirs.likeness(of: $0, in: other).total >= total }
  }

  /// Where a text has the words, those first that have the same next to them.
  private func places(in copy: CopyText) -> [Range<Int>] {
    let all = copy.runs(of: run, inCase: inCase)
    guard all.count > CopyPlace.most else { return all }
    func adjacent(_ place: Range<Int>) -> Int {
      let (before, after) = neighbours(of: place, in: copy)
      return before + after
    }
    let sorted = all.map { (place: $0, adjacent: adjacent($0)) }.sorted {
      $0.adjacent > $1.adjacent
    }
    return sorted.prefix(CopyPlace.most).map(\.place)
  }

  /// For words that are missing: how well a copy has the words before and behind next to each other.
  private func junction(in copy: CopyText) -> Int? {
    let places: [Int]
    if let before = text.key(range.lowerBound - 1) {
      places = (copy.places[before] ?? []).map { $0 + 1 }
    } else {
      places = [0]
    }
    return places.compactMap { place -> Int? in
      let (before, after) = neighbours(of: place..<place, in: copy)
      guard before + after > 1 else { return nil }
      let likeness = likeness(of: place..<place, in: copy)
      let isAtEdge = range.lowerBound == 0 || range.upperBound == text.words.count
      if isAtEdge { return likeness.adjacent >= CopyPlace.near ? likeness.total : nil }
      guard likeness.before > 0, likeness.after > 0 else { return nil }
      return likeness.adjacent >= 4 || likeness.isSameSentence ? likeness.total : nil
    }.max()
  }

  /// Of a long passage: how many words of it stand in a copy, and not in the other version, in parts; at least half.
  private func parts(in copy: CopyText) -> Int? {
    let parts = stride(from: 0, through: run.count - CopyPlace.part, by: CopyPlace.part).map {
      Array(run[$0..<$0 + CopyPlace.part])
    }.filter { other.runs(of: $0, inCase: inCase).isEmpty }
    let standing = parts.count { !copy.runs(of: $0, inCase: inCase).isEmpty }
    return standing > 0 && standing * 2 >= parts.count ? standing * CopyPlace.part : nil
  }

  private static func telling(_ text: CopyText, about range: Range<Int>) -> Set<String> {
    let sentence = text.sentence(about: range)
    let words =
      text.words[sentence.lowerBound..<range.lowerBound]
      + text.words[range.upperBound..<max(range.upperBound, sentence.upperBound)]
    return Set(words.lazy.filter(\.isTelling).map(\.key))
  }
}

extension CopyText {
  /// A word in small letters; nil beyond either end.
  fileprivate func key(_ index: Int) -> String? {
    words.indices.contains(index) ? words[index].key : nil
  }
}
