internal import Stories

/// Which stories each outlet has in the window, and what of each counts as boilerplate by now.
struct OutletFurniture {
  /// The number under which stories without an outlet stand.
  static let unnamed = UInt32.max

  private var stories: [UInt32: [StoryNumber]] = [:]
  private var boilerplate: [StoryNumber: [Range<Int>]] = [:]
  /// Outlets of which something was learned, with how many stories they had when last looked at.
  private var lookedAt: [UInt32: Int] = [:]
  private var changed: Set<UInt32> = []
  /// Outlets about whose boilerplate a person spoke: they don't wait.
  private var urgent: Set<UInt32> = []

  /// Puts down what counts as boilerplate in a story.
  mutating func note(_ story: StoryNumber, _ outlet: UInt32, _ ranges: [Range<Int>]) {
    if boilerplate.updateValue(ranges, forKey: story) == nil {
      stories[outlet, default: []].append(story)
    }
  }

  /// What counts as boilerplate in a story; nil if that is not known.
  func boilerplate(of story: StoryNumber) -> [Range<Int>]? { boilerplate[story] }

  /// Notes that more is known of some outlets.
  mutating func learned(_ outlets: Set<UInt32>) { changed.formUnion(outlets) }

  /// Notes that a person spoke about an outlet's boilerplate.
  mutating func spokenOf(_ outlet: UInt32) { urgent.insert(outlet) }

  /// Notes that a person spoke about everybody's boilerplate.
  mutating func spokenOfAll() { urgent.formUnion(stories.keys) }

  /// Whether an outlet waits about which a person spoke.
  var hasUrgent: Bool { !urgent.isEmpty }

  /// The next outlet to look at again, with its stories; nil if there is none.
  ///
  /// - Parameter isIdle: whether there is time. Otherwise an outlet's turn comes when its stories are half
  ///   as many again as the last time, so that each story is looked at but a few times in all, or when a
  ///   person spoke about it.
  /// - Returns: the outlet's number and all its stories in the window.
  mutating func next(isIdle: Bool) -> (outlet: UInt32, stories: [StoryNumber])? {
    let due =
      urgent.min()
      ?? changed.sorted().first { outlet in
        let (count, before) = (stories[outlet]?.count ?? 0, lookedAt[outlet] ?? 0)
        return isIdle || count * 2 >= max(8, before * 3)
      }
    guard let due else { return nil }
    urgent.remove(due)
    changed.remove(due)
    lookedAt[due] = stories[due]?.count
    return (due, stories[due] ?? [])
  }

  /// Forgets stories that are gone.
  mutating func forget(_ gone: [StoryNumber]) {
    guard !gone.isEmpty else { return }
    for story in gone { boilerplate[story] = nil }
    for outlet in stories.keys {
      stories[outlet]?.removeAll { boilerplate[$0] == nil }
      if stories[outlet]?.isEmpty == true { (stories[outlet], lookedAt[outlet]) = (nil, nil) }
    }
  }
}
