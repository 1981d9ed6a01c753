import Foundation

/// The pairs that a file asks about.
struct PairList {
  struct Pair: Decodable {
    let a: String
    let b: String

    private enum CodingKeys: String, CodingKey { case a, b }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      a = try Pair.identity(fields, .a)
      b = try Pair.identity(fields, .b)
    }

    private static func identity(
      _ fields: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys
    ) throws -> String {
      if let number = try? fields.decode(Int64.self, forKey: key) { return String(number) }
      return try fields.decode(String.self, forKey: key)
    }
  }

  let pairs: [Pair]
  /// Every id that occurs.
  let ids: Set<String>

  /// Reads JSON Lines with "a" and "b".
  init(path: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw InputError(path: path, problem: "can't be read")
    }
    let decoder = JSONDecoder()
    var pairs: [Pair] = []
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      guard let pair = try? decoder.decode(Pair.self, from: line) else {
        throw InputError(
          path: path, problem: #"line \#(number + 1) is not an object with "a" and "b""#)
      }
      pairs.append(pair)
    }
    self.pairs = pairs
    ids = Set(pairs.flatMap { [$0.a, $0.b] })
  }
}
