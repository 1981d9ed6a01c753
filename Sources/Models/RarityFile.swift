public import NearDuplicates
public import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What words weigh, as a file of JSON: the words' keys and weights, packed and in base 64.
public struct RarityFile: Sendable {
  /// The name under which it is installed.
  public static let name = "rarity.json"
  private static let version = 1

  private struct Shape: Codable {
    let version: Int
    let tokeniser: Int
    let documents: Int
    /// Five bytes a word: the key's four, the least first, and the weight.
    let words: Data
  }

  /// Where it is.
  public let path: String

  /// Names a file; nothing is read yet.
  public init(path: String) { self.path = path }

  /// Reads and checks it.
  ///
  /// - Parameter tokeniser: the version of the tokeniser whose keys will be looked up.
  /// - Returns: the table.
  /// - Throws: `ModelError`, which names the file.
  public func load(tokeniser: Int) throws(ModelError) -> Rarity {
    let shape = try ModelJSON.read(Shape.self, path, kind: "rarity table")
    guard shape.version == RarityFile.version, shape.tokeniser == tokeniser,
      shape.words.count % 5 == 0
    else {
      throw .unreadable(
        path: path,
        problem:
          "version \(shape.version) for tokeniser \(shape.tokeniser) is not what this program reads"
      )
    }
    let bytes = [UInt8](shape.words)
    return Rarity(
      stride(from: 0, to: bytes.count, by: 5).map { start in
        let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
        return (TokenKey(bits: bits), bytes[start + 4])
      })
  }

  /// Writes a table made of counts.
  ///
  /// - Parameters:
  ///   - counts: in how many documents each word occurs.
  ///   - documents: how many there are.
  ///   - tokeniser: the version of the tokeniser that made the keys.
  /// - Throws: `ModelError.failed`.
  public func save(
    _ counts: [TokenKey: Int], documents: Int, tokeniser: Int
  ) throws(ModelError) {
    var words: [UInt8] = []
    for (key, count) in counts.sorted(by: { $0.key.bits < $1.key.bits }) {
      let weight = Rarity.weight(documents: documents, with: count)
      guard weight < Rarity.most else { continue }
      words += (0..<4).map { UInt8(truncatingIfNeeded: key.bits >> (8 * UInt32($0))) } + [weight]
    }
    let shape = Shape(
      version: RarityFile.version, tokeniser: tokeniser, documents: documents, words: Data(words))
    try ModelJSON.write(shape, path)
  }
}
