import Pipeline
import Stories
import Wire

/// The groups of a set's stories by their ids, which is how labels name them.
struct GroupedNames {
  /// Every id once, in the order of the stories.
  let ids: [String]
  /// The group of each id; of stories under one id in several groups, the first group in canonical order.
  let groups: [String: String]
  /// Ids whose stories are in several groups, in order.
  let scattered: [String]
  /// Ids that several stories have.
  let repeatedCount: Int

  /// Groups all of a set's stories.
  init(_ set: LabelledSet, _ batch: Batch) {
    var counts: [String: Int] = [:]
    ids = set.stories.map(\.story.id).filter { id in
      counts[id, default: 0] += 1
      return counts[id] == 1
    }
    repeatedCount = counts.values.count { $0 > 1 }
    for story in set.stories { batch.add(story) }
    var (groups, scattered): ([String: String], Set<String>) = ([:], [])
    for (number, group) in batch.groups().enumerated() {
      for id in group.map({ batch.entries[$0].id }) {
        let first = groups[id, default: String(number)]
        groups[id] = first
        if first != String(number) { scattered.insert(id) }
      }
    }
    (self.groups, self.scattered) = (groups, scattered.sorted())
  }
}
