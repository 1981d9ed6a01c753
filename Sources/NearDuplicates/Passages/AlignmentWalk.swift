internal import Stories

/// One way through the second of two texts, putting down what it shares with the first.
struct AlignmentWalk {
  private let mine: UnsafeBufferPointer<TokenKey>
  private let theirs: UnsafeBufferPointer<TokenKey>
  private let weights: UnsafeRawBufferPointer
  private let other: CopyView
  private let tolerance: Tolerance
  private let scratch: AlignmentScratch
  /// The stretches so far.
  private(set) var found: [Stretch] = []
  /// Where the last stretch ends in either text; far before the first word where there is none.
  private var end = AlignmentWalk.nowhere
  private var otherEnd = AlignmentWalk.nowhere

  /// Stretches that are looked at when a match might go on with one of them.
  private static let recent = 4
  /// Words up to which a match in the midst of a passage counts as chance.
  private static let stray = 3
  private static var nowhere: Int { -1 << 40 }

  init(
    _ first: CopyView, _ second: CopyView, _ tolerance: Tolerance, _ scratch: AlignmentScratch
  ) {
    (mine, theirs, other, self.tolerance) = (first.keys, second.keys, second, tolerance)
    (weights, self.scratch) = (UnsafeRawBufferPointer(first.weights), scratch)
  }

  mutating func run(_ seeds: SeedTable) {
    let places = scratch.places
    let (count, reach) = (seeds.mayMatch(other, places), tolerance.reach)
    var (next, position) = (0, 0)
    while true {
      // Right behind a match it may go on without a seed.
      while position &- otherEnd <= reach, position &+ 1 < theirs.count {
        if position &- otherEnd <= 1, let end = resume(at: position) {
          position = end
          continue
        }
        while next < count, Int(places[next]) < position { next &+= 1 }
        if next < count, Int(places[next]) == position, let end = seed(at: position, seeds) {
          position = end
        } else {
          position = single(at: position) ?? position &+ 1
        }
      }
      while next < count, Int(places[next]) < position { next &+= 1 }
      guard next < count else { return }
      position = Int(places[next])
      position = seed(at: position, seeds) ?? position &+ 1
    }
  }

  /// Goes on with the last stretch after one changed, added or dropped word, if two words agree there.
  @inline(__always)
  private mutating func resume(at position: Int) -> Int? {
    for place in (position == otherEnd ? end &+ 1 : end)...end &+ 1
    where place &+ 1 < mine.count && mine[place] == theirs[position]
      && mine[place &+ 1] == theirs[position &+ 1]
    {
      return take(place, position)
    }
    return nil
  }

  /// Goes on with the last stretch at a single word that agrees, near to its diagonal.
  @inline(__always)
  private mutating func single(at position: Int) -> Int? {
    guard other.weights[position] >= tolerance.leastSingle, otherEnd >= 0 else { return nil }
    for shift in Tolerance.shifts {
      let place = end &+ (position &- otherEnd) &+ shift
      if place >= end, place < mine.count, mine[place] == theirs[position] {
        return take(place, position, agreeing: 1)
      }
    }
    return nil
  }

  /// The best of the places at which the first text has the two words at a position.
  @inline(__always)
  private mutating func seed(at position: Int, _ seeds: SeedTable) -> Int? {
    let first = seeds.firstPlace(of: theirs[position], theirs[position &+ 1])
    guard first >= 0 else { return nil }
    guard saysEnough(position) else { return run(from: first, position, seeds) }
    // Most pairs of words are at one place, which then need not be measured.
    guard seeds.place(after: first) >= 0 else { return take(first, position) }
    return take(best(from: first, position, seeds), position)
  }

  @inline(__always)
  private func saysEnough(_ position: Int) -> Bool {
    SeedTable.isSeed(
      other.weights[position], other.weights[position &+ 1], Tolerance.written.leastSeed)
  }

  /// The same for words that say little: only as a part of more, or where they go on with a stretch.
  private mutating func run(from first: Int, _ position: Int, _ seeds: SeedTable) -> Int? {
    let place = best(from: first, position, seeds)
    let isRun = matchEnd(place &+ 2, position &+ 2) &- place >= tolerance.leastRun
    return isRun || continues(place, position) ? take(place, position) : nil
  }

  private func best(from first: Int, _ position: Int, _ seeds: SeedTable) -> Int {
    var (best, most, place, tried) = (first, 0, first, 0)
    while place >= 0, tried < SeedTable.placesPerSeed {
      // A match that goes on with an open stretch is worth a few words more elsewhere.
      let length = matchEnd(place &+ 2, position &+ 2) &- place
      let score = length &+ (continues(place, position) ? 8 : 0)
      if score > most { (best, most) = (place, score) }
      place = seeds.place(after: place)
      tried &+= 1
    }
    return best
  }

  private func continues(_ place: Int, _ position: Int) -> Bool {
    found.suffix(AlignmentWalk.recent).contains {
      $0.accepts(first: place, second: position, tolerance)
    }
  }

  /// Where in the first text a match ends that has come to these places. Four words at a time: of a story that
  /// was taken over as it is this goes through the whole.
  @inline(__always)
  private func matchEnd(_ place: Int, _ position: Int) -> Int {
    let (one, two) = (UnsafeRawBufferPointer(mine), UnsafeRawBufferPointer(theirs))
    var (end, otherEnd) = (place, position)
    while end &+ 4 <= mine.count, otherEnd &+ 4 <= theirs.count,
      one.loadUnaligned(fromByteOffset: end &* 4, as: SIMD4<UInt32>.self)
        == two.loadUnaligned(fromByteOffset: otherEnd &* 4, as: SIMD4<UInt32>.self)
    {
      end &+= 4
      otherEnd &+= 4
    }
    while end < mine.count, otherEnd < theirs.count, mine[end] == theirs[otherEnd] {
      end &+= 1
      otherEnd &+= 1
    }
    return end
  }

  /// Grows a match of a few words to both sides and puts it down. Returns where it ends in the second text.
  private mutating func take(_ place: Int, _ position: Int, agreeing words: Int = 2) -> Int {
    var (start, other) = (place, position)
    let floor = max(0, otherEnd)
    while start > 0, other > floor, mine[start &- 1] == theirs[other &- 1] {
      start &-= 1
      other &-= 1
    }
    let end = matchEnd(place &+ words, position &+ words)
    scratch.markMatch(first: start, second: other, length: end &- start)
    put(start, other, length: end &- start, weight: weights.byteSum(start..<end))
    return other &+ (end &- start)
  }

  private mutating func put(_ start: Int, _ other: Int, length: Int, weight: Int) {
    // What is put down always ends behind all that was before.
    (end, otherEnd) = (start &+ length, other &+ length)
    for index in found.indices.suffix(AlignmentWalk.recent).reversed() {
      if found[index].accepts(first: start, second: other, tolerance) {
        // What lay between was a stray pair of words.
        found.removeSubrange((index + 1)...)
        found[index].append(first: start, second: other, length: length, weight: weight)
        return
      }
      guard found[index].matched <= AlignmentWalk.stray else { break }
    }
    if found.isEmpty { found.reserveCapacity(8) }
    found.append(Stretch(first: start, second: other, length: length, weight: weight))
  }
}
