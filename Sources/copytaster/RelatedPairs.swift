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
  private var seen: Set<ContentDigest> = []
  /// The first story of each text.
  private var firsts: [String: Int] = [:]
  /// The stories that repeat a text, by the position of the first that has it.
  private var repeats: [Int: [Int]] = [:]
  /// The positions of the stories that are in the batch, in its order.
  private var inBatch: [Int] = []
  /// Stories as they were prepared for being compared, by their positions.
  private var prepared: [Int: ComparableStory] = [:]
  /// More than one story has pairs as a rule; at some 20 KB a story they take 20 MB.
  private static let mostPrepared = 1024
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

  /// Adds a story. One whose text is letter for letter that of an earlier one is found with what that one is found
  /// with, and not compared: a text that floods in would make as many pairs as the square of its copies. What its source
  /// names, and delivers again under that name, is one story and no pair.
  func add(_ delivered: DeliveredStory) {
    let position = stories.count
    stories.append(delivered)
    let isNew = seen.insert(delivered.digest).inserted
    guard let first = firsts[delivered.story.text] else {
      firsts[delivered.story.text] = position
      inBatch.append(position)
      return batch.add(delivered)
    }
    if isNew || !delivered.identityIsGiven { repeats[first, default: []].append(position) }
  }

  /// Calls `body` with every pair, in the order of the stories. What is known of all stories counts for each pair.
  ///
  /// - Parameters:
  ///   - progress: called now and then with the part that is done, from 0 to 1.
  ///   - body: given two stories, the one that was added first before the other, and what they share.
  ///
  /// Complexity: O(n) in stories, as grouping; and the length of both texts for each pair. A repeat has as many pairs
  /// as the story that it repeats, and one more.
  func forEach(
    progress: (Double) -> Void, _ body: (Story, Story, PairReport) throws -> Void
  ) rethrows {
    batch.place { progress(Double($0) / Double(2 * stories.count)) }
    let pairs = pairs()
    for (number, pair) in pairs.enumerated() {
      let (first, second) = (comparable(pair.first), comparable(pair.second))
      let report = reader.compare(
        first, second, rule: rule,
        sameIdentity: pair.isIdentity || isSameIdentity(pair) ? true : nil)
      if report.verdict.relation.sharesCopy { try body(first.story, second.story, report) }
      progress(0.5 + Double(number + 1) / Double(2 * pairs.count))
    }
  }

  /// A story, prepared once for the pairs that it is in, which are not far from each other as a rule.
  private func comparable(_ position: Int) -> ComparableStory {
    if let story = prepared[position] { return story }
    if prepared.count == Self.mostPrepared { prepared.removeAll(keepingCapacity: true) }
    let story = reader.settled(reader.comparable(stories[position]))
    prepared[position] = story
    return story
  }

  /// A pair by positions of its stories, the one that was added first before the other.
  private struct Pair {
    let first: Int
    let second: Int
    let isIdentity: Bool

    init(_ one: Int, _ other: Int, isIdentity: Bool = false) {
      (first, second) = (min(one, other), max(one, other))
      self.isIdentity = isIdentity
    }
  }

  /// Whether the source says of two stories that they are takes of one.
  private func isSameIdentity(_ pair: Pair) -> Bool {
    let (one, two) = (stories[pair.first], stories[pair.second])
    return one.identityIsGiven && two.identityIsGiven && one.story.outlet != nil
      && one.story.outlet == two.story.outlet && one.story.id == two.story.id
  }

  /// All pairs in the order of the stories: those that were found, each repeat of one of the two with the other, and
  /// each repeat with the story that it repeats. Two repeats make no pair.
  private func pairs() -> [Pair] {
    var pairs: [Pair] = []
    for (found, isIdentity) in identities {
      guard let first = batch.position(of: found.first),
        let second = batch.position(of: found.second)
      else { continue }
      let (one, two) = (inBatch[first], inBatch[second])
      pairs.append(Pair(one, two, isIdentity: isIdentity))
      pairs += (repeats[one] ?? []).map { Pair($0, two) }
      pairs += (repeats[two] ?? []).map { Pair(one, $0) }
    }
    for (first, others) in repeats { pairs += others.map { Pair(first, $0) } }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
