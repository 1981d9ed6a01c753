import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct FingerprintTableTests {
  @Test("a table gives back what a dictionary of lists would, over all its growing")
  func dictionary() {
    var table = FingerprintTable()
    var expected: [UInt32: [UInt32]] = [:]
    var random = SeededGenerator(seed: 4)
    for story in UInt32(0)..<3000 {
      // Some that are rare, a few that many have, and the least and the greatest.
      let rare = (0..<40).map { _ in UInt32.random(in: 0 ... .max, using: &random) }
      let common = (0..<3).map { _ in UInt32.random(in: 0..<2000, using: &random) &* 2_146_001 }
      let keys = Array(Set(rare + common + (story % 400 == 7 ? [0, .max] : [])))
      put(keys, story, into: &table)
      for key in keys { expected[key, default: []].append(story) }
    }
    for (key, stories) in expected where stories.count <= FingerprintTable.bucketLimit {
      #expect(find([key], in: table).sorted() == stories)
    }
    #expect(expected.values.contains { $0.count > 4 })
    #expect(find([123_456_789], in: table) == (expected[123_456_789] ?? []))
  }

  @Test("of a fingerprint that many stories have the newest are kept")
  func bucket() {
    var table = FingerprintTable()
    for story in UInt32(0)..<500 { put([77 << 20], story, into: &table) }
    #expect(find([77 << 20], in: table).sorted() == Array(488..<500))
  }

  @Test("fingerprints that all belong into one line are all found")
  func crowded() {
    var table = FingerprintTable()
    for story in UInt32(0)..<40 { put([1 + story], story, into: &table) }
    for story in UInt32(0)..<40 { #expect(find([1 + story], in: table) == [story]) }
    // Once it has grown, what found the line full may come back to it, and nothing is there twice.
    for story in UInt32(40)..<5000 { put([story &* 858_993], story, into: &table) }
    for story in UInt32(0)..<40 { #expect(find([1 + story], in: table) == [story]) }
  }

  @Test("stories with hardly any fingerprints have room for their numbers")
  func numbers() {
    var table = FingerprintTable()
    for story in UInt32(0)..<20_000 {
      put(story % 100 == 99 ? [story << 12] : [], story, into: &table)
    }
    for story in stride(from: UInt32(99), to: 20_000, by: 100) {
      #expect(find([story << 12], in: table) == [story])
    }
  }

  @Test("writing to a copy leaves the original as it is")
  func value() {
    var table = FingerprintTable()
    put([5 << 27], 0, into: &table)
    var copy = table
    put([5 << 27, 6 << 27], 1, into: &copy)
    #expect(find([5 << 27, 6 << 27], in: table) == [0])
    #expect(find([5 << 27, 6 << 27], in: copy) == [0, 1, 1])
  }

  private func put(_ keys: [UInt32], _ story: UInt32, into table: inout FingerprintTable) {
    keys.withUnsafeBufferPointer { table.insert($0, story) }
  }

  private func find(_ keys: [UInt32], in table: FingerprintTable) -> [UInt32] {
    var found: [UInt32] = []
    keys.withUnsafeBufferPointer { table.forEach($0) { found.append($0) } }
    return found
  }
}
