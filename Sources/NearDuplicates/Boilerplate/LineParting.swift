internal import Stories

/// Parts lines of which only the end, or only the beginning, reads like furniture: a credit or a rights line that a page
/// has on a line of its own stands behind the last sentence of a paragraph where markup was taken out. Judged as a whole
/// such a line is lost to news, or its furniture is not seen.
struct LineParting {
  private let words: StoryWords
  private let weights: [Float]
  private let isForeign: Bool

  /// What the side of furniture scores at least, by itself.
  private static let furniture: Float = 0
  /// What each sentence on the side of news scores at most.
  private static let news: Float = -1
  /// Sentences of a line that are tried as furniture, from its end and from its beginning.
  private static let most = 4
  /// Words of a signature at most.
  private static let signature = 3
  /// Words of the news at least.
  private static let leastNews = 8

  /// - Parameters:
  ///   - words: of the text.
  ///   - weights: of a model's measurements.
  ///   - isForeign: whether the text is in a language that the model was not trained on.
  init(_ words: StoryWords, _ weights: [Float], isForeign: Bool) {
    (self.words, self.weights, self.isForeign) = (words, weights, isForeign)
  }

  /// Parts those of some segments that can be.
  ///
  /// A line behind furniture is left whole: a policy goes on in sentences that might be news by themselves.
  ///
  /// - Parameters:
  ///   - judged: the text's segments, in order.
  ///   - sentences: the sentences of a segment in order.
  /// - Returns: all segments, with two for each that was parted; nil if none was.
  ///
  /// Complexity: O(n) in segments, and in the length of those that have signs of furniture.
  func parted(
    _ judged: JudgedSegments, _ sentences: (Segment) -> [Segment]
  ) -> [Segment]? {
    let segments = judged.segments
    var parted: [Segment] = []
    var done = 0
    for (index, segment) in segments.enumerated()
    where segment.tokens.count > LineParting.leastNews {
      let signs = judged.reading.signPlaces[index]
      guard !signs.isEmpty else { continue }
      let isBehindFurniture = index > 0 && judged.verdicts[index - 1].isMarked
      guard !isBehindFurniture, let (head, tail) = parts(of: sentences(segment), signs)
      else { continue }
      parted += segments[done..<index] + [head, tail]
      done = index + 1
    }
    return parted.isEmpty ? nil : parted + segments[done...]
  }

  /// The best of all ways to part a line: that which has most on the side of furniture, and news alone on the other.
  private func parts(of sentences: [Segment], _ signs: Range<Int>) -> (Segment, Segment)? {
    guard sentences.count > 1, let doubtful = doubtful(sentences, signs) else { return nil }
    let cuts = LineParting.cuts(of: sentences.count, around: doubtful).filter {
      sentences[$0.news].reduce(0) { $0 + $1.tokens.count } >= LineParting.leastNews
    }
    let scores = cuts.map { score(LineParting.joined(sentences[$0.furniture])) }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }),
      scores[best] >= LineParting.furniture
    else { return nil }
    let cut = max(cuts[best].news.lowerBound, cuts[best].furniture.lowerBound)
    return (LineParting.joined(sentences[..<cut]), LineParting.joined(sentences[cut...]))
  }

  /// From the first to the last of a line's sentences that might not be news; nil where those with the signs are. Most
  /// lines with signs are news throughout, which these tell by themselves; an agency's name behind the last full stop has
  /// no sign.
  private func doubtful(_ sentences: [Segment], _ signs: Range<Int>) -> ClosedRange<Int>? {
    func isDoubtful(_ index: Int) -> Bool { score(sentences[index]) > LineParting.news }
    func isAsked(_ index: Int) -> Bool {
      sentences[index].tokens.overlaps(signs)
        || index == sentences.count - 1 && isSignature(sentences[index])
    }
    guard let known = sentences.indices.first(where: { isAsked($0) && isDoubtful($0) }) else {
      return nil
    }
    // Those before it that were asked are news.
    let first = sentences[..<known].indices.first { !isAsked($0) && isDoubtful($0) } ?? known
    let last = sentences[(known + 1)...].indices.last(where: isDoubtful) ?? known
    return first...last
  }

  /// Whether a line's last sentence is a few words without a full stop.
  private func isSignature(_ sentence: Segment) -> Bool {
    sentence.tokens.count <= LineParting.signature
      && SegmentEnding(words.bytes, sentence.range) == .open
  }

  /// Ways to part a line's sentences so that some which might not be news are on the side of furniture: with the news
  /// before them, and then such with the news behind.
  private static func cuts(of count: Int, around doubtful: ClosedRange<Int>) -> [Cut] {
    let ends = stride(from: count - 1, through: max(1, count - most), by: -1)
      .filter { $0 <= doubtful.lowerBound }.map { Cut(news: 0..<$0, furniture: $0..<count) }
    let beginnings = stride(from: 1, through: min(most, count - 1), by: 1)
      .filter { $0 > doubtful.upperBound }.map { Cut(news: $0..<count, furniture: 0..<$0) }
    return ends + beginnings
  }

  /// A line's sentences in two parts.
  private struct Cut {
    let news: Range<Int>
    let furniture: Range<Int>
  }

  /// What a stretch scores by itself.
  private func score(_ stretch: Segment) -> Float {
    var counts = SegmentCounts()
    counts.read(stretch, words)
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: TextFeature.count) { row in
      row.initialize(repeating: 0)
      counts.fill(row, stretch, words.bytes)
      if isForeign { row[TextFeature.foreign.rawValue] = 1 }
      return zip(row, weights).reduce(counts.wordScore) { $0 + $1.0 * $1.1 }
    }
  }

  private static func joined(_ sentences: ArraySlice<Segment>) -> Segment {
    let (first, last) = (sentences[sentences.startIndex], sentences[sentences.endIndex - 1])
    return Segment(
      range: first.range.lowerBound..<last.range.upperBound,
      tokens: first.tokens.lowerBound..<last.tokens.upperBound,
      key: SegmentKey(bits: 0), looseKey: SegmentKey(bits: 0))
  }
}
