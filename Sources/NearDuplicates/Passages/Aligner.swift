internal import Stories

/// Finds the stretches that two texts share, tolerant of small edits.
///
/// Seed and extend: pairs of neighbouring words that say enough are seeds; each is grown to its longest
/// exact match; matches that follow each other on nearly one diagonal, with a gap of a few changed words
/// between them, are one stretch. Goes once through the second text, so a token of it is in one stretch at
/// most; in the first text stretches may overlap where the second repeats it.
///
/// Prepared once for a text and then used against many. Complexity: O(n) to prepare, O(m) a comparison for
/// ordinary text, at most `SeedTable.placesPerSeed` times that.
struct Aligner {
  let copy: Copy
  private let seeds: SeedTable

  init(_ copy: Copy) {
    self.copy = copy
    seeds = SeedTable(copy)
  }

  /// The stretches, in order of the second text, weak ones included.
  func stretches(with other: Copy) -> [Stretch] {
    guard copy.count > 1, other.count > 1 else { return wholeMatch(other) }
    return copy.keys.withUnsafeBufferPointer { mine in
      other.keys.withUnsafeBufferPointer { theirs in
        copy.weights.withUnsafeBufferPointer { weights in
          other.weights.withUnsafeBufferPointer { theirWeights in
            var walk = Walk(mine: mine, theirs: theirs, weights: weights)
            walk.run(seeds, theirWeights)
            return walk.found
          }
        }
      }
    }
  }

  /// Texts of one token have no pairs of words.
  private func wholeMatch(_ other: Copy) -> [Stretch] {
    guard copy.count == 1, copy.keys == other.keys else { return [] }
    return [Stretch(first: 0, second: 0, length: 1, weight: Int(copy.weights[0]))]
  }

  private struct Walk {
    let mine: UnsafeBufferPointer<TokenKey>
    let theirs: UnsafeBufferPointer<TokenKey>
    let weights: UnsafeBufferPointer<UInt8>
    var found: [Stretch] = []

    /// Stretches that are looked at when a match might go on with one of them.
    private static let recent = 4
    /// Words up to which a match in the midst of a passage counts as chance.
    private static let stray = 3

    init(
      mine: UnsafeBufferPointer<TokenKey>, theirs: UnsafeBufferPointer<TokenKey>,
      weights: UnsafeBufferPointer<UInt8>
    ) {
      (self.mine, self.theirs, self.weights) = (mine, theirs, weights)
    }

    mutating func run(_ seeds: SeedTable, _ theirWeights: UnsafeBufferPointer<UInt8>) {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: theirs.count) { places in
        let count = seeds.mayMatch(theirs, theirWeights, places)
        var next = 0
        var position = 0
        while true {
          // Right behind a match it may go on without a seed.
          while let last = found.last, position - last.second.upperBound <= 1,
            position + 1 < theirs.count
          {
            if let end = resume(at: position) {
              position = end
              continue
            }
            if isPlace(position, places, &next, count), let end = seed(at: position, seeds) {
              position = end
            } else {
              position += 1
            }
          }
          while next < count, Int(places[next]) < position { next += 1 }
          guard next < count else { return }
          position = Int(places[next])
          position = seed(at: position, seeds) ?? position + 1
        }
      }
    }

    /// Whether a position is among the places, of which the first `next` come before it.
    private func isPlace(
      _ position: Int, _ places: UnsafeMutableBufferPointer<UInt32>, _ next: inout Int,
      _ count: Int
    ) -> Bool {
      while next < count, Int(places[next]) < position { next += 1 }
      return next < count && Int(places[next]) == position
    }

    /// Goes on with the last stretch after one changed, added or dropped word, if two words agree there.
    @inline(__always)
    private mutating func resume(at position: Int) -> Int? {
      guard let last = found.last, position - last.second.upperBound <= 1 else { return nil }
      let gap = position - last.second.upperBound
      let end = last.first.upperBound
      for place in (gap == 0 ? end + 1...end + 1 : end...end + 1)
      where place + 1 < mine.count && mine[place] == theirs[position]
        && mine[place + 1] == theirs[position + 1]
      {
        return take(place, position)
      }
      return nil
    }

    private mutating func seed(at position: Int, _ seeds: SeedTable) -> Int? {
      var best: (place: Int, score: Int)?
      seeds.forEachPlace(of: theirs[position], theirs[position + 1]) { place in
        var length = 2
        let limit = min(mine.count - place, theirs.count - position)
        while length < limit, mine[place + length] == theirs[position + length] { length += 1 }
        // A match that goes on with an open stretch is worth a few words more elsewhere.
        let score = length + (continues(place, position) ? 8 : 0)
        if best.map({ score > $0.score }) ?? true { best = (place, score) }
      }
      return best.map { take($0.place, position) }
    }

    private func continues(_ place: Int, _ position: Int) -> Bool {
      found.suffix(Walk.recent).contains { $0.accepts(first: place, second: position) }
    }

    /// Grows a match to both sides and puts it down. Returns where it ends in the second text.
    private mutating func take(_ place: Int, _ position: Int) -> Int {
      var (start, other) = (place, position)
      let floor = found.last?.second.upperBound ?? 0
      while start > 0, other > floor, mine[start - 1] == theirs[other - 1] {
        start -= 1
        other -= 1
      }
      var (end, otherEnd) = (place + 2, position + 2)
      while end < mine.count, otherEnd < theirs.count, mine[end] == theirs[otherEnd] {
        end += 1
        otherEnd += 1
      }
      var weight = 0
      for index in start..<end { weight += Int(weights[index]) }
      put(start, other, length: end - start, weight: weight)
      return otherEnd
    }

    private mutating func put(_ start: Int, _ other: Int, length: Int, weight: Int) {
      for index in found.indices.suffix(Walk.recent).reversed() {
        if found[index].accepts(first: start, second: other) {
          // What lay between was a stray pair of words.
          found.removeSubrange((index + 1)...)
          found[index].append(first: start, second: other, length: length, weight: weight)
          return
        }
        guard found[index].matched <= Walk.stray else { break }
      }
      found.append(Stretch(first: start, second: other, length: length, weight: weight))
    }
  }
}
