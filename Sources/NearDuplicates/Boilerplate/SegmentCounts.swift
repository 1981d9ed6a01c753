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

  /// Counts anew over a segment.
  mutating func read(
    _ segment: Segment, _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>, _ table: WordTable
  ) {
    self = SegmentCounts()
    var previous = PhraseKey.beginning
    var gapStart = segment.range.lowerBound
    for position in segment.tokens {
      let word = Int(tokens.starts[position])..<Int(tokens.ends[position])
      let key = PhraseKey.word(tokens, position, bytes)
      let entry = table[key]
      wordScore += entry.weight + table[PhraseKey.extend(previous, by: key)].weight
      previous = key
      if entry.flags != [] {
        note(entry.flags, isFirst: position == segment.tokens.lowerBound)
        if entry.flags.contains(.beginsCue) {
          followCue(key, position, segment, tokens, bytes, table)
        }
      }
      signs.scanGap(bytes, gapStart..<word.lowerBound, nextIsFigure: key == PhraseKey.figure)
      countLetters(bytes, word, isFigure: key == PhraseKey.figure)
      gapStart = word.upperBound
    }
    signs.scanGap(bytes, gapStart..<segment.range.upperBound, nextIsFigure: false)
    wordScore *= PhraseKey.scale(words: segment.tokens.count)
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

  private mutating func noteCue(_ flags: WordFlags) {
    guard let kind = flags.cueKind, kind < CueKinds.all.count else { return }
    cues[kind] += flags.isStrongCue ? 2 : 1
    if flags.isStrongCue { strongCues += 1 }
  }

  /// Looks for cues of several words that begin with a word.
  private mutating func followCue(
    _ first: UInt32, _ position: Int, _ segment: Segment, _ tokens: Tokens,
    _ bytes: UnsafeBufferPointer<UInt8>, _ table: WordTable
  ) {
    var run = first
    var next = position + 1
    while next < segment.tokens.upperBound {
      run = PhraseKey.extend(run, by: PhraseKey.word(tokens, next, bytes))
      let flags = table[run].flags
      noteCue(flags)
      guard flags.contains(.continuesCue) else { return }
      next += 1
    }
  }

  @inline(__always)
  private mutating func countLetters(
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, isFigure: Bool
  ) {
    signs.scanWord(bytes, word)
    if isFigure {
      figures += 1
    } else if bytes[word.lowerBound] &- 0x41 < 26 {
      capitals += 1
      if word.count > 1, bytes[word.upperBound - 1] &- 0x41 < 26 { allCapitals += 1 }
    }
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
    for number in CueKinds.all.indices { row[TextFeature.cue(number)] = min(cues[number], 3) }
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
