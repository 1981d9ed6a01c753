internal import Inbox
internal import Store
internal import Stories

/// What has been read and grouped but not committed yet.
struct PendingWork {
  /// A file whose last story is in the commit.
  struct FinishedFile {
    let arrival: Arrival
    /// Why some of it was refused; nil when all of it was taken.
    let reason: String?
  }

  var commit: Commit
  /// Files to be moved once the commit is on the disk.
  var finished: [FinishedFile] = []
  /// Bytes of text in the commit.
  var bytes = 0
  /// Stories in these files that were stored before.
  var known = 0
  /// Stories that came into groups in which something is killed, held or corrected. What they carry is told in the next
  /// step: a commit for each would cost a write to the disk.
  var mayCarry: [StoryNumber] = []
  /// Keys of the stories in the commit.
  private(set) var keys = PendingKeys()
  private var digests: Set<ContentDigest> = []
  private var takes: [StoryIdentity: [StoryNumber]] = [:]

  /// Starts with the numbers that come next.
  init(nextStory: Int64, nextGroup: Int64) {
    commit = Commit(nextStory: nextStory, nextGroup: nextGroup)
  }

  /// Whether it is time to commit: enough stories to make one fsync cheap for each, few enough to be quick.
  var isFull: Bool { commit.stories.count >= 500 || bytes >= 8 << 20 }

  func contains(_ digest: ContentDigest) -> Bool { digests.contains(digest) }

  func takes(of identity: StoryIdentity) -> [StoryNumber] { takes[identity] ?? [] }

  mutating func add(_ stored: StoredStory, _ signature: SignedText, _ wireKeys: WireKeys) {
    let at = stored.story.published ?? stored.received
    keys.add(wireKeys, stored.number, at: at)
    if let facts = stored.story.facts {
      commit.wire.rows.append(WireRow(story: stored.number, facts: facts, keys: wireKeys, at: at))
    }
    commit.stories.append((stored, signature))
    commit.nextStory = stored.number.value + 1
    digests.insert(stored.digest)
    if let identity = stored.identity { takes[identity, default: []].append(stored.number) }
    bytes += stored.story.text.utf8.count
  }
}
