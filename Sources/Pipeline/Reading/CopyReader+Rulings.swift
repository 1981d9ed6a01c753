internal import NearDuplicates
public import Store
internal import Stories
internal import Text

extension CopyReader {
  /// Takes up what people said of segments; it counts from the next reading on.
  ///
  /// - Parameter rulings: all that are in force.
  public func adopt(_ rulings: [StoredRuling]) {
    self.rulings = Rulings(rulings) { words in
      var text = words
      let tokens = signer.tokens(of: text)
      guard tokens.count > 0 else { return nil }
      return text.withUTF8 { segmenter.opening(0, of: tokens, in: $0) }
    }
  }

  /// The segments of a text that people spoke about; nil where nothing was said that may bear on it.
  func ruled(_ text: String, _ tokens: Tokens, _ outlet: Outlet?) -> RuledText? {
    guard rulings.mayConcern(outlet) else { return nil }
    var seen: Set<Range<Int>> = []
    var parts: [RuledText.Part] = []
    for level in [SegmentLevel.paragraph, .line, .sentence] {
      let segments = segmenter.segments(level, of: text, tokens: tokens, keyed: false)
      for segment in segments where !segment.tokens.isEmpty {
        guard let part = part(segment, text, tokens, outlet), seen.insert(segment.tokens).inserted
        else { continue }
        parts.append(part)
      }
    }
    return RuledText(text: text, tokens: tokens, outlet: outlet, parts: parts, rulings: rulings)
  }

  /// A segment with what was said of it, if anything was.
  private func part(
    _ segment: Segment, _ text: String, _ tokens: Tokens, _ outlet: Outlet?
  ) -> RuledText.Part? {
    var text = text
    return text.withUTF8 { bytes in
      let opening = segmenter.opening(segment.tokens.lowerBound, of: tokens, in: bytes)
      guard rulings.mayConcern(opening: opening) else { return nil }
      let key = segmenter.stretch(segment.tokens, of: tokens, in: bytes).key
      guard let ruling = rulings.on(key, in: outlet) else { return nil }
      let keyed = Segment(
        range: segment.range, tokens: segment.tokens, key: key, looseKey: segment.looseKey)
      return RuledText.Part(segment: keyed, ruling: ruling)
    }
  }

  /// What is marked, once people have been heard.
  func apply(_ ruled: RuledText, to marked: [Range<Int>]) -> [Range<Int>] {
    var marked = TokenRanges.without(
      marked, stretches(ruled, marked, .rejected).map(\.segment.tokens))
    for part in ruled.parts {
      switch part.ruling.ruling.answer {
      case .confirmed: marked = TokenRanges.union(marked, [part.segment.tokens])
      case .rejected: marked = TokenRanges.without(marked, [part.segment.tokens])
      }
    }
    return marked
  }

  /// Marked stretches within lines that people spoke about.
  func stretches(
    _ ruled: RuledText, _ marked: [Range<Int>], _ answer: BoilerplateRuling.Answer
  ) -> [RuledText.Part] {
    guard !marked.isEmpty else { return [] }
    var text = ruled.text
    return text.withUTF8 { bytes in
      let cutter = MarkedSegments(ruled.tokens, bytes, segmenter)
      return cutter.cut(marked, cutter.units).compactMap { segment, _ in
        guard let ruling = ruled.rulings.on(segment.key, in: ruled.outlet),
          ruling.ruling.answer == answer
        else { return nil }
        return RuledText.Part(segment: segment, ruling: ruling)
      }
    }
  }

  /// The latest ruling on a segment of a text that is later than another.
  ///
  /// - Parameters:
  ///   - sequence: of the ruling that was taken up before.
  ///   - reading: the text.
  /// - Returns: the ruling; nil if none bears on it.
  func latestRuling(after sequence: Int64, on reading: StoryReading) -> BoilerplateRuling? {
    guard let ruled = reading.ruled else { return nil }
    let parts = ruled.parts + stretches(ruled, unruled(reading), .rejected)
    let latest = parts.map(\.ruling).max { $0.sequence < $1.sequence }
    return latest.flatMap { $0.sequence > sequence ? $0.ruling : nil }
  }

  /// The segments of a text that count as boilerplate, and those that people spoke about, each once.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - tokens: its tokens.
  ///   - ruled: what people said of it.
  ///   - boilerplate: tokens that count as boilerplate.
  ///   - sequence: the last ruling that was taken up.
  /// - Returns: a sighting a segment.
  func sightings(
    _ text: String, _ tokens: Tokens, ruled: RuledText?, boilerplate: [Range<Int>],
    through sequence: Int64 = .max
  ) -> [SegmentSighting] {
    guard !boilerplate.isEmpty || ruled?.parts.isEmpty == false else { return [] }
    var seen: Set<SegmentKey> = []
    var sightings: [SegmentSighting] = []
    var text = text
    text.withUTF8 { bytes in
      func add(_ segment: Segment, _ kind: BoilerplateKind) {
        guard seen.insert(segment.key).inserted else { return }
        sightings.append(
          SegmentSighting(
            segment: segment.key, kind: kind, text: SightedText.text(bytes, segment.range)))
      }
      for part in ruled?.parts ?? [] where part.ruling.sequence <= sequence {
        add(part.segment, part.ruling.ruling.kind)
      }
      let cutter = MarkedSegments(tokens, bytes, segmenter)
      let units = cutter.units
      let found = cutter.cut(boilerplate, units)
      let marked = Set(found.map(\.unit))
      let kinds = model?.kinds(of: units, tokens: tokens, of: bytes) { marked.contains($0) }
      for (segment, unit) in found { add(segment, kinds?[unit] ?? .other) }
    }
    return sightings
  }
}

/// What a segment reads, for the store.
enum SightedText {
  /// Bytes kept at most.
  private static let limit = 4000

  static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var end = min(range.upperBound, range.lowerBound + limit)
    while end > range.lowerBound, end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(
      decoding: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]), as: UTF8.self)
  }
}
