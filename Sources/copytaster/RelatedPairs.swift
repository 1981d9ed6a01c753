import NearDuplicates
import Pipeline
import Settings
import Stories
import Wire

/// All pairs of some stories that share copy, found as grouping finds them, without anybody naming them.
final class RelatedPairs {
  private struct Found {
    let first: StoryNumber
    let second: StoryNumber
    let sameIdentity: Bool
  }

  private let reader: CopyReader
  private let rule: RelationRule
  private let batch: Batch
  private var stories: [DeliveredStory] = []
  private var found: [Found] = []

  init(_ settings: Settings) throws {
    (reader, rule) = (try settings.copyReader(), try settings.rule())
    batch = Batch(
      reader: reader, plan: try settings.plan(), rule: rule, noise: settings.grouping.noise,
      findsPassages: true)
    batch.whenJudged = { [unowned self] pairs in
      for pair in pairs where pair.verdict.relation.sharesCopy {
        found.append(
          Found(
            first: pair.first, second: pair.second, sameIdentity: pair.evidence.sameIdentity))
      }
    }
  }

  var storyCount: Int { stories.count }

  func add(_ delivered: DeliveredStory) {
    batch.add(delivered)
    stories.append(delivered)
  }

  /// Calls `body` with every pair, in the order of the stories. What is known of all stories counts for each pair.
  ///
  /// Complexity: O(n) in stories, as grouping; and the length of both texts for each pair.
  func forEach(
    progress: (Int, Int) -> Void,
    _ body: (Story, Story, PairReport) throws -> Void
  ) rethrows {
    batch.place { progress($0, stories.count) }
    let pairs = found.compactMap { pair -> (first: Int, second: Int, sameIdentity: Bool)? in
      guard let one = batch.position(of: pair.first), let two = batch.position(of: pair.second)
      else { return nil }
      return (min(one, two), max(one, two), pair.sameIdentity)
    }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    var last: (position: Int, story: ComparableStory)?
    for (number, pair) in pairs.enumerated() {
      let first =
        last.flatMap { $0.position == pair.first ? $0.story : nil }
        ?? reader.comparable(stories[pair.first])
      last = (pair.first, first)
      let second = reader.comparable(stories[pair.second])
      let report = reader.compare(
        first, second, rule: rule, sameIdentity: pair.sameIdentity ? true : nil)
      if report.verdict.relation.sharesCopy { try body(first.story, second.story, report) }
      progress(number + 1, pairs.count)
    }
  }
}

extension Relation {
  /// Whether two stories so related have words in common that are somebody's copy.
  fileprivate var sharesCopy: Bool {
    switch self {
    case .verbatim, .version, .cut, .expanded, .partial, .template: true
    case .boilerplate, .none: false
    }
  }
}
