import Stories
import Testing

@Suite struct NounTests {
  @Test("a cut from one side is an expansion from the other, every other relation is symmetric")
  func reversedRelations() {
    for relation in Relation.allCases {
      #expect(relation.reversed.reversed == relation)
      #expect(relation.reversed.isSame == relation.isSame)
    }
    #expect(Relation.cut.reversed == .expanded)
  }

  @Test("resemblance and containment follow Broder's definitions")
  func likeness() {
    let likeness = Likeness(first: 40, second: 100, shared: 30)
    #expect(likeness.resemblance == 30.0 / 110)
    #expect(likeness.containmentOfFirst == 0.75)
    #expect(likeness.containmentOfSecond == 0.3)
    #expect(likeness.containment == 0.75)
    #expect(likeness.reversed.reversed == likeness)
    #expect(Likeness(first: 0, second: 0, shared: 0).resemblance == 0)
  }

  @Test("a digest is 32 bytes and nothing else")
  func digests() {
    #expect(ContentDigest(bytes: [UInt8](repeating: 1, count: 31)) == nil)
    let bytes = [UInt8](0xE8...0xFF) + [UInt8](0..<8)
    #expect(ContentDigest(bytes: bytes)?.bytes == bytes)
    #expect(ContentDigest(bytes: bytes)?.tieBreak == 0xE8E9_EAEB_ECED_EEEF)
    var other = bytes
    other[31] = 9
    #expect(ContentDigest(bytes: bytes) != ContentDigest(bytes: other))
  }
}
