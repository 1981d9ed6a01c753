import Foundation
import Training

/// A simulated wire whose boilerplate is known: `stories.jsonl` and `gold/boilerplate.jsonl`, ranges in
/// Unicode scalars.
struct WireGold {
  private(set) var stories: [LabelledStory] = []

  private struct Text: Decodable {
    let id: String
    let outlet: String?
    let text: String
  }

  private struct Gold: Decodable {
    let id: String
    let ranges: [[Int]]
    let neutral: [[Int]]?
  }

  /// Reads a folder.
  ///
  /// - Throws: `InputError`, which names the file.
  init(folder: String) throws {
    let gold = try JSONRows.read(Gold.self, folder + "/gold/boilerplate.jsonl", #"{"id","ranges"}"#)
    let byID = Dictionary(gold.map { ($0.id, $0) }) { first, _ in first }
    stories = try JSONRows.read(Text.self, folder + "/stories.jsonl", #"{"id","text"}"#).compactMap
    { story in
      guard let gold = byID[story.id] else { return nil }
      let bytes = ByteOffsets(story.text)
      return LabelledStory(
        id: story.id, host: story.outlet ?? story.id, text: story.text,
        boilerplate: gold.ranges.compactMap(bytes.range),
        neutral: (gold.neutral ?? []).compactMap(bytes.range))
    }
  }
}

/// Offsets in Unicode scalars as offsets in UTF-8 bytes.
struct ByteOffsets {
  private let starts: [Int]

  init(_ text: String) {
    var starts: [Int] = []
    for (index, byte) in text.utf8.enumerated() where byte & 0xC0 != 0x80 { starts.append(index) }
    starts.append(text.utf8.count)
    self.starts = starts
  }

  /// A range of two scalar offsets in bytes, or nil for what is none.
  func range(_ pair: [Int]) -> Range<Int>? {
    guard pair.count >= 2, pair[0] >= 0, pair[0] <= pair[1], pair[1] < starts.count else {
      return nil
    }
    return starts[pair[0]]..<starts[pair[1]]
  }
}
