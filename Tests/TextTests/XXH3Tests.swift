import Testing

@testable import Text

@Suite struct XXH3Tests {
  /// Length and hash of the bytes (i·131 + 7) mod 256, from the reference library, version 0.8.
  static let vectors: [(length: Int, hash: UInt64)] = [
    (0, 0x2D06800538D394C2),
    (1, 0x4C5CCA45D0F4811F),
    (2, 0x29C60963CBFA4E6E),
    (3, 0x6E3E2670E61106AC),
    (4, 0x5C4C63133443D03F),
    (5, 0x49F5EB3111280B63),
    (8, 0xF9FD4DD0B04D78F5),
    (9, 0x7C20DF9712C26EDF),
    (16, 0x86ABF6BACCEA0858),
    (17, 0xB58BF5DC5022D071),
    (31, 0x48442FCD5518B086),
    (32, 0xE3712ED84C04A66E),
    (33, 0xA4DEE99B093E1F73),
    (64, 0x1291D2D4042330DD),
    (65, 0x97C6BF83217E5EC9),
    (96, 0x81296929FC063365),
    (97, 0xF145A45B658AB9DD),
    (128, 0x10D17F72C0CCBA41),
    (129, 0x1648BDC3DB49D1A2),
    (160, 0x655C8DC33B4B4C4A),
    (192, 0xDAF64F63DC7D5E36),
    (240, 0xB6CFAF343FAB81E6),
    (241, 0x956CAE592C67279E),
    (256, 0xB15E550733C5DFAC),
    (512, 0xA0E9790EB93990D7),
    (1024, 0x70BD377D9574F4BB),
    (1025, 0x66C4487C41E127A7),
    (1088, 0xF43DC77E28A9ACBC),
    (2048, 0x8B46CAA67DAB3A30),
    (4097, 0x34EECAECD32195A4),
  ]

  @Test("agrees with the reference implementation at every kind of length", arguments: vectors)
  func agrees(_ length: Int, _ hash: UInt64) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ 7) }
    #expect(bytes.withUnsafeBytes { XXH3.hash($0) } == hash)
  }

  @Test("words in registers hash as their bytes do, in small letters", arguments: 1...15)
  func words(length: Int) {
    let letters = Array("aBcDeFgHiJkLmN0".utf8.prefix(length))
    let small = Array(String(decoding: letters, as: UTF8.self).lowercased().utf8)
    let padded = letters + Array(",;:. ()-#*?! /+=@".utf8)
    let found = padded.withUnsafeBufferPointer { bytes in
      let first = PlainWords.load(bytes, 0)
      #expect(PlainWords.run(first) == min(length, 8))
      return length <= 8
        ? XXH3.hash(ofWord: PlainWords.small(first, length), count: length)
        : PlainWords.hash(first, PlainWords.load(bytes, length - 8), length)
    }
    #expect(found == small.withUnsafeBytes { XXH3.hash($0) })
  }
}
