public import Stories

/// What recurs within an outlet: runs of four words and whole lines, counted by story.
///
/// A line, or words in a row, that one outlet carries under story after story is furniture. A version of
/// an earlier story counts only for what no story had before: agency copy recurs too, and so does the background of a
/// running story under one lead after another. Figures are not masked: the frame of an earnings brief would pass for
/// furniture.
///
/// Memory is bounded. Within an outlet counts are those of Lossy Counting: too high by one at most (a version
/// that came first), and too low by at most one in a hundred of its stories (runs) or one in four hundred
/// (lines), a quarter of what is needed. All outlets together hold at most `entryLimit` keys; past that, the
/// fullest outlets drop what is in their fewest stories. At most `outletLimit` outlets are known, each of which has
/// up to 7 KB besides its keys; past that, an eighth of them is forgotten, those of which nothing came for longest.
/// With `age`, stories count for one to two windows.
public struct RecurrenceLedger: Sendable {
  /// Stories of one outlet that must carry a line or run, at least.
  public static let leastStories = 3
  /// Stories from which on an outlet is known well enough for it to say something that nothing of a segment
  /// recurs in it.
  public static let wellKnown = 30
  /// Keys of all outlets together, at most: 16 bytes each, at a load of a quarter to two thirds.
  public static let standardLimit = 8 << 20
  /// Outlets known, at most.
  public static let standardOutletLimit = 1 << 15
  /// The part of an outlet's stories that must carry a run of words: one in so many. Common phrases recur
  /// too, the more the more stories there are.
  static let runsOneIn = 25
  /// The same for whole lines.
  static let linesOneIn = 100
  /// Words in a run.
  static let runLength = 4

  private var outlets: [UInt32: OutletRecurrence] = [:]
  private var learned: Set<UInt32> = []
  private var generation = GenerationClock()
  private let entryLimit: Int
  private let outletLimit: Int
  /// Keys held.
  public private(set) var entryCount = 0

  /// Makes an empty ledger.
  ///
  /// - Parameters:
  ///   - entryLimit: keys held at most.
  ///   - outletLimit: outlets known at most, one or more.
  public init(
    entryLimit: Int = RecurrenceLedger.standardLimit,
    outletLimit: Int = RecurrenceLedger.standardOutletLimit
  ) {
    (self.entryLimit, self.outletLimit) = (entryLimit, max(1, outletLimit))
  }

  /// Outlets known.
  public var outletCount: Int { outlets.count }

  /// Bytes held.
  public var byteCount: Int {
    outlets.capacity * MemoryLayout<(UInt32, OutletRecurrence)>.stride
      + outlets.values.reduce(0) { $0 + $1.byteCount }
  }

  /// Stories of an outlet that were counted.
  public func storyCount(of outlet: UInt32) -> Int { outlets[outlet]?.stories ?? 0 }

  /// Counts a story's lines and runs, each once.
  ///
  /// - Parameters:
  ///   - story: its number; stories are counted in ascending order.
  ///   - outlet: a number for its outlet.
  ///   - keys: its tokens.
  ///   - traits: what stands around each.
  ///   - marked: tokens that are taken for boilerplate whatever recurs, as ranges in ascending order: that two stories
  ///     share them does not make them takes of one.
  ///   - likely: how likely the rest of it is boilerplate; asked only where it may be a take of a running story.
  ///
  /// Complexity: O(n) in tokens, amortised.
  public mutating func count(
    story: UInt32, outlet: UInt32, _ keys: [TokenKey], _ traits: [TokenTraits],
    without marked: [Range<Int>] = [], likely: () -> [BoilerplateLikelihood] = { [] }
  ) {
    let known = outlets[outlet]?.entries
    if known == nil, outlets.count >= outletLimit { forgetIdle() }
    let before = known ?? 0
    if outlets[outlet, default: OutletRecurrence()]
      .count(story: story, keys, traits, without: marked, likely: likely)
    {
      learned.insert(outlet)
    }
    entryCount += (outlets[outlet]?.entries ?? 0) - before
    if entryCount > entryLimit { press() }
  }

  /// Outlets of which something was learned since this was last asked.
  public mutating func takeLearned() -> Set<UInt32> {
    defer { learned = [] }
    return learned
  }

  /// The tokens of a story that recur in its outlet, as ranges in ascending order.
  ///
  /// Complexity: O(n) in tokens.
  public func recurring(
    outlet: UInt32, _ keys: [TokenKey], _ traits: [TokenTraits]
  ) -> [Range<Int>] {
    outlets[outlet]?.recurring(keys, traits) ?? []
  }

  /// Lets go of what is older than the window before the last, once a window.
  ///
  /// - Parameters:
  ///   - now: the time.
  ///   - window: milliseconds in a window.
  public mutating func age(at now: Instant, window: Int64) {
    guard generation.turns(at: now, window: window) else { return }
    for outlet in outlets.keys {
      outlets[outlet]?.age()
      if outlets[outlet]?.stories == 0 { outlets[outlet] = nil }
      learned.insert(outlet)
    }
    entryCount = outlets.values.reduce(0) { $0 + $1.entries }
  }

  /// Makes room for another outlet: forgets those of which nothing came for longest, an eighth of all, so that each
  /// newcomer bears little of the search for them.
  private mutating func forgetIdle() {
    let idle = outlets.map { (outlet: $0.key, last: $0.value.lastStory) }
      .sorted { $0.last < $1.last }.prefix(max(1, outletLimit / 8))
    for (outlet, _) in idle {
      guard let gone = outlets.removeValue(forKey: outlet) else { continue }
      entryCount -= gone.entries
      if gone.hasTaught { learned.insert(outlet) }
    }
  }

  /// Makes room: the fullest outlets drop what is in their fewest stories, and where that frees nothing what they know
  /// from the window before.
  private mutating func press() {
    while entryCount > entryLimit / 8 * 7 {
      let before = entryCount
      forFullest { $0.press() }
      // What hardly any story has says nothing of boilerplate; what a whole window had may.
      if entryCount == before { learned.formUnion(forFullest { $0.forgetEarlier() }) }
    }
  }

  /// Changes the fullest outlets. Returns which these are.
  @discardableResult
  private mutating func forFullest(_ change: (inout OutletRecurrence) -> Void) -> [UInt32] {
    let most = outlets.values.reduce(0) { max($0, $1.entries) }
    let fullest = outlets.filter { $0.value.entries * 2 >= most }.map(\.key)
    for outlet in fullest { change(&outlets[outlet, default: OutletRecurrence()]) }
    entryCount = outlets.values.reduce(0) { $0 + $1.entries }
    return fullest
  }
}
