import NearDuplicates
import Store
import Stories

/// A passage of a group's story that stands in a story of another group.
struct SharedElsewhere: Encodable {
  /// The story of this group.
  let story: Int64
  /// The story of the other group, its id and outlet.
  let other: Int64
  let id: String
  let outlet: String?
  /// The other group.
  let group: Int64
  /// How many words agree.
  let words: Int
  /// Whether all that is shared is people being quoted.
  let quotesOnly: Bool

  /// Words below which what is shared is a name or a phrase rather than a passage.
  private static let leastWords = 9

  /// All such passages of a group's stories, the longest first; of a story in another group only the one with
  /// which it shares most.
  ///
  /// - Parameters:
  ///   - stories: the group's.
  ///   - reader: of the store.
  /// - Returns: one for each story of another group.
  /// - Throws: `StoreError`.
  static func of(_ stories: [StoredStory], _ reader: StoreReader) throws -> [SharedElsewhere] {
    let inside = Set(stories.map(\.number))
    var best: [Int64: SharedElsewhere] = [:]
    for story in stories {
      for pair in try reader.pairs(of: story.number) where pair.relation == .partial {
        let number = pair.other(than: story.number)
        guard !inside.contains(number), let other = try reader.story(number) else { continue }
        let found = SharedElsewhere(story, other, pair)
        if found.words > best[number.value]?.words ?? 0 { best[number.value] = found }
      }
    }
    return best.values.filter { $0.words >= leastWords }.sorted {
      ($1.words, $0.other) < ($0.words, $1.other)
    }
  }

  private init(_ mine: StoredStory, _ theirs: StoredStory, _ pair: StoredPair) {
    (story, other, id) = (mine.number.value, theirs.number.value, theirs.story.id)
    (outlet, group) = (theirs.story.outlet?.name, theirs.group.value)
    words = pair.matchedWords
    quotesOnly = pair.reason.hasPrefix(Verdict.Reason.quotations.rawValue)
  }

  /// Prints them, if there are any.
  static func show(_ passages: [SharedElsewhere], _ stories: [StoredStory]) {
    guard !passages.isEmpty else { return }
    let names = StoryNames(stories)
    Terminal.say("")
    Terminal.say("  " + Style.bold("Passages in other groups"))
    for passage in passages {
      let outlet = (passage.outlet ?? "outlet not known").printable
      let kind = passage.quotesOnly ? ", quotations only" : ""
      Terminal.sayFitting(
        "    \(passage.id.printable), \(outlet), in g\(passage.group): "
          + "\(PairFeatures.told(passage.words)) words"
          + " of \(names[passage.story])\(kind)"
      )
    }
  }
}

extension StoredPair {
  /// How many words agree; 0 for a pair that was stored before this was measured. What a later version measures
  /// besides comes behind what an earlier one did.
  fileprivate var matchedWords: Int {
    guard features.count > PairFeatures.Name.matchedWords.rawValue else { return 0 }
    let missing = max(0, PairFeatures.Name.allCases.count - features.count)
    let values = features + [Float](repeating: 0, count: missing)
    return Int(PairFeatures(values: values).words(.matchedWords).rounded())
  }
}
