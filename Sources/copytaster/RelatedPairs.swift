import NearDuplicates
import Pipeline
import Settings
import Stories
import Wire

/// All pairs of some stories that share copy, found as grouping finds them, without anybody naming them.
final class RelatedPairs {
  private struct Found: Hashable {
    let first: StoryNumber
    let second: StoryNumber
  }

  private let reader: CopyReader
  private let rule: RelationRule
  private let batch: Batch
  private var stories: [DeliveredStory] = []
  /// The pairs, with whether their source says that both are takes of one story.
  private var identities: [Found: Bool] = [:]

  init(_ settings: Settings) throws {
    (reader, rule) = (try settings.copyReader(), try settings.rule())
    batch = Batch(
      reader: reader, plan: try settings.plan(), rule: rule, noise: settings.grouping.noise,
      passages: .everything)
    batch.whenJudged = { [unowned self] pairs in
      for pair in pairs where pair.verdict.relation.sharesCopy {
        // Stories of two components are compared again when a later one binds them.
        let found = Found(first: pair.first, second: pair.second)
        identities[found] = identities[found] ?? false || pair.evidence.sameIdentity
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
  /// - Parameters:
  ///   - progress: called now and then with the part that is done, from 0 to 1.
  ///   - body: given two stories, the one that was added first before the other, and what they share.
  ///
  /// Complexity: O(n) in stories, as grouping; and the length of both texts for each pair.
  func forEach(
    progress: (Double) -> Void, _ body: (Story, Story, PairReport) throws -> Void
  ) rethrows {
    batch.place { progress(Double($0) / Double(2 * stories.count)) }
    let pairs = identities.compactMap { pair, isIdentity -> (first: Int, second: Int, Bool)? in
      guard let one = batch.position(of: pair.first), let two = batch.position(of: pair.second)
      else { return nil }
      return (min(one, two), max(one, two), isIdentity)
    }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    var last: (position: Int, story: ComparableStory)?
    for (number, (position, other, isIdentity)) in pairs.enumerated() {
      let first =
        last.flatMap { $0.position == position ? $0.story : nil }
        ?? reader.comparable(stories[position])
      last = (position, first)
      let second = reader.comparable(stories[other])
      let report = reader.compare(
        first, second, rule: rule, sameIdentity: isIdentity ? true : nil)
      if report.verdict.relation.sharesCopy { try body(first.story, second.story, report) }
      progress(0.5 + Double(number + 1) / Double(2 * pairs.count))
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
