internal import Stories

/// Counts over the words of one segment.
struct SegmentCounts {
  private(set) var wordScore: Float = 0
  private(set) var common = 0
  private(set) var foreign = 0
  private var secondPerson = 0
  private var firstPlural = 0
  private var speech = 0
  private var beginsWithCall = false
  private var capitals = 0
  private var allCapitals = 0
  private var figures = 0
  private var strongCues = 0
  private(set) var cues = SIMD16<Float>()
  private var signs = SegmentSigns()
  /// From the first to the last word at which a cue, an address, a rights sign or a sign of links was found; empty if
  /// there is none.
  private(set) var signPlaces = 0..<0
  /// Whether the segment is signed as a quoted post is: a dash, a name with its account, a date.
  var isSignedPost: Bool { signs.handles > 0 && signs.dashes > 0 && figures > 0 }
  /// Whether the segment is figures for the most part: three, and two in five of its words. What is put in behind a dash or
  /// in brackets, as a desk's telephone numbers are, is not.
  func isOfFigures(_ segment: Segment, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes[segment.range.lowerBound]
    return figures >= 3 && figures * 5 >= segment.tokens.count * 2
      && first != UInt8(ascii: "-") && first != UInt8(ascii: "(")
  }

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
        let known = signs.ofFurniture
        look(at: words.signs[first &+ $0], first &+ $0, segment, words)
        if signs.ofFurniture != known { noteSign(at: first &+ $0) }
      }
    }
    (figures, capitals, allCapitals) = (letters.figures, letters.capitals, letters.allCapitals)
    // What stands before the first word and after the last.
    let (first, last) = (segment.tokens.first, segment.tokens.last)
    let start = first.map { words.range($0).lowerBound } ?? segment.range.upperBound
    let known = signs.ofFurniture
    signs.scanGap(
      words.bytes, segment.range.lowerBound..<start,
      nextIsFigure: first.map { words.signs[$0].contains(.figure) } ?? false)
    if signs.ofFurniture != known { noteSign(at: segment.tokens.lowerBound) }
    guard let last else { return }
    let behindFirst = signs.ofFurniture
    signs.scanGap(
      words.bytes, words.range(last).upperBound..<segment.range.upperBound, nextIsFigure: false)
    if signs.ofFurniture != behindFirst { noteSign(at: last) }
  }

  private mutating func look(
    at found: TokenSigns, _ position: Int, _ segment: Segment, _ words: StoryWords
  ) {
    let word = words.range(position)
    if found.contains(.gap), position > segment.tokens.lowerBound {
      signs.scanGap(
        words.bytes, words.range(position - 1).upperBound..<word.lowerBound,
        nextIsFigure: found.contains(.figure))
    }
    if found.contains(.mayBeAddress) { signs.scanAddress(words.bytes, word) }
    if found.contains(.handle) { signs.handles += 1 }
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

extension SegmentCounts {
  /// Puts the measurements down.
  func fill(
    _ row: UnsafeMutableBufferPointer<Float>, _ segment: Segment,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let words = Float(segment.tokens.count)
    func set(_ feature: TextFeature, _ value: Float) { row[feature.rawValue] = value }
    func set(_ feature: TextFeature, if condition: Bool) {
      row[feature.rawValue] = condition ? 1 : 0
    }
    func share(_ feature: TextFeature, _ count: Int) { set(feature, Float(count) / max(words, 1)) }
    set(.constant, 1)
    set(.length, Logarithm.natural(1 + words))
    set(.upToThreeWords, if: words <= 3)
    set(.upToSevenWords, if: words <= 7)
    set(.upToFifteenWords, if: words <= 15)
    set(.overFortyWords, if: words > 40)
    share(.commonWords, common)
    set(.fewCommonWords, if: words >= 8 && common * 6 < segment.tokens.count)
    share(.capitalised, capitals)
    share(.allCapitals, allCapitals)
    share(.figures, figures)
    set(.secondPerson, min(Float(secondPerson), 3) / 3)
    set(.firstPlural, min(Float(firstPlural), 3) / 3)
    set(.beginsWithCall, if: beginsWithCall)
    set(.speech, if: speech > 0)
    fillSigns(set, segment, bytes)
    for number in 0..<CueKinds.count { row[TextFeature.cue(number)] = min(cues[number], 3) }
    set(.strongCue, min(Float(strongCues), 2))
    set(.shortStrongCue, if: strongCues > 0 && words <= 12)
    set(.cueDensity, cues.sum() / max(words, 1).squareRoot())
    let hasPerson = secondPerson + firstPlural > 0
    set(.unquotedPerson, if: hasPerson && signs.quotes == 0 && speech == 0)
  }

  private func fillSigns(
    _ set: (TextFeature, Float) -> Void, _ segment: Segment, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let ending = SegmentEnding(bytes, segment.range)
    set(.endsSentence, ending == .sentence || ending == .question ? 1 : 0)
    set(.asksQuestion, ending == .question ? 1 : 0)
    set(.endsInColon, ending == .colon ? 1 : 0)
    set(.endsOpen, ending == .open ? 1 : 0)
    let first = bytes[segment.range.lowerBound]
    let second = segment.range.count > 1 ? bytes[segment.range.lowerBound + 1] : 0
    let isQuote = first == UInt8(ascii: "\"") || first == 0xE2 && second == 0x80
    set(.beginsWithQuote, isQuote && signs.quotes > 0 ? 1 : 0)
    let isDash = first == UInt8(ascii: "-") || first == 0xE2 && second == 0x80 && signs.quotes == 0
    set(.beginsWithDash, isDash && signs.dashes > 0 ? 1 : 0)
    set(.quotes, min(Float(signs.quotes), 2) / 2)
    set(.dash, min(Float(signs.dashes), 2) / 2)
    set(.address, min(Float(signs.addresses), 2) / 2)
    set(.rightsSign, signs.rights > 0 ? 1 : 0)
    set(.linkSign, min(Float(signs.links), 2) / 2)
    set(.clockTime, signs.clockTimes > 0 ? 1 : 0)
  }
}
