import Stories
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct BandTests {
  @Test("the plan keeps its promise, and no plan with more rows would")
  func plan() throws {
    for resemblance in [0.2, 0.35, 0.5, 0.8, 0.95] {
      for recall in [0.5, 0.9, 0.95, 0.99] {
        guard let plan = BandPlan(recall: recall, at: resemblance, registers: 128) else { continue }
        #expect(plan.recall(at: resemblance) >= recall)
        #expect(plan.bands * plan.rows <= 128)
        let rows = plan.rows + 1
        #expect(BandPlan(bands: 128 / rows, rows: rows).recall(at: resemblance) < recall)
      }
    }
    #expect(BandPlan(recall: 0.999, at: 0.01, registers: 16) == nil)
    #expect(BandPlan(recall: 0.95, at: 1, registers: 128)?.bands == 1)
  }

  @Test("half of the pairs at the midpoint are found")
  func midpoint() throws {
    let plan = try #require(BandPlan(recall: 0.95, at: 0.35, registers: 128))
    #expect(abs(plan.recall(at: plan.midpoint) - 0.5) < 1e-9)
  }

  @Test("pairs become candidates as often as the S-curve says")
  func curve() throws {
    let plan = try #require(BandPlan(recall: 0.95, at: 0.35, registers: 128))
    let sketch = FastSimilaritySketch()
    var random = SeededGenerator(seed: 11)
    var found = 0
    for number in 0..<600 {
      let common = (0..<105).map { _ in random.next() }  // of 2·152 − 105 = 199: resemblance .53
      let (first, second) = (
        common + (0..<47).map { _ in random.next() }, common + (0..<47).map { _ in random.next() }
      )
      var index = BandIndex(plan: plan, window: nil)
      index.insert(
        StoryNumber(Int64(number + 1)), sketch.signature(of: first), at: Instant(milliseconds: 0))
      if !index.candidates(for: sketch.signature(of: second)).isEmpty { found += 1 }
    }
    #expect(Double(found) / 600 > plan.recall(at: 0.5) - 0.02)
  }

  @Test("a table gives back what a dictionary of lists would, bounded by the bucket's limit")
  func table() {
    var table = BandTable()
    var expected: [UInt32: [UInt32]] = [:]
    var random = SeededGenerator(seed: 4)
    for story in UInt32(0)..<6000 {
      let key = UInt32.random(in: 0..<400, using: &random) &* 9_876_543
      [key].withUnsafeBufferPointer { table.insert($0, story) }
      expected[key, default: []].append(story)
    }
    for (key, stories) in expected {
      #expect(find([key], in: table).sorted() == stories.suffix(BandTable.bandBucket))
    }
    [UInt32(77)].withUnsafeBufferPointer { keys in
      for story in UInt32(0)..<500 { table.insert(keys, story) }
    }
    #expect(find([77], in: table).sorted() == Array(372..<500))
    #expect(table.displaced == 500 - BandTable.bandBucket)
  }

  private func find(_ keys: [UInt32], in table: BandTable) -> [UInt32] {
    var found: [UInt32] = []
    keys.withUnsafeBufferPointer { table.forEach($0) { found.append($0) } }
    return found
  }

  @Test("a story can be found for the whole window and is dropped with its segment")
  func expiry() throws {
    let day = Instant.day
    let plan = BandPlan(bands: 8, rows: 2)
    var index = BandIndex(plan: plan, window: 4 * day)
    let sketch = FastSimilaritySketch()
    var (signatures, dropped) = ([Signature](), 0)
    for number in Int64(0)..<12 {
      let now = Instant(milliseconds: number * day)
      signatures.append(sketch.signature(of: [UInt64(number) &* 977 &+ 5]))
      index.insert(StoryNumber(number + 1), signatures[Int(number)], at: now)
      dropped += index.expire(at: now).count
      for earlier in 0...number {
        let isThere = !index.candidates(for: signatures[Int(earlier)]).isEmpty
        if number - earlier < 4 { #expect(isThere) }
        if number - earlier > 5 { #expect(!isThere) }
      }
    }
    let left = 12 - dropped
    #expect(left >= 4)
    #expect(Set(index.expire(at: Instant(milliseconds: 100 * day))).count == left)
  }

  @Test("stories that came under a clock that was ahead hold up the end of nothing, and end too")
  func clockAhead() {
    let day = Instant.day
    var index = BandIndex(plan: BandPlan(bands: 8, rows: 2), window: 4 * day)
    let sketch = FastSimilaritySketch()
    var held = 0
    func insert(_ number: Int64, at time: Int64) -> Signature {
      held += 1
      let signature = sketch.signature(of: [UInt64(number) &* 977 &+ 5])
      index.insert(StoryNumber(number), signature, at: Instant(milliseconds: time))
      return signature
    }
    let early = insert(1, at: 10 * day)
    let ahead = insert(2, at: 400 * day)
    for number in Int64(11)...40 {
      _ = insert(number, at: number * day)
      held -= index.expire(at: Instant(milliseconds: number * day)).count
      #expect(index.candidates(for: early).isEmpty == (number > 14), "day \(number)")
      #expect(index.candidates(for: ahead).isEmpty == (number > 15), "day \(number)")
      #expect(held <= 8)
    }
    // Put back, and right again.
    let known = insert(100, at: 41 * day)
    for time in [3, 41, 5, 42, 43].map({ $0 * day }) {
      _ = insert(100 + time / day, at: time)
      held -= index.expire(at: Instant(milliseconds: time)).count
      #expect(!index.candidates(for: known).isEmpty, "day \(time / day)")
    }
    #expect(held <= 9)
    held -= index.expire(at: Instant(milliseconds: 50 * day)).count
    #expect(held == 0)
  }
}
