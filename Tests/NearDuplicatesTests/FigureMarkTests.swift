import Stories
import Testing

@testable import NearDuplicates

@Suite("Marks of figures") struct FigureMarkTests {
  private static let copy = Copy(
    keys: (0..<11).map { TokenKey(hash: UInt64($0) << 8, isCharacter: false) },
    weights: [UInt8](repeating: 90, count: 11), traits: [TokenTraits](repeating: [], count: 11),
    marks: [(1, 7), (4, 8), (5, 9), (10, 3)].map { FigureMark(position: $0, value: $1) })

  @Test("they go with their words where others are left out")
  func without() {
    let rest = Self.copy.without([0..<1, 3..<5, 7..<9])
    #expect(rest.marks == [(0, 7), (2, 9), (5, 3)].map { FigureMark(position: $0, value: $1) })
    #expect((0..<rest.count).map(rest.mark) == [7, 0, 9, 0, 0, 3])
  }

  @Test("they are kept with the words")
  func packed() {
    for count in 8...11 {
      let copy = Self.copy.without([count..<11])
      #expect(PackedCopy(copy).withView { $0.unpacked } == copy)
    }
  }
}
