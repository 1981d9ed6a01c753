public import Stories

/// The candidates' index: stories by their bands and by their fingerprints, in segments of time that are
/// dropped whole. Bands find what is alike as a whole; fingerprints find what shares a part, a cut or a
/// passage, at any difference in length.
///
/// Never persisted: it is rebuilt from stored signatures at start, and so can't disagree with the store.
/// Memory is 13 to 26 bytes a band and 8 to 16 a fingerprint or print of a passage, by how lately tables have grown. A
/// story stays at least the window and at most a quarter of a window longer.
public struct BandIndex: Sendable {
  /// How signatures are cut.
  private let plan: BandPlan
  /// How long a story can be found after it arrived, in milliseconds; nil for ever.
  private let window: Int64?

  private struct Segment {
    /// Arrivals from this instant, for a segment's length or up to the next segment's.
    let start: Instant
    /// Since when it has lain ahead of the clock, which was put back.
    var aheadSince: Instant?
    var table = BandTable()
    var fingerprints = FingerprintSegment()
    var passages = PassageSegment()
    var stories: [StoryNumber] = []
  }

  private var segments: [Segment] = []
  private var found: [StoryNumber] = []
  private var hits: [UInt16] = []
  private var touched: [UInt32] = []

  /// Stories that one band is looked up for at most, the newest, in each segment.
  public static let bucketLimit = BandTable.bandBucket

  /// Segments in a window: more make expiry finer and every look-up dearer.
  static let segmentsPerWindow: Int64 = 4

  /// Makes an empty index.
  public init(plan: BandPlan, window: Int64?) {
    (self.plan, self.window) = (plan, window)
  }

  /// Bytes held by tables and story lists.
  var byteCount: Int {
    segments.reduce(0) {
      $0 + $1.table.byteCount + $1.fingerprints.byteCount + $1.passages.byteCount
        + $1.stories.capacity * 8
    }
  }

  /// The stories that share at least one band with a signature, each once, in order of arrival.
  public mutating func candidates(for signature: Signature) -> [StoryNumber] {
    found.removeAll(keepingCapacity: true)
    let keys = plan.keys(of: signature.registers)
    keys.withUnsafeBufferPointer { keys in
      // By position: to take a segment out would be a count of references for each of its tables.
      for position in segments.indices {
        segments[position].table.forEach(keys) { found.append(segments[position].stories[Int($0)]) }
      }
    }
    guard !found.isEmpty else { return [] }
    found.sort()
    var distinct: [StoryNumber] = []
    for story in found where distinct.last != story { distinct.append(story) }
    return distinct
  }

  /// The stories that share enough fingerprints, those that share the greater part first, the newer first
  /// among equals.
  ///
  /// - Parameters:
  ///   - text: the text that is looked up.
  ///   - search: how much must be shared.
  ///   - misread: how much where either of the two counts as misread; nil for as much as otherwise.
  /// - Returns: the stories, each once.
  ///
  /// Complexity: O(fingerprints · stories that share one), the latter bounded by the bucket.
  mutating func sharing(
    _ text: FingerprintedText, _ search: ReuseSearch, ofMisread misread: ReuseSearch? = nil
  ) -> [StoryNumber] {
    var ranked: [(part: Double, story: StoryNumber, most: Int)] = []
    for position in segments.indices {
      segments[position].fingerprints.forEachSharing(
        text, hits: &hits, touched: &touched
      ) { story, shared, pair in
        let search = pair.isMisread ? misread ?? search : search
        guard search.admits(shared: shared, of: pair) else { return }
        ranked.append(
          (
            Double(shared) / Double(pair.fewer), segments[position].stories[Int(story)],
            search.most
          ))
      }
    }
    guard !ranked.isEmpty else { return [] }
    ranked.sort { $0.part == $1.part ? $0.story > $1.story : $0.part > $1.part }
    // A story that was placed anew is in the tables once for each time, and must not fill several places.
    var distinct: [StoryNumber] = []
    for (_, story, most) in ranked where distinct.count < most && !distinct.contains(story) {
      distinct.append(story)
    }
    return distinct
  }

  /// The stories that most likely share a passage, the likeliest first, the newer first among equals.
  ///
  /// - Parameters:
  ///   - prints: the text's, see `PassagePrinter`.
  ///   - most: stories to look at, at most.
  /// - Returns: the stories, each once.
  ///
  /// Complexity: O(prints · stories that share one), the latter bounded by the bucket.
  func sharing(prints: [UInt32], most: Int) -> [StoryNumber] {
    var ranked: [(points: Int, story: StoryNumber)] = []
    for position in segments.indices {
      for (story, points) in segments[position].passages.points(prints) {
        ranked.append((points, segments[position].stories[Int(story)]))
      }
    }
    ranked.sort { $0.points == $1.points ? $0.story > $1.story : $0.points > $1.points }
    var (distinct, seen): ([StoryNumber], Set<StoryNumber>) = ([], [])
    for (_, story) in ranked where distinct.count < most && seen.insert(story).inserted {
      distinct.append(story)
    }
    return distinct
  }

  /// Puts a story into the segment of its arrival, which may be before that of others: clocks are put back.
  public mutating func insert(
    _ story: StoryNumber, _ signature: Signature,
    _ text: FingerprintedText = FingerprintedText([]), prints: [UInt32] = [], at arrival: Instant
  ) {
    let position = segment(for: arrival)
    let ordinal = UInt32(segments[position].stories.count)
    segments[position].stories.append(story)
    plan.keys(of: signature.registers).withUnsafeBufferPointer {
      segments[position].table.insert($0, ordinal)
    }
    segments[position].fingerprints.insert(ordinal, text)
    if !prints.isEmpty { segments[position].passages.insert(ordinal, prints) }
  }

  /// Drops the segments whose last story arrived before the window. Returns the stories dropped.
  ///
  /// What arrived later than `now`, under a clock that was ahead, counts as come when that was put right; under one that
  /// was put back by mistake it waits for the right time.
  mutating func expire(at now: Instant) -> [StoryNumber] {
    guard let window, let length = segmentLength else { return [] }
    let edge = now.advanced(byMilliseconds: -window)
    var dropped: [StoryNumber] = []
    for position in segments.indices.reversed() {
      let start = segments[position].start
      let ahead = start > now ? min(now, segments[position].aheadSince ?? now) : nil
      segments[position].aheadSince = ahead
      if (ahead ?? start).advanced(byMilliseconds: length) <= edge {
        dropped += segments.remove(at: position).stories
      }
    }
    return dropped
  }

  private var segmentLength: Int64? { window.map { max(1, $0 / BandIndex.segmentsPerWindow) } }

  private mutating func segment(for arrival: Instant) -> Int {
    guard let length = segmentLength else {
      if segments.isEmpty { segments.append(Segment(start: arrival)) }
      return 0
    }
    let position = segments.lastIndex { $0.start <= arrival }
    guard let anchor = segments.isEmpty ? nil : segments[position ?? 0].start else {
      segments.append(Segment(start: arrival))
      return 0
    }
    let distance = arrival.milliseconds - anchor.milliseconds
    let steps = (distance - (distance < 0 ? length - 1 : 0)) / length
    if let position, steps == 0 { return position }
    let next = position.map { $0 + 1 } ?? 0
    segments.insert(Segment(start: anchor.advanced(byMilliseconds: steps * length)), at: next)
    return next
  }
}
