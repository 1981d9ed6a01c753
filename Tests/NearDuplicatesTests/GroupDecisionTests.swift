import Stories
import TestSupport
import Testing

@testable import NearDuplicates

extension GroupKeeperTests {
  @Test(
    "why a group changed is the mean of what a component votes on the pairs between the two parts, for every change"
  )
  func decisions() throws {
    let rule = try trained()
    var random = SeededGenerator(seed: 43)
    let stories = prepare(versions(300, &random))
    var replay = DecisionReplay()
    var (kinds, alone): ([String: Int], Int) = ([:], 0)
    _ = place(stories, order: Array(stories.indices), rule: rule, givingReasons: true) {
      replay.take($0)
      for case .opened(let group, let story) in $0.changes {
        // Who comes with what a group has lost joins it: the split was told before.
        #expect(replay.members(of: group) == [story])
      }
      for decision in $0.decisions {
        kinds[replay.kind(of: decision.change), default: 0] += 1
        let votes = votes(of: decision.component, stories, replay.pairs, rule)
        check(decision, replay.parts(of: decision.change, in: decision.component), votes)
        // A group of its own is pulled nowhere: only too weak a pull explains it.
        if case .split(_, let into, let stories) = decision.change,
          replay.members(of: into).count == stories.count, let pull = decision.pull
        {
          alone += 1
          #expect(pull.mean < GroupKeeper.joinStrength, "\(decision)")
        }
      }
      replay.settle()
    }
    #expect(kinds["opened", default: 0] > 3, "\(kinds)")
    #expect(kinds["joined", default: 0] > 50, "\(kinds)")
    #expect(kinds["merged", default: 0] > 1, "\(kinds)")
    #expect(kinds["split", default: 0] > 1 && alone > 0, "\(kinds)")
  }

  private func check(
    _ decision: GroupDecision, _ parts: (moved: [StoryNumber], others: [[StoryNumber]]),
    _ votes: ComponentVotes
  ) {
    let voted = parts.others.map { part in
      parts.moved.flatMap { one in part.compactMap { votes.vote(one, $0)?.voted } }
    }
    let means = voted.map { $0.reduce(0, +) / Double($0.count) }
    guard let pull = decision.pull, let most = means.max(),
      let place = means.firstIndex(of: most)
    else {
      Issue.record("nothing is told of \(decision.change)")
      return
    }
    #expect(abs(pull.mean - most) < 1e-6)
    #expect(pull.pairs == voted[place].count)
    #expect(pull.vote.voted == voted[place].max())
    #expect(parts.moved.contains(pull.first) && parts.others[place].contains(pull.second))
  }

  @Test("in a component that is too large to be asked, the strongest pair is the reason")
  func largeComponents() throws {
    let count = GroupKeeper.componentLimit + 12
    let stories = prepare([[Int]](repeating: Array(1...60), count: count))
    var alone = 0
    _ = place(stories, order: Array(stories.indices), rule: try trained(), givingReasons: true) {
      placement in
      guard placement.changes.contains(where: { if case .joined = $0 { true } else { false } })
      else { return }
      let decision = placement.decisions.first
      #expect(placement.decisions.count == 1 && decision?.pull != nil)
      guard let decision, decision.isByPairAlone else { return }
      alone += 1
      #expect(decision.pull?.pairs == 1 && decision.pull?.mean == decision.pull?.vote.alone)
    }
    #expect(alone == 12)
  }

  @Test("a keeper that is not asked for reasons gives none")
  func noReasons() throws {
    let stories = prepare([Array(1...60), Array(1...60), Array(1...60)])
    _ = place(stories, order: [0, 1, 2], rule: try trained()) { #expect($0.decisions.isEmpty) }
    var told = 0
    _ = place(stories, order: [0, 1, 2], rule: try trained(), givingReasons: true) {
      told += $0.decisions.count
    }
    #expect(told == 2)
  }
}

/// Groups as whoever hears of the moves knows them, before and after a story was placed.
private struct DecisionReplay {
  private(set) var pairs: [JudgedPair] = []
  private var before: [StoryNumber: GroupNumber] = [:]
  private var after: [StoryNumber: GroupNumber] = [:]

  mutating func take(_ placement: Placement) {
    pairs += placement.pairs
    for (story, group) in placement.moves { after[story] = group }
  }

  mutating func settle() { before = after }

  func members(of group: GroupNumber) -> [StoryNumber] {
    after.filter { $0.value == group }.map(\.key)
  }

  func kind(of change: GroupChange) -> String {
    switch change {
    case .opened: "opened"
    case .joined: "joined"
    case .merged: "merged"
    case .split: "split"
    }
  }

  /// The stories that moved, and the parts at which they could pull.
  func parts(
    of change: GroupChange, in component: [StoryNumber]
  ) -> (moved: [StoryNumber], others: [[StoryNumber]]) {
    switch change {
    case .opened(let group, let story):
      let others = Set(component.compactMap { after[$0] }).subtracting([group]).sorted()
      return ([story], others.map { other in component.filter { after[$0] == other } })
    case .joined(let group, let story):
      return ([story], [component.filter { after[$0] == group && $0 != story }])
    case .merged(let from, let into):
      let moved = component.filter {
        after[$0] == into && before[$0].map(from.contains) ?? false
      }
      return (moved, [component.filter { after[$0] == into && !moved.contains($0) }])
    case .split(let from, let into, let stories):
      let left = component.filter { before[$0] == from && after[$0] != into }
      let groups = Set(left.compactMap { after[$0] }).sorted()
      return (stories, groups.map { group in component.filter { after[$0] == group } })
    }
  }
}
