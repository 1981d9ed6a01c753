internal import NearDuplicates
internal import Stories
internal import Text

/// Measures labelled stories.
struct Measurer {
  let tokeniser: Tokeniser
  let segmenter = Segmenter()
  let table: WordTable

  init(_ tokeniser: Tokeniser, _ known: KnownWords) {
    self.tokeniser = tokeniser
    var table = WordTable(capacity: known.flags.count)
    for (key, flags) in known.flags { table.update(key) { $0.flags = flags } }
    self.table = table
  }

  /// Measures a story.
  ///
  /// - Parameters:
  ///   - story: the story.
  ///   - origin: what it was made of.
  ///   - teaching: what the stories were made of that teach what surrounds a segment; of all kinds the likest to what
  ///     is judged.
  /// - Returns: measurements, keys and labels.
  func measure(
    _ story: LabelledStory, _ origin: StoryOrigin, teaching: StoryOrigin
  ) -> MeasuredStory {
    var text = story.text
    let tokens = tokeniser.tokens(of: text)
    let segments = segmenter.units(of: text, tokens: tokens)
    let labels = Measurer.labels(of: segments, story)
    return text.withUTF8 { bytes in
      var keys: [UInt32] = []
      var starts = [0]
      for segment in segments {
        PhraseKey.forEach(in: segment, tokens, bytes) { keys.append($0) }
        starts.append(keys.count)
      }
      let reading = SegmentReading(segments, tokens, bytes, table)
      let isNews = origin == .wire || Measurer.isNews(reading, labels)
      let share = isNews ? 1 : 0.1
      return MeasuredStory(
        host: story.host, origin: origin, reading: reading, labels: labels,
        importance: origin.importance * share, contextImportance: origin == teaching ? share : 0,
        keys: keys, starts: starts)
    }
  }

  /// Whether a text reports: somebody says something in it. Guides and shops speak to the reader in their
  /// own text, which in news is a sign of boilerplate; they count for less.
  private static func isNews(_ reading: SegmentReading, _ labels: [LabelledPart.Label]) -> Bool {
    let reports = labels.indices.count {
      labels[$0] == .news && reading.value(.speech, of: $0) > 0
    }
    return reports >= 2
  }

  /// A segment is what most of it is.
  static func labels(of segments: [Segment], _ story: LabelledStory) -> [LabelledPart.Label] {
    var boilerplate = RangeWalk(story.boilerplate)
    var neutral = RangeWalk(story.neutral)
    return segments.map { segment in
      let (bad, aside) = (boilerplate.overlap(segment.range), neutral.overlap(segment.range))
      if bad * 2 > segment.range.count { return .boilerplate }
      return aside * 2 > segment.range.count ? .neutral : .news
    }
  }
}

/// Overlaps of rising ranges with rising ranges, in one walk.
struct RangeWalk {
  private let ranges: [Range<Int>]
  private var next = 0

  init(_ ranges: [Range<Int>]) { self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound } }

  /// How much of a range these cover. Must be asked for ranges in rising order.
  mutating func overlap(_ range: Range<Int>) -> Int {
    while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
    var (sum, index) = (0, next)
    while index < ranges.count, ranges[index].lowerBound < range.upperBound {
      sum += ranges[index].clamped(to: range).count
      index += 1
    }
    return sum
  }
}
