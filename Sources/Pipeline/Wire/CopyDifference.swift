/// What one text changed of another, word by word.
struct CopyDifference {
  /// One change with the words about it.
  struct Change: Hashable {
    /// The words that went, with up to three before and behind.
    let old: [Substring]
    /// The words that came, with the same about them.
    let new: [Substring]
    /// The words that went, by themselves.
    let gone: [Substring]
    /// The words that came, by themselves.
    let come: [Substring]
  }

  /// The changes in order.
  let changes: [Change]

  private static let context = 3
  /// Words past which texts are only compared by their first words; a story has a few hundred.
  private static let longest = 5000

  /// Compares two texts by their words, as they are written.
  init(from old: String, to new: String) {
    let (before, after) = (CopyDifference.words(old), CopyDifference.words(new))
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    changes = CopyDifference.runs(before, after, gone, come)
  }

  /// The words of a text.
  static func words(_ text: String) -> [Substring] {
    Array(text.split(whereSeparator: \.isWhitespace).prefix(longest))
  }

  /// Walks both texts at once and collects what lies between words that stayed.
  private static func runs(
    _ before: [Substring], _ after: [Substring], _ gone: Set<Int>, _ come: Set<Int>
  ) -> [Change] {
    var changes: [Change] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      let (oldStart, newStart) = (old, new)
      while gone.contains(old) { old += 1 }
      while come.contains(new) { new += 1 }
      if old > oldStart || new > newStart {
        changes.append(
          Change(
            old: around(before, oldStart..<old), new: around(after, newStart..<new),
            gone: Array(before[oldStart..<old]), come: Array(after[newStart..<new])))
      }
      (old, new) = (old + 1, new + 1)
    }
    return changes
  }

  private static func around(_ words: [Substring], _ range: Range<Int>) -> [Substring] {
    let range = min(range.lowerBound, words.count)..<min(range.upperBound, words.count)
    return Array(
      words[max(0, range.lowerBound - context)..<min(words.count, range.upperBound + context)])
  }
}

extension CopyDifference.Change {
  /// The change in words: `"twelve" instead of "eleven"`.
  var sentence: String {
    switch (gone.isEmpty, come.isEmpty) {
    case (true, _): "without \"\(come.joined(separator: " "))\""
    case (_, true): "still \"\(gone.joined(separator: " "))\""
    default: "\"\(gone.joined(separator: " "))\" instead of \"\(come.joined(separator: " "))\""
    }
  }
}

extension Array where Element == Substring {
  /// Whether some words stand in these in one run.
  func holds(_ run: [Substring]) -> Bool {
    guard let first = run.first, run.count <= count else { return false }
    return indices.dropLast(run.count - 1).contains { start in
      self[start] == first && self[start..<start + run.count].elementsEqual(run)
    }
  }
}
