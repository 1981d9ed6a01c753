import Foundation
import SystemPackage

/// The pairs that a file asks about.
struct PairList {
  struct Pair: Decodable {
    let a: LabelledID
    let b: LabelledID
    /// Where it stands in the file, from 1.
    var line = 0

    private enum CodingKeys: CodingKey { case a, b }
  }

  let pairs: [Pair]
  /// Every id that occurs.
  let ids: Set<String>

  /// Reads JSON Lines with "a" and "b".
  init(path: String) throws {
    let bytes = try InputBytes.read(FilePath(path)).mapError { refusal in
      InputError(path: path, problem: "\(refusal)")
    }.get()
    let decoder = JSONDecoder()
    var pairs: [Pair] = []
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      guard var pair = try? decoder.decode(Pair.self, from: line) else {
        throw InputError(
          path: path, problem: #"line \#(number + 1) is not an object with "a" and "b""#)
      }
      pair.line = number + 1
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
    } else if let number = try? value.decode(UInt64.self) {
      text = String(number)
    } else {
      text = try value.decode(String.self)
    }
  }
}
