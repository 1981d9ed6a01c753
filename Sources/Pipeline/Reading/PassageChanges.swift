internal import NearDuplicates
internal import Stories

/// The words inside shared passages at which the two texts read otherwise, by their places: two figures that were
/// exchanged are two changes, though both texts have both.
///
/// Passages overlap where a text repeats itself, and where words were moved. What decides then is the order of the
/// longest passages, see `PassageOrder`: what stands once in a text is kept once, and a word that has another's place
/// there is changed though a shorter passage has it elsewhere.
struct PassageChanges {
  /// Positions in the first text, ascending.
  let first: [Int]
  /// Positions in the second.
  let second: [Int]

  /// What stands in the place of what, in order: words of the first text, and of the second.
  let facing: [Facing]
  /// Words that stand elsewhere in the other text than where what is around them stands; at both places changed.
  let moved: [Facing]
  /// Passages that follow others than in the other text, by their places in the second.
  let passagesMoved: [Range<Int>]
  /// Words of the passages that agree, by their places in both.
  let agreeing: [(Int, Int)]

  /// Words that stand in each other's place; one of the two may be none.
  struct Facing {
    /// Positions in the first text, ascending.
    var first: [Int] = []
    /// Positions in the second.
    var second: [Int] = []

    /// The same seen from the second.
    var reversed: Facing { Facing(first: second, second: first) }
  }

  /// What a word is; nil where nothing has told yet.
  private enum Standing { case kept, changed }

  /// Compares the passages of two texts, word by word.
  ///
  /// - Parameters:
  ///   - passages: what the two share.
  ///   - one: the first text, as it is compared.
  ///   - two: the second.
  ///   - isTurned: whether the second is the earlier one. Of several ways to tell what changed the same is told then,
  ///     whichever text is named first.
  ///
  /// Complexity: O(n · d) in words and changes, and O(p²) in passages.
  init(_ passages: [Passage], _ one: Copy, _ two: Copy, isTurned: Bool) {
    let (earlier, later) = isTurned ? (two, one) : (one, two)
    let order = PassageOrder(isTurned ? passages.map(\.reversed) : passages, earlier, later)
    var told = Told(earlier, later)
    for region in order.regions { told.note(region) }
    for passage in order.compared { told.note(passage) }
    let inside = (
      Set(order.compared.map(\.passage.first).joined()),
      Set(order.compared.map(\.passage.second).joined())
    )
    let elsewhere = (
      Set(told.moved.flatMap(\.first)), Set(told.moved.flatMap(\.second))
    )
    let facing = told.facing.map {
      Facing(
        first: $0.first.filter { inside.0.contains($0) && !elsewhere.0.contains($0) },
        second: $0.second.filter { inside.1.contains($0) && !elsewhere.1.contains($0) })
    }.filter { !$0.first.isEmpty || !$0.second.isEmpty }
      .sorted { told.place(of: $0) < told.place(of: $1) }
    let all = facing + told.moved
    let (gone, come) = (all.flatMap(\.first).sorted(), all.flatMap(\.second).sorted())
    (first, second) = isTurned ? (come, gone) : (gone, come)
    self.facing = isTurned ? facing.map(\.reversed) : facing
    moved = isTurned ? told.moved.map(\.reversed) : told.moved
    passagesMoved = order.moved.map { isTurned ? $0.first : $0.second }
    agreeing = isTurned ? told.agreeing.map { ($1, $0) } : told.agreeing
  }

  /// The words of a passage that agree, by their positions in both texts, ascending; none where the passage is too long
  /// for places to be told.
  static func agreeing(
    _ passage: Passage, _ one: Copy, _ two: Copy, isTurned: Bool
  ) -> [(Int, Int)] {
    isTurned
      ? ComparedPassage(passage.reversed, two, one).agreeing.map { ($1, $0) }
      : ComparedPassage(passage, one, two).agreeing
  }

  /// What is known of every word of both texts; who tells first is believed.
  private struct Told {
    private let one: Copy
    private let two: Copy
    private var first: [Standing?]
    private var second: [Standing?]
    private(set) var facing: [Facing] = []
    private(set) var moved: [Facing] = []
    private(set) var agreeing: [(Int, Int)] = []
    /// How often either text has a word, counted once it is asked for.
    private lazy var counts = (Told.counts(one), Told.counts(two))

    init(_ one: Copy, _ two: Copy) {
      (self.one, self.two) = (one, two)
      first = Array(repeating: nil, count: one.count)
      second = Array(repeating: nil, count: two.count)
    }

    /// How far down a change stands, from 0 to 1.
    func place(of facing: Facing) -> Double {
      facing.first.first.map { Double($0) / Double(one.count) }
        ?? facing.second.first.map { Double($0) / Double(two.count) } ?? 0
    }

    mutating func note(_ compared: ComparedPassage) {
      let passage = compared.passage
      move(compared.agreeing)
      var (start, otherStart) = (passage.first.lowerBound, passage.second.lowerBound)
      for (place, other) in compared.agreeing {
        change(start..<place, otherStart..<other, compared)
        keep(place, other)
        (start, otherStart) = (place + 1, other + 1)
      }
      change(start..<passage.first.upperBound, otherStart..<passage.second.upperBound, compared)
      for place in passage.first where first[place] == nil { first[place] = .kept }
      for place in passage.second where second[place] == nil { second[place] = .kept }
    }

    /// Notes what stands between two words that agree.
    private mutating func change(
      _ range: Range<Int>, _ otherRange: Range<Int>, _ compared: ComparedPassage
    ) {
      let found = Facing(
        first: range.filter { first[$0] == nil && compared.gone.contains($0) },
        second: otherRange.filter { second[$0] == nil && compared.come.contains($0) })
      for place in found.first { first[place] = .changed }
      for place in found.second { second[place] = .changed }
      if !found.first.isEmpty || !found.second.isEmpty { facing.append(found) }
    }

    /// Notes two words that agree.
    private mutating func keep(_ place: Int, _ other: Int) {
      if first[place] == nil, second[other] == nil { agreeing.append((place, other)) }
      first[place] = first[place] ?? .kept
      second[other] = second[other] ?? .kept
    }

    /// Notes runs of words that are changed in one text where a longer passage has them, and stand elsewhere in the
    /// other. What either text has once can't have gone from its place and be kept at another.
    private mutating func move(_ pairs: [(Int, Int)]) {
      var run = Facing()
      for (place, other) in pairs {
        let isNext = run.first.last.map { $0 + 1 == place } ?? true
        if !isNext || run.second.last.map({ $0 + 1 == other }) == false { close(&run) }
        let isMoved =
          first[place] == nil && second[other] == .changed
          || first[place] == .changed && second[other] == nil
        if isMoved {
          run.first.append(place)
          run.second.append(other)
        } else {
          close(&run)
        }
      }
      close(&run)
    }

    private mutating func close(_ run: inout Facing) {
      defer { run = Facing() }
      guard run.first.contains(where: { isSingle($0) }) else { return }
      for place in run.first { first[place] = .changed }
      for place in run.second { second[place] = .changed }
      moved.append(run)
    }

    private mutating func isSingle(_ place: Int) -> Bool {
      let key = one.keys[place]
      return counts.0[key] == 1 && counts.1[key] == 1
    }

    private static func counts(_ copy: Copy) -> [TokenKey: Int] {
      copy.keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
  }
}
