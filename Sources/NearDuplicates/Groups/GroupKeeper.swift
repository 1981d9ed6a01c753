public import Stories

/// Keeps stories in groups of the same copy as they arrive.
///
/// A newcomer's candidates come from bands and fingerprints, and every pair is aligned and judged. Pairs
/// that pull at least `tieStrength` tie stories into a component; within a component all pairs are judged,
/// and average link cuts it into groups. Two stories are measured the same way round whoever came
/// first, and the partition is a function of the component alone, taken in canonical order: so neither depends on the
/// order of arrival.
///
/// The documented limits, beyond which order may matter: a band bucket holds the newest 128 stories, a bucket of
/// fingerprints the newest twelve, a search by fingerprints gives at most `ReuseSearch.most` and one for passages
/// `PassageSearch.most`, a newcomer is compared with at most `comparisonLimit` stories and with the newest `takeLimit` of
/// its own earlier takes, and a component of `componentLimit` and more is no longer cut anew: a newcomer is then compared
/// with its candidates alone and joins the group of the story that pulls hardest. What is learned while running (which
/// words are rare, what recurs in an outlet) is counted in bounded memory, and that too goes by what came first.
///
/// Pure: the same calls give the same answers. Not persisted: rebuilt by `restore` from what is stored.
public struct GroupKeeper: Sendable {
  /// Most stories one newcomer is verified against.
  static let comparisonLimit = 512
  /// Most earlier takes of a story that it is compared with, the newest.
  public static let takeLimit = 128
  /// Most stories in a component that is still cut anew on each arrival.
  public static let componentLimit = 128
  /// Least mean strength at which average link joins.
  public static let joinStrength = 0.5
  /// Strength from which a pair ties its stories into one component.
  public static let tieStrength = 0.5
  /// Strength below which a pair is not remembered: it counts as none in every mean.
  static let leastStrength = 0.02

  /// What decides relations.
  public var rule: RelationRule
  /// How clean the texts are: what decides how much candidates must share.
  public var noise = Noise.auto
  /// What to look for beside versions. It forms no groups, but tells whose words stand in whose story.
  public var passages = PassageSearch.none
  /// Whether a placement says why each group changed.
  public var givesReasons = false
  var index: BandIndex
  var members = MemberTable()
  var ties: [StoryNumber: [Tie]] = [:]
  /// The number the next group will get.
  public internal(set) var nextGroup: Int64 = 1

  /// One verified neighbour of a story.
  struct Tie: Sendable {
    let story: StoryNumber
    let strength: Double
    /// Whether the source says that both are takes of one story.
    let isIdentity: Bool
    /// Which parts of the story that holds this tie the other covers.
    let covered: Coverage
    var isTie: Bool { strength >= GroupKeeper.tieStrength }
  }

  /// Makes an empty keeper.
  public init(plan: BandPlan, window: Int64?, rule: RelationRule) {
    self.rule = rule
    index = BandIndex(plan: plan, window: window)
  }

  /// The stories that a text is compared with, by fingerprints and bands.
  mutating func candidates(
    _ copy: PackedCopy, _ signature: Signature, _ fingerprints: [UInt32]
  ) -> [StoryNumber] {
    index.candidates(for: signature)
      + index.sharing(
        fingerprinted(fingerprints, of: copy), .versions, ofMisread: .noisyVersions)
  }

  /// Fingerprints with what is known of their text.
  func fingerprinted(_ fingerprints: [UInt32], of copy: PackedCopy) -> FingerprintedText {
    let isMisread =
      switch noise {
      case .clean: false
      case .ocr: true
      case .auto: copy.looksMisread
      }
    return FingerprintedText(
      fingerprints, isMisread: isMisread,
      isWhole: copy.withView { Fingerprinter.keepsAll(of: $0) })
  }

  /// Stories that can be found.
  public var count: Int { members.count }

  /// Bytes held by the index and by what is kept of each story; texts are not among them.
  public var byteCount: Int {
    index.byteCount + members.byteCount
      + ties.values.reduce(0) { $0 + 64 + $1.capacity * MemoryLayout<Tie>.stride }
  }

  /// All pairs that are remembered, each once, with the strength with which they pull into one group.
  public func pulls() -> [(first: StoryNumber, second: StoryNumber, strength: Double)] {
    ties.sorted { $0.key < $1.key }.flatMap { story, ties in
      ties.filter { story < $0.story }.map { (story, $0.story, $0.strength) }
    }
  }

  /// The group of a story, or nil once it has expired.
  public func group(of story: StoryNumber) -> GroupNumber? { members[story]?.group }

  /// Whether a group holds a story of which something is true. Looks through all stories.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - isMeant: asked for each of its stories that can still be found, until it says yes.
  /// - Returns: whether it said yes.
  public func contains(_ group: GroupNumber, where isMeant: (StoryNumber) -> Bool) -> Bool {
    members.contains { $0.group == group && isMeant($1) }
  }

  /// Drops stories that arrived before the window. Their groups stay in the store as they are.
  ///
  /// - Returns: the stories dropped.
  @discardableResult
  public mutating func expire(at now: Instant) -> [StoryNumber] {
    let gone = index.expire(at: now)
    forget(gone)
    return gone
  }

  /// Forgets stories that are gone from the store. The index may still name them until their segment is
  /// dropped; they are passed over then.
  public mutating func forget(_ stories: [StoryNumber]) {
    for story in stories {
      members.remove(story)
      untie(story)
    }
  }

  mutating func untie(_ story: StoryNumber) {
    for tie in ties.removeValue(forKey: story) ?? [] {
      ties[tie.story]?.removeAll { $0.story == story }
    }
  }
}
