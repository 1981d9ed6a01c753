import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct GroupKeeperTests {
  /// Words from here on are in no table.
  private let unknownFrom = 1_000_000_000
  private let shingler = Shingler()
  private let sketch = FastSimilaritySketch()

  struct Prepared {
    let copy: Copy
    let signature: Signature
    let face: Face
  }

  /// Stories by words, each word a number, an hour apart; words below `known` are in the table.
  func prepare(_ texts: [[Int]], outlets: [String] = [], known: Int = 0) -> [Prepared] {
    texts.enumerated().map { position, words in
      let keys = words.map { TokenKey(hash: Mixing.finalise(UInt64($0)), isCharacter: false) }
      return Prepared(
        copy: Copy(
          keys: keys, weights: words.map { $0 < known ? UInt8(80 + $0 % 80) : Rarity.most },
          traits: [TokenTraits](repeating: [], count: keys.count)),
        signature: sketch.signature(of: shingler.hashes(of: keys)),
        face: Face(
          outlet: position < outlets.count ? Outlet(outlets[position]) : nil,
          published: Instant(milliseconds: Int64(position) * Instant.hour),
          tieBreak: Mixing.finalise(UInt64(position))))
    }
  }

  private func keeper(_ rule: RelationRule = RelationRule()) -> GroupKeeper {
    GroupKeeper(plan: BandPlan(bands: 64, rows: 2), window: nil, rule: rule)
  }

  /// A rule with trees that go by the larger share, and trees that go by what a component says of a pair.
  func trained() throws -> RelationRule {
    var random = SeededGenerator(seed: 8)
    func trees(_ width: Int, _ isYes: ([Float]) -> Bool) -> BoostedTrees? {
      TreeTrainer().train(
        (0..<2000).map { _ in
          let values = (0..<width).map { _ in Float.random(in: 0...1, using: &random) }
          return .init(values: values, isYes: isYes(values))
        })
    }
    let shares = try #require(trees(PairFeatures.Name.allCases.count) { $0[0] > 0.5 })
    let context = try #require(
      trees(ComponentFeature.allCases.count) {
        let welcome =
          $0[ComponentFeature.welcomeInside.rawValue] + $0[ComponentFeature.welcomeOutside.rawValue]
        return $0[ComponentFeature.strength.rawValue] + welcome > 1.2
      })
    return RelationRule(
      model: RelationModel(
        name: "test", together: shares, same: shares, partial: shares, context: context))
  }

  /// Places stories in an order. Returns their groups by position, and all changes.
  func place(
    _ stories: [Prepared], order: [Int], rule: RelationRule = RelationRule(),
    givingReasons: Bool = false, whenPlaced: (Placement) -> Void = { _ in }
  ) -> (groups: Set<Set<Int>>, changes: [GroupChange], pairs: [JudgedPair]) {
    var keeper = keeper(rule)
    keeper.givesReasons = givingReasons
    var (changes, pairs) = ([GroupChange](), [JudgedPair]())
    var numbers: [StoryNumber: Int] = [:]
    for (step, position) in order.enumerated() {
      let number = StoryNumber(Int64(step + 1))
      numbers[number] = position
      let known = numbers
      let newcomer = Newcomer(
        number: number, face: stories[position].face, copy: stories[position].copy,
        signature: stories[position].signature,
        fingerprints: Fingerprinter().fingerprints(of: stories[position].copy),
        arrived: Instant(milliseconds: Int64(step)))
      let placement = keeper.place(newcomer) { story in
        known[story].map { PackedCopy(stories[$0].copy) }
      }
      whenPlaced(placement)
      changes += placement.changes
      pairs += placement.pairs
    }
    var groups: [GroupNumber: Set<Int>] = [:]
    for (number, position) in numbers {
      if let group = keeper.group(of: number) { groups[group, default: []].insert(position) }
    }
    return (Set(groups.values), changes, pairs)
  }

  /// Stories of 60 words in up to six versions each, with a tail or middle exchanged, some of them by halves, so
  /// that chains of weak links occur as well as firm groups.
  func versions(_ count: Int, _ random: inout SeededGenerator) -> [[Int]] {
    var texts: [[Int]] = []
    var next = 0
    while texts.count < count {
      let copy = (0..<60).map { _ in
        next += 1
        return next
      }
      for _ in 0..<Int.random(in: 1...6, using: &random) where texts.count < count {
        var words = copy
        let start = Int.random(in: 0..<50, using: &random)
        for index in start..<min(60, start + Int.random(in: 0...40, using: &random)) {
          next += 1
          words[index] = next
        }
        texts.append(words)
      }
    }
    return texts
  }

  @Test(
    "the same 500 stories in random orders end in the same groups, by shares and by trees",
    arguments: [false, true])
  func orders(byTrees: Bool) throws {
    let rule = byTrees ? try trained() : RelationRule()
    var random = SeededGenerator(seed: 500)
    let stories = prepare(versions(500, &random))
    expectSameGroups(of: stories, rule, orders: Tier.isShort ? 10 : byTrees ? 30 : 200, &random)
  }

  private func expectSameGroups(
    of stories: [Prepared], _ rule: RelationRule, orders: Int, _ random: inout SeededGenerator
  ) {
    let reference = place(stories, order: Array(stories.indices), rule: rule).groups
    #expect(reference.contains { $0.count > 2 })
    for _ in 0..<orders {
      let order = stories.indices.shuffled(using: &random)
      #expect(place(stories, order: order, rule: rule).groups == reference)
    }
  }

  /// Versions of which every other one was misread: of its words four in ten are no words any more.
  private func prints(_ count: Int, _ random: inout SeededGenerator) -> [[Int]] {
    versions(count, &random).enumerated().map { position, words in
      words.map { word in
        let isMisread = position % 2 == 1 && Int.random(in: 0..<10, using: &random) < 4
        return isMisread ? Int.random(in: unknownFrom..<2 * unknownFrom, using: &random) : word
      }
    }
  }

  @Test(
    "written and misread versions in random orders end in the same groups, by shares and by trees",
    arguments: [false, true])
  func printsInAnyOrder(byTrees: Bool) throws {
    let rule = byTrees ? try trained() : RelationRule()
    var random = SeededGenerator(seed: 501)
    let stories = prepare(prints(300, &random), known: unknownFrom)
    let looksMisread = stories.map { PackedCopy($0.copy).looksMisread }
    #expect(looksMisread.contains(true) && looksMisread.contains(false))
    expectSameGroups(of: stories, rule, orders: Tier.isShort ? 10 : 50, &random)
  }

  @Test("a story that proves two groups to be one merges them into the older number")
  func merges() {
    let copy = Array(1...100)
    let (front, back) = (Array(copy[..<52]), Array(copy[48...]))
    let result = place(prepare([front, back, copy]), order: [0, 1, 2])
    #expect(result.groups == [[0, 1, 2]])
    #expect(
      result.changes == [
        .opened(group: GroupNumber(1), story: StoryNumber(1)),
        .opened(group: GroupNumber(2), story: StoryNumber(2)),
        .merged(from: [GroupNumber(2)], into: GroupNumber(1)),
        .joined(group: GroupNumber(1), story: StoryNumber(3)),
      ])
  }

  @Test("stories that draw a member away split its group, and an event says so")
  func splits() throws {
    // The first two share 55 of the first's 100 words. Three further stories are nearly the second but have
    // nothing of the first, so that its mean strength towards them all falls below the threshold.
    let second = Array(1...55) + Array(201...300)
    let first = Array(1...55) + Array(101...145)
    let third = Array(201...300)
    let stories = prepare([first, second, third, third + [999], third + [998]])
    let (groups, changes, _) = place(stories, order: [0, 1, 2, 3, 4])
    #expect(groups == [[0], [1, 2, 3, 4]])
    #expect(
      changes.contains {
        if case .split(_, _, let stories) = $0 { stories.count == 1 } else { false }
      })
    #expect(place(stories, order: [4, 2, 0, 3, 1]).groups == groups)
  }

  @Test(
    "identical notices four days apart are a template, not a version, and so are those of just three"
  )
  func periodic() {
    let notice = Array(1...40)
    let rule = RelationRule()
    func relation(_ days: Int64) -> Relation {
      let copy = prepare([notice])[0].copy
      let first = Face(outlet: nil, published: Instant(milliseconds: 0), tieBreak: 1)
      let second = Face(
        outlet: nil, published: Instant(milliseconds: days * Instant.day), tieBreak: 2)
      return rule.judge(ComparedText(copy, first).evidence(with: copy, second)).relation
    }
    #expect(relation(1) == .verbatim)
    #expect(relation(3) == .template)
    #expect(relation(4) == .template)
  }

  @Test("a flood of one text stays bounded in work and in one group")
  func flood() {
    let copy = Array(1...40)
    let stories = prepare((0..<300).map { _ in copy })
    #expect(place(stories, order: Array(0..<300)).groups == [Set(0..<300)])
  }

  @Test("texts without tokens stand alone")
  func empty() {
    #expect(place(prepare([[], [], [1]]), order: [0, 1, 2]).groups == [[0], [1], [2]])
  }
}
