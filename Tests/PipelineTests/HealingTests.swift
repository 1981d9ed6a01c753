import NearDuplicates
import Stories
import TestSupport
import Testing
import Wire

@testable import Pipeline

@Suite struct HealingTests {
  /// Briefs of three outlets under footers longer than they are; every sixth brief runs in all outlets.
  private func stream() -> [DeliveredStory] {
    var random = SeededGenerator(seed: 41)
    func words(_ count: Int, _ kind: String) -> String {
      (0..<count).map { _ in "\(kind)\(Int.random(in: 0..<9000, using: &random))" }
        .joined(separator: " ")
    }
    let footers = (0..<3).map { _ in "\n" + words(120, "foot") + "\n" + words(30, "rule") }
    var stories: [DeliveredStory] = []
    for number in 0..<60 {
      let body = words(70, "word")
      for outlet in 0..<3 where number % 6 == 0 || number % 3 == outlet {
        stories.append(
          DeliveredStory(
            Story(
              id: "\(number)-\(outlet)", outlet: Outlet("outlet \(outlet)"),
              published: Instant(milliseconds: Int64(stories.count) * Instant.hour / 4),
              title: words(6, "word"), text: body + footers[outlet]), identityIsGiven: false))
      }
    }
    return stories
  }

  private func reader() throws -> CopyReader {
    CopyReader(
      signer: try Signer(shingler: Shingler(), sketch: FastSimilaritySketch()), boilerplate: nil)
  }

  private var plan: BandPlan { BandPlan(bands: 32, rows: 2) }

  @Test(
    "a stream that is healed ends in the groups that would have formed, had furniture been known")
  func sameEnd() throws {
    let stories = stream()
    let batch = Batch(reader: try reader(), plan: plan, rule: RelationRule())
    for story in stories { batch.add(story) }
    let known = Set(batch.groups().map { Set($0.map { batch.entries[$0].id }) })

    let copyReader = try reader()
    let taster = Taster(
      reader: copyReader, keeper: GroupKeeper(plan: plan, window: nil, rule: RelationRule()),
      cacheBytes: .max
    ) { number in
      let story = stories[Int(number.value) - 1]
      return .init(
        story: story.story, face: copyReader.face(of: story), arrived: Instant(milliseconds: 0))
    }
    var splits = 0
    for (position, story) in stories.enumerated() {
      _ = taster.taste(
        story, number: StoryNumber(Int64(position + 1)), arrived: Instant(milliseconds: 0))
    }
    let before = groups(taster, stories)
    while let healed = taster.heal(limit: 7, isIdle: true) {
      for tasted in healed {
        splits += tasted.placement.changes.count {
          if case .split = $0 { true } else { false }
        }
      }
    }
    #expect(before != known, "the stream must form wrong groups before anything is learned")
    #expect(splits > 0)
    #expect(groups(taster, stories) == known)
  }

  @Test("a story that can't be read while it is looked at again is no story that is gone")
  func unreadable() throws {
    struct Unreadable: Error {}
    let (stories, copyReader) = (stream(), try reader())
    let taster = Taster(
      reader: copyReader, keeper: GroupKeeper(plan: plan, window: nil, rule: RelationRule()),
      cacheBytes: .max
    ) { _ in throw Unreadable() }
    for (position, story) in stories.enumerated() {
      _ = taster.taste(
        story, number: StoryNumber(Int64(position + 1)), arrived: Instant(milliseconds: 0))
    }
    try taster.throwFailure()
    while taster.heal(limit: 7, isIdle: true) != nil {}
    #expect(throws: Unreadable.self) { try taster.throwFailure() }
    #expect(throws: Never.self) { try taster.throwFailure() }
  }

  private func groups(_ taster: Taster, _ stories: [DeliveredStory]) -> Set<Set<String>> {
    var groups: [GroupNumber: Set<String>] = [:]
    for (position, story) in stories.enumerated() {
      guard let group = taster.keeper.group(of: StoryNumber(Int64(position + 1))) else { continue }
      groups[group, default: []].insert(story.story.id)
    }
    return Set(groups.values)
  }

  @Test("sets of token ranges are united as sets of positions are")
  func unions() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      func ranges() -> [Range<Int>] {
        var position = 0
        return (0..<Int.random(in: 0...5, using: &random)).map { _ in
          position += Int.random(in: 1...6, using: &random)
          let start = position
          position += Int.random(in: 1...6, using: &random)
          return start..<position
        }
      }
      let (one, two) = (ranges(), ranges())
      #expect(
        Set(TokenRanges.union(one, two).flatMap { $0 })
          == Set(one.flatMap { $0 } + two.flatMap { $0 }))
    }
  }
}
