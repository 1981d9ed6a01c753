internal import Foundation
internal import GRDB
public import Stories

/// A story's signature, and what was left out when it was made.
public struct SignedText: Hashable, Sendable {
  /// The signature.
  public let signature: Signature
  /// Tokens that did not count, as ranges in ascending order.
  public let boilerplate: [Range<Int>]

  /// Makes it.
  public init(signature: Signature, boilerplate: [Range<Int>] = []) {
    (self.signature, self.boilerplate) = (signature, boilerplate)
  }
}

/// SQL over `signature`.
enum SignatureTable {
  static func insert(
    _ db: Database, _ story: StoryNumber, _ signed: SignedText, stamp: Int64
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO signature (story, stamp, registers, boilerplate) VALUES (?, ?, ?, ?)
        """)
    let bounds = signed.boilerplate.flatMap { [$0.lowerBound, $0.upperBound] }
    try statement.execute(arguments: [
      story.value, stamp, LittleEndian.data(of: signed.signature.registers),
      LittleEndian.data(of: bounds.map { UInt32(truncatingIfNeeded: $0) }),
    ])
  }

  /// What a row's two blobs hold. Bounds that are out of order are left out.
  static func signed(registers: Data, boilerplate: Data) -> SignedText {
    let bounds = LittleEndian.words(of: boilerplate).map { Int($0) }
    var ranges: [Range<Int>] = []
    for start in stride(from: 0, to: bounds.count - 1, by: 2)
    where bounds[start] >= (ranges.last?.upperBound ?? 0) && bounds[start] < bounds[start + 1] {
      ranges.append(bounds[start]..<bounds[start + 1])
    }
    return SignedText(
      signature: Signature(registers: LittleEndian.words(of: registers)), boilerplate: ranges)
  }
}

/// Blobs of 32-bit words, the least byte first.
enum LittleEndian {
  static func data(of words: [UInt32]) -> Data {
    words.map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  static func words(of bytes: Data) -> [UInt32] {
    bytes.withUnsafeBytes { buffer in
      (0..<buffer.count / 4).map {
        UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
      }
    }
  }
}

extension ContentDigest {
  var data: Data { Data(bytes) }
}
