internal import Stories

/// What counts say of the segment.
extension SegmentCounts {
  /// Whether the segment is signed as a quoted post is: a dash, a name with its account, a date.
  var isSignedPost: Bool { signs.handles > 0 && signs.dashes > 0 && figures > 0 }

  /// Whether the segment is figures for the most part: three, and two in five of its words. What is put in behind a dash or
  /// in brackets, as a desk's telephone numbers are, is not.
  func isOfFigures(_ segment: Segment, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes[segment.range.lowerBound]
    return figures >= 3 && figures * 5 >= segment.tokens.count * 2
      && first != UInt8(ascii: "-") && first != UInt8(ascii: "(")
  }

  /// Puts the measurements down.
  ///
  /// - Parameters:
  ///   - row: one number for each of `TextFeature`; those of which nothing is said here stay as they are.
  ///   - segment: what was counted over.
  ///   - bytes: the text's UTF-8.
  func fill(
    _ row: UnsafeMutableBufferPointer<Float>, _ segment: Segment,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let (row, words) = (FeatureRow(values: row), Float(segment.tokens.count))
    func share(_ count: Int) -> Float { Float(count) / max(words, 1) }
    row.set(.constant, 1)
    row.set(.length, Logarithm.natural(1 + words))
    row.set(.upToThreeWords, if: words <= 3)
    row.set(.upToSevenWords, if: words <= 7)
    row.set(.upToFifteenWords, if: words <= 15)
    row.set(.overFortyWords, if: words > 40)
    row.set(.commonWords, share(common))
    row.set(.fewCommonWords, if: words >= 8 && common * 6 < segment.tokens.count)
    row.set(.capitalised, share(capitals))
    row.set(.allCapitals, share(allCapitals))
    row.set(.figures, share(figures))
    row.set(.secondPerson, min(Float(secondPerson), 3) / 3)
    row.set(.firstPlural, min(Float(firstPlural), 3) / 3)
    row.set(.beginsWithCall, if: beginsWithCall)
    row.set(.speech, if: speech > 0)
    fillSigns(row, segment, bytes)
    for number in 0..<CueKinds.count { row.values[TextFeature.cue(number)] = min(cues[number], 3) }
    row.set(.strongCue, min(Float(strongCues), 2))
    row.set(.shortStrongCue, if: strongCues > 0 && words <= 12)
    row.set(.cueDensity, cues.sum() / max(words, 1).squareRoot())
    let hasPerson = secondPerson + firstPlural > 0
    row.set(.unquotedPerson, if: hasPerson && signs.quotes == 0 && speech == 0)
  }

  private func fillSigns(
    _ row: FeatureRow, _ segment: Segment, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let ending = SegmentEnding(bytes, segment.range)
    row.set(.endsSentence, if: ending == .sentence || ending == .question)
    row.set(.asksQuestion, if: ending == .question)
    row.set(.endsInColon, if: ending == .colon)
    row.set(.endsOpen, if: ending == .open)
    let first = bytes[segment.range.lowerBound]
    let second = segment.range.count > 1 ? bytes[segment.range.lowerBound + 1] : 0
    let isQuote = first == UInt8(ascii: "\"") || first == 0xE2 && second == 0x80
    row.set(.beginsWithQuote, if: isQuote && signs.quotes > 0)
    let isDash = first == UInt8(ascii: "-") || first == 0xE2 && second == 0x80 && signs.quotes == 0
    row.set(.beginsWithDash, if: isDash && signs.dashes > 0)
    row.set(.quotes, min(Float(signs.quotes), 2) / 2)
    row.set(.dash, min(Float(signs.dashes), 2) / 2)
    row.set(.address, min(Float(signs.addresses), 2) / 2)
    row.set(.rightsSign, if: signs.rights > 0)
    row.set(.linkSign, min(Float(signs.links), 2) / 2)
    row.set(.clockTime, if: signs.clockTimes > 0)
  }
}

/// Where the measurements of one segment are put down.
private struct FeatureRow {
  let values: UnsafeMutableBufferPointer<Float>

  @inline(__always)
  func set(_ feature: TextFeature, _ value: Float) { values[feature.rawValue] = value }

  @inline(__always)
  func set(_ feature: TextFeature, if isTrue: Bool) { set(feature, isTrue ? 1 : 0) }
}
