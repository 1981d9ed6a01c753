internal import Foundation
internal import GRDB
internal import Stories

/// SQL over `signature`. Registers are stored as little-endian 32-bit words.
enum SignatureTable {
  static func insert(
    _ db: Database, _ story: StoryNumber, _ signature: Signature, stamp: Int64
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO signature (story, stamp, registers) VALUES (?, ?, ?)")
    try statement.execute(arguments: [story.value, stamp, bytes(of: signature)])
  }

  static func bytes(of signature: Signature) -> Data {
    signature.registers.map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  static func signature(of bytes: Data) -> Signature {
    let registers = bytes.withUnsafeBytes { buffer in
      (0..<buffer.count / 4).map {
        UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
      }
    }
    return Signature(registers: registers)
  }
}

extension ContentDigest {
  var data: Data { Data(bytes) }
}
