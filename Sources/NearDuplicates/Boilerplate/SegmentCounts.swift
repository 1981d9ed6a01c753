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
  /// Whether the segment is signed as a quoted post is: a dash, a name with its account, a date.
  var isSignedPost: Bool { signs.handles > 0 && signs.dashes > 0 && figures > 0 }

  /// Counts anew over a segment.
  mutating func read(_ segment: Segment, _ words: WordBuffers, _ table: WordTable.Buffers) {
    self = SegmentCounts()
    countWords(segment, words, table)
    countLetters(segment, words)
    wordScore *= PhraseKey.scale(words: segment.tokens.count)
  }

  /// Looks up words and runs of two, in three passes: the bitmap says which may be in the table; their first
  /// slots are read side by side, without branches, so that none waits for the other's memory; then they
  /// are counted.
  private mutating func countWords(
    _ segment: Segment, _ words: WordBuffers, _ table: WordTable.Buffers
  ) {
    let count = segment.tokens.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count * 6 + 2) { scratch in
      let positions = UnsafeMutableBufferPointer(rebasing: scratch[..<(count + 1)])
      let keys = UnsafeMutableBufferPointer(rebasing: scratch[(count + 1)..<(3 * count + 2)])
      let slots = UnsafeMutableBufferPointer(rebasing: scratch[(3 * count + 2)...])
      let (found, all) = collect(segment, words, table, positions, keys)
      for index in 0..<all { slots[index] = table.firstSlot(of: keys[index]) }
      for index in 0..<found {
        let entry = table.entry(keys[index], firstSlot: slots[index])
        wordScore += entry.weight
        guard entry.flags.rawValue != 0 else { continue }
        let position = Int(positions[index])
        note(entry.flags, isFirst: position == segment.tokens.lowerBound)
        if entry.flags.contains(.beginsCue) {
          followCue(keys[index], position, segment, words, table)
        }
      }
      for index in found..<all {
        wordScore += table.entry(keys[index], firstSlot: slots[index]).weight
      }
    }
  }

  /// Puts down the words that may be in the table, then the runs of two.
  @inline(__always)
  private func collect(
    _ segment: Segment, _ words: WordBuffers, _ table: WordTable.Buffers,
    _ positions: UnsafeMutableBufferPointer<UInt32>, _ keys: UnsafeMutableBufferPointer<UInt32>
  ) -> (words: Int, all: Int) {
    var found = 0
    for position in segment.tokens {
      let key = words.phraseKey(position)
      positions[found] = UInt32(truncatingIfNeeded: position)
      keys[found] = key
      found &+= table.mayHave(key)
    }
    var all = found
    var previous = PhraseKey.beginning
    for position in segment.tokens {
      let key = words.phraseKey(position)
      let run = PhraseKey.extend(previous, by: key)
      keys[all] = run
      all &+= table.mayHave(run)
      previous = key
    }
    return (found, all)
  }

  @inline(__always)
  private mutating func note(_ flags: WordFlags, isFirst: Bool) {
    if flags.contains(.common) { common += 1 }
    if flags.contains(.foreign) { foreign += 1 }
    if flags.contains(.secondPerson) { secondPerson += 1 }
    if flags.contains(.firstPlural) { firstPlural += 1 }
    if flags.contains(.speech) { speech += 1 }
    if isFirst, flags.contains(.imperative) { beginsWithCall = true }
    noteCue(flags)
  }

  @inline(__always)
  private mutating func noteCue(_ flags: WordFlags) {
    guard let kind = flags.cueKind, kind < CueKinds.count else { return }
    cues[kind] += flags.isStrongCue ? 2 : 1
    if flags.isStrongCue { strongCues += 1 }
  }

  /// Looks for cues of several words that begin with a word.
  @inline(never)
  private mutating func followCue(
    _ first: UInt32, _ position: Int, _ segment: Segment, _ words: WordBuffers,
    _ table: WordTable.Buffers
  ) {
    var run = first
    var next = position + 1
    while next < segment.tokens.upperBound {
      run = PhraseKey.extend(run, by: words.phraseKey(next))
      let flags = table[run].flags
      noteCue(flags)
      guard flags.contains(.continuesCue) else { return }
      next += 1
    }
  }

  /// Looks at letters, and at the signs between words.
  private mutating func countLetters(_ segment: Segment, _ words: WordBuffers) {
    let bytes = words.bytes
    var gapStart = segment.range.lowerBound
    for position in segment.tokens {
      let word = words.range(position)
      let letter = bytes[word.lowerBound]
      let isFigure = letter &- 0x30 < 10
      signs.scanGap(
        bytes, Range(uncheckedBounds: (gapStart, word.lowerBound)), nextIsFigure: isFigure)
      signs.scanWord(bytes, word, mayHaveAtSign: words.hasAtSign)
      if letter == UInt8(ascii: "@"), word.lowerBound > 0,
        bytes[word.lowerBound &- 1] == UInt8(ascii: "(")
      {
        signs.handles += 1
      }
      let isCapital = letter &- 0x41 < 26
      let endsInCapital = bytes[word.upperBound &- 1] &- 0x41 < 26
      figures &+= isFigure ? 1 : 0
      capitals &+= isCapital ? 1 : 0
      allCapitals &+= isCapital && endsInCapital && word.count > 1 ? 1 : 0
      gapStart = word.upperBound
    }
    signs.scanGap(bytes, gapStart..<segment.range.upperBound, nextIsFigure: false)
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
