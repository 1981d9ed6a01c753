internal import Store
internal import Stories

/// Keys of stories that are in no store, or not yet.
struct PendingKeys {
  private var identities: [String: [StoryNumber]] = [:]
  private var references: [String: [StoryNumber]] = [:]
  private var origins: [String: [StoryNumber]] = [:]
  private var slugs: [String: [(story: StoryNumber, at: Instant?)]] = [:]
  /// Those of them that are marked as later takes.
  private var marked: [String: [(story: StoryNumber, at: Instant?)]] = [:]

  mutating func add(_ keys: WireKeys, _ story: StoryNumber, at: Instant?) {
    for key in keys.identities { identities[key, default: []].append(story) }
    for key in keys.references { references[key, default: []].append(story) }
    for key in keys.origins { origins[key, default: []].append(story) }
    guard let slug = keys.slug else { return }
    slugs[slug, default: []].append((story, at))
    if keys.isMarked { marked[slug, default: []].append((story, at)) }
  }

  /// The stories that some keys tie to.
  ///
  /// - Parameters:
  ///   - keys: a newcomer's.
  ///   - at: its time; without one a slug ties it to others without, as if these came together.
  /// - Returns: stories in no order, some perhaps more than once; of each key the newest, see `Ties.most`.
  ///
  /// Complexity: O(1) in the stories.
  func ties(_ keys: WireKeys, at: Instant?) -> Ties {
    let sharing = stories(sharing: keys)
    var ties = Ties(versions: sharing.identity, kin: sharing.kin)
    if let slug = keys.slug {
      // A slug alone says little; a mark on either side says that there was an earlier take.
      ties.versions += stories(
        slug: slug, around: at, within: Ties.slugSpan, marked: !keys.isMarked)
    }
    return ties
  }

  private func stories(sharing keys: WireKeys) -> (identity: [StoryNumber], kin: [StoryNumber]) {
    func newest(_ held: [String: [StoryNumber]], _ names: [String]) -> [StoryNumber] {
      names.flatMap { held[$0]?.suffix(Ties.most) ?? [] }
    }
    return (
      newest(identities, keys.identities),
      newest(origins, keys.references) + newest(references, keys.origins)
    )
  }

  private func stories(
    slug: String, around at: Instant?, within span: Int64, marked isMarked: Bool
  ) -> [StoryNumber] {
    ((isMarked ? marked : slugs)[slug] ?? []).suffix(Ties.most).filter {
      PendingKeys.areNear($0.at, at, within: span)
    }.map(\.story)
  }

  private static func areNear(_ one: Instant?, _ other: Instant?, within span: Int64) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.distance(to: other) <= span
  }
}
