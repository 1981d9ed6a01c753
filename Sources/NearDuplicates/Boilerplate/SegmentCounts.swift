internal import Stories

/// Counts over the words of one segment.
struct SegmentCounts {
  private(set) var wordScore: Float = 0
  private(set) var common = 0
  private(set) var foreign = 0
  private(set) var secondPerson = 0
  private(set) var firstPlural = 0
  private(set) var speech = 0
  private(set) var beginsWithCall = false
  private(set) var capitals = 0
  private(set) var allCapitals = 0
  private(set) var figures = 0
  private(set) var strongCues = 0
  private(set) var cues = SIMD16<Float>()
  private(set) var signs = SegmentSigns()
  /// From the first to the last word at which a cue, an address, a rights sign or a sign of links was found; empty if
  /// there is none.
  private(set) var signPlaces = 0..<0

  /// Counts anew over a segment.
  mutating func read(_ segment: Segment, _ words: StoryWords) {
    self = SegmentCounts()
    countWords(segment, words)
    countRuns(segment, words)
    countLetters(segment, words)
    wordScore *= PhraseKey.scale(words: segment.tokens.count)
  }

  private mutating func countWords(_ segment: Segment, _ words: StoryWords) {
    var (score, functionWords) = (Float(0), 0)
    for position in segment.tokens {
      let entry = words.entry(position)
      score += entry.weight
      let flags = entry.flags.rawValue
      functionWords &+= Int(truncatingIfNeeded: flags & WordFlags.common.rawValue)
      // A function word that begins cues is one in two of all words.
      if flags & ~WordFlags.unremarkable.rawValue != 0 {
        note(entry.flags, position, isFirst: position == segment.tokens.lowerBound)
      }
    }
    wordScore = score
    common = functionWords
  }

  /// Looks up runs of two words, in three passes: the bitmap says, without branches, which may be in the
  /// table; their first slots are read side by side, so that none waits for the other's memory; then they
  /// are counted.
  private mutating func countRuns(_ segment: Segment, _ words: StoryWords) {
    let count = words.findRuns(endingIn: segment.tokens)
    for index in 0..<count {
      words.runNumbers[index] = words.table.numberAtOnce(
        of: UInt32(truncatingIfNeeded: words.runs[index] >> 32))
    }
    var score = wordScore
    for index in 0..<count {
      let run = UInt32(truncatingIfNeeded: words.runs[index] >> 32)
      let known = words.runNumbers[index]
      let number = known == .max ? words.table.number(of: run) : known
      let entry = words.table.entries[Int(number)]
      score += entry.weight
      guard entry.flags.rawValue != 0 else { continue }
      let end = Int(words.runEnds[index])
      if end > segment.tokens.lowerBound, words.entry(end - 1).flags.contains(.beginsCue) {
        followCue(run, entry.flags, end, segment, words)
      }
    }
    wordScore = score
  }

  @inline(__always)
  private mutating func note(_ flags: WordFlags, _ position: Int, isFirst: Bool) {
    if flags.contains(.foreign) { foreign += 1 }
    if flags.contains(.secondPerson) { secondPerson += 1 }
    if flags.contains(.firstPlural) { firstPlural += 1 }
    if flags.contains(.speech) { speech += 1 }
    if isFirst, flags.contains(.imperative) { beginsWithCall = true }
    noteCue(flags, position)
  }

  @inline(__always)
  private mutating func noteCue(_ flags: WordFlags, _ position: Int) {
    guard let kind = flags.cueKind, kind < CueKinds.count else { return }
    cues[kind] += flags.isStrongCue ? 2 : 1
    if flags.isStrongCue { strongCues += 1 }
    noteSign(at: position)
  }

  private mutating func noteSign(at position: Int) {
    signPlaces =
      signPlaces.isEmpty
      ? position..<position + 1
      : min(signPlaces.lowerBound, position)..<max(signPlaces.upperBound, position + 1)
  }

  /// Takes note of a cue of two words, and of longer ones that begin with these.
  @inline(never)
  private mutating func followCue(
    _ two: UInt32, _ known: WordFlags, _ end: Int, _ segment: Segment, _ words: StoryWords
  ) {
    var (run, flags, next) = (two, known, end + 1)
    noteCue(flags, end)
    while flags.contains(.continuesCue), next < segment.tokens.upperBound {
      run = PhraseKey.extend(run, by: words.keys[next])
      flags = words.table.entries[Int(words.table.number(of: run))].flags
      noteCue(flags, end)
      next += 1
    }
  }

  /// Counts what letters tell, and looks at the signs between words.
  private mutating func countLetters(_ segment: Segment, _ words: StoryWords) {
    var letters = LetterCounts()
    TokenSigns.forEachEight(of: words.signs, segment.tokens) { eight, first in
      letters.add(eight)
      TokenSigns.forEach(having: [.gap, .mayBeAddress, .handle], inEight: eight) {
        countSigns(of: first &+ $0, segment, words)
      }
    }
    (figures, capitals, allCapitals) = (letters.figures, letters.capitals, letters.allCapitals)
    countSignsAround(segment, words)
  }

  /// Counts the signs in the gap before a word, and what the word itself is.
  private mutating func countSigns(
    of position: Int, _ segment: Segment, _ words: StoryWords
  ) {
    let (found, word) = (words.signs[position], words.range(position))
    notingSigns(at: position) { signs in
      if found.contains(.gap), position > segment.tokens.lowerBound {
        signs.scanGap(
          words.bytes, words.range(position - 1).upperBound..<word.lowerBound,
          nextIsFigure: found.contains(.figure))
      }
      if found.contains(.mayBeAddress) { signs.scanAddress(words.bytes, word) }
      if found.contains(.handle) { signs.handles += 1 }
    }
  }

  /// Counts the signs before the first word and behind the last.
  private mutating func countSignsAround(_ segment: Segment, _ words: StoryWords) {
    let (first, last) = (segment.tokens.first, segment.tokens.last)
    let start = first.map { words.range($0).lowerBound } ?? segment.range.upperBound
    notingSigns(at: segment.tokens.lowerBound) {
      $0.scanGap(
        words.bytes, segment.range.lowerBound..<start,
        nextIsFigure: first.map { words.signs[$0].contains(.figure) } ?? false)
    }
    guard let last else { return }
    notingSigns(at: last) {
      $0.scanGap(
        words.bytes, words.range(last).upperBound..<segment.range.upperBound, nextIsFigure: false)
    }
  }

  /// Counts signs, and takes note of the place if any of furniture are among them.
  @inline(__always)
  private mutating func notingSigns(at position: Int, _ scan: (inout SegmentSigns) -> Void) {
    let known = signs.ofFurniture
    scan(&signs)
    if signs.ofFurniture != known { noteSign(at: position) }
  }
}

/// How many of some words begin with figures and capitals.
private struct LetterCounts {
  private(set) var figures = 0
  private(set) var capitals = 0
  private(set) var allCapitals = 0

  /// Counts eight words.
  @inline(__always)
  mutating func add(_ eight: UInt64) {
    figures &+= LetterCounts.sum(eight)
    capitals &+= LetterCounts.sum(eight &>> 1)
    allCapitals &+= LetterCounts.sum(eight &>> 2)
  }

  /// How many bytes have their lowest bit: all of them are summed in the highest byte.
  @inline(__always)
  private static func sum(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return Int(truncatingIfNeeded: ((eight & ones) &* ones) &>> 56)
  }
}
