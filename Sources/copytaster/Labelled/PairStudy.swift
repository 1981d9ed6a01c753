import NearDuplicates
import Pipeline
import Stories
import Wire

/// The labelled pairs of a set, measured.
struct PairStudy {
  /// One measured pair.
  struct Row {
    let pair: LabelledSet.Pair
    let evidence: PairEvidence
    var features: PairFeatures { evidence.features }
    /// Whether both stories are in one cluster, or, without clusters, labelled the same copy.
    let isTogether: Bool
    /// The pair's connected component among the labelled pairs: no story is in two.
    let component: Int
  }

  let set: LabelledSet
  private(set) var rows: [Row] = []
  private var stories: [String: ComparableStory] = [:]
  /// The pairs that grouping compares, for simulated sets.
  var compared: ComparedPairs?
  /// The same where nothing was set aside as boilerplate: what two stories above a footer that nobody knows look like.
  var exposed: ComparedPairs?
  /// Takes of running stories, put together from the set's texts.
  var takes: RunningTakes?
  /// Events told again with other figures, likewise.
  var retold: RetoldFigures?
  /// Forms that are filled in for two events, likewise.
  var forms: FilledForms?

  /// Reads and measures.
  init(_ set: LabelledSet, _ reader: CopyReader) {
    self.set = set
    var order = CountingOrder()
    for delivered in set.stories {
      let story = reader.comparable(delivered)
      order.add(story)
      stories[delivered.story.id] = story
    }
    order.count(with: reader)
    let components = Components(set.pairs.map { ($0.a, $0.b) })
    for pair in set.pairs {
      guard let first = stories[pair.a], let second = stories[pair.b] else { continue }
      rows.append(
        Row(
          pair: pair, evidence: reader.evidence(first, second),
          isTogether: isTogether(pair), component: components.component(of: pair.a)))
    }
  }

  /// What the program says of a measured pair.
  func verdict(_ row: Row, _ reader: CopyReader, _ rule: RelationRule) -> Verdict {
    guard let first = stories[row.pair.a], let second = stories[row.pair.b] else {
      return rule.judge(row.evidence)
    }
    return reader.verdict(on: first, second, row.evidence, rule: rule)
  }

  private func isTogether(_ pair: LabelledSet.Pair) -> Bool {
    if pair.isSame { return true }
    guard let one = set.clusters[pair.a], let two = set.clusters[pair.b] else { return false }
    return one == two
  }
}

extension LabelledSet.Pair {
  /// Whether the label says that one is a version of the other.
  var isSame: Bool {
    ["same", "verbatim", "version", "cut", "expanded"].contains(label)
  }

  /// Whether the reader was not in doubt about the label.
  var isFirm: Bool { confidence != "low" }

  /// The two stories, whichever is named first.
  var stories: Set<String> { [a, b] }
}

/// Connected components over names.
struct Components {
  private var parents: [String: String] = [:]
  private var numbers: [String: Int] = [:]

  init(_ edges: [(String, String)]) {
    for (one, two) in edges {
      let (first, second) = (root(one), root(two))
      if first != second { parents[max(first, second)] = min(first, second) }
    }
    let roots = Set(edges.flatMap { [$0.0, $0.1] }.map { root($0) }).sorted()
    for (number, name) in roots.enumerated() { numbers[name] = number }
    for name in Array(parents.keys) { numbers[name] = numbers[root(name)] }
  }

  func component(of name: String) -> Int { numbers[name] ?? -1 }

  private func root(_ name: String) -> String {
    var name = name
    while let parent = parents[name], parent != name { name = parent }
    return name
  }
}
