import Testing

@testable import NearDuplicates

@Suite struct FingerprintSegmentTests {
  private func text(_ range: Range<UInt32>) -> FingerprintedText {
    FingerprintedText(range.map { UInt32(truncatingIfNeeded: UInt64($0) &* 0x9E37_79B1) })
  }

  @Test(
    "each story that shares is met once, however much it shares",
    arguments: [1, 0x7FFF, 0x8000, 0x8001, 40_000, 70_000, 140_000] as [UInt32])
  func once(shared: UInt32) {
    var segment = FingerprintSegment()
    segment.insert(0, text(1..<shared + 1))
    segment.insert(1, text(1..<min(shared, 50) + 1))
    segment.insert(2, text(500_000..<500_010))
    var (hits, touched) = ([UInt16](), [UInt32]())
    for _ in 0..<2 {
      var met: [UInt32: Int] = [:]
      segment.forEachSharing(text(1..<shared + 1), hits: &hits, touched: &touched) {
        story, count, _ in
        #expect(met.updateValue(count, forKey: story) == nil)
      }
      #expect(met == [0: Int(min(shared, 0xFFFF)), 1: Int(min(shared, 50))])
      #expect(hits.allSatisfy { $0 == 0 })
    }
  }
}
