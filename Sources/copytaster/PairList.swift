import Foundation

/// The pairs that a file asks about.
struct PairList {
  struct Pair: Decodable {
    let a: LabelledID
    let b: LabelledID
  }

  let pairs: [Pair]
  /// Every id that occurs.
  let ids: Set<String>

  /// Reads JSON Lines with "a" and "b".
  init(path: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw InputError(path: path, problem: isThere ? "can't be read" : "is not there")
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
    ids = Set(pairs.flatMap { [$0.a.text, $0.b.text] })
  }
}

/// The id of a story as a file of pairs has it: a text, or a whole number, as stories may have it too.
struct LabelledID: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int64.self) {
      text = String(number)
    } else {
      text = try value.decode(String.self)
    }
  }
}
