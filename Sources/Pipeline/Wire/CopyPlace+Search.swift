extension CopyPlace {
  /// Places of a text in which some words may stand.
  struct Candidates {
    var places: [Range<Int>] = []
    /// Whether no other place is left out that may be more alike.
    var isAll = true
  }

  /// Places of a copy that are looked at closely; common words stand in very many.
  private static let most = 100
  /// Telling words of a sentence by which its place is found in a copy.
  private static let anchors = 8
  /// Places in which such a word may stand in the copy.
  private static let rare = 16

  /// Where a copy may have the words.
  ///
  /// Common words are looked for where the rarest words of the sentence stand, and where none does, by the words next to
  /// them. What has but one neighbour in common counts only in a sentence that is like its own, and is not missed there.
  func candidates(in copy: CopyText) -> Candidates {
    guard let first = run.first, let last = run.last else { return junctions(in: copy) }
    guard copy.rarest(in: run) > CopyPlace.most else {
      return Candidates(places: copy.runs(of: run, inCase: inCase))
    }
    let near = nearAnchors(in: copy).filter { copy.has(run, at: $0, inCase: inCase) }
    guard near.isEmpty else { return Candidates(places: near.map { $0..<$0 + run.count }) }
    let keys = (FoldedWord.key(ofForm: first), FoldedWord.key(ofForm: last))
    var found = starts(beside: keys.0, .before, shift: 0, in: copy)
    let behind = starts(beside: keys.1, .behind, shift: run.count - 1, in: copy)
    found.places += behind.places
    let starts = Set(found.places.map(\.lowerBound)).sorted().filter {
      copy.has(run, at: $0, inCase: inCase)
    }
    return Candidates(
      places: starts.map { $0..<$0 + run.count }, isAll: found.isAll && behind.isAll)
  }

  /// For words that are missing: where a copy may have those before and behind next to each other.
  private func junctions(in copy: CopyText) -> Candidates {
    guard let before = text.key(range.lowerBound - 1) else { return Candidates(places: [0..<0]) }
    let all = copy.places[before] ?? []
    func places(_ starts: some Sequence<Int>) -> [Range<Int>] { starts.map { $0 + 1..<$0 + 1 } }
    guard all.count > CopyPlace.most else { return Candidates(places: places(all)) }
    let near = nearAnchors(in: copy).filter { copy.key($0 - 1) == before && $0 <= copy.words.count }
    guard near.isEmpty else { return Candidates(places: near.map { $0..<$0 }) }
    let contexts = copy.index.contexts(of: before, in: copy)
    for count in (1...WordContexts.longest).reversed() {
      guard let words = text.keys(count, .behind, of: range) else { continue }
      let found = contexts.places(beside: words, .behind)
      if !found.isEmpty {
        return Candidates(
          places: places(found.prefix(CopyPlace.most)), isAll: found.count <= CopyPlace.most)
      }
    }
    return Candidates()
  }

  /// Where a copy has a word with the same next to it: those first that have most of these.
  private func starts(
    beside word: String, _ side: WordContexts.Side, shift: Int, in copy: CopyText
  ) -> Candidates {
    let contexts = copy.index.contexts(of: word, in: copy)
    var found = Candidates()
    for count in (1...WordContexts.longest).reversed() {
      guard let words = text.keys(count, side, of: range) else { continue }
      let places = contexts.places(beside: words, side)
      let room = CopyPlace.most - found.places.count
      if places.count > room, count > 1 { found.isAll = false }
      found.places += places.prefix(room).map { $0 - shift..<$0 - shift + run.count }
    }
    return found
  }

  /// Where a copy may have the place, by the rarest telling words of its sentence: first as far from these as it stands
  /// in its own text, then elsewhere in their sentences. Each once.
  private func nearAnchors(in copy: CopyText) -> [Int] {
    let own = text.sentence(about: range)
    let rare = own.compactMap { place -> (place: Int, theirs: [Int])? in
      guard !range.contains(place), sentence.contains(text.words[place].key) else { return nil }
      return copy.places[text.words[place].key].map { (place, $0) }
    }.filter { $0.theirs.count <= CopyPlace.rare }
      .sorted { ($0.theirs.count, $0.place) < ($1.theirs.count, $1.place) }
      .prefix(CopyPlace.anchors)
    let aligned = rare.flatMap { anchor in
      anchor.theirs.map { $0 + range.lowerBound - anchor.place }
    }
    let sentences = Set(rare.flatMap(\.theirs).map { copy.sentence(about: $0..<$0 + 1) })
    let others = sentences.sorted { $0.lowerBound < $1.lowerBound }.flatMap { sentence in
      max(0, sentence.lowerBound - run.count)...sentence.upperBound
    }
    var seen: Set<Int> = []
    return (aligned + others).filter { seen.insert($0).inserted }
  }

  /// Where a copy may have the word before the place, for what it has there instead.
  func gapStarts(in copy: CopyText) -> [Int] {
    guard let before = text.key(range.lowerBound - 1), let all = copy.places[before] else {
      return []
    }
    guard all.count > CopyPlace.most else { return all }
    return nearAnchors(in: copy).filter { copy.key($0) == before }
  }
}
