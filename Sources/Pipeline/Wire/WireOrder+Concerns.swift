internal import Store
internal import Stories
internal import Wire

extension WireOrder {
  /// Whether a release ends this order before it has found its story: a hold of the same party that names the same.
  func isLifted(by release: WireOrder) -> Bool {
    guard notice.kind == .hold, outlet == release.outlet, agency == release.agency else {
      return false
    }
    let names = Set(notice.names.map(WireOrder.folded))
    if names.isEmpty, release.notice.names.isEmpty {
      return !Set(keys).isDisjoint(with: release.keys)
        || identityIsGiven && release.identityIsGiven && id == release.id
    }
    return !names.isDisjoint(with: release.notice.names.map(WireOrder.folded))
  }

  /// A headline as it is compared: in small letters, its apostrophes straight.
  static func folded(_ headline: String) -> String {
    headline.lowercased().replacing("’", with: "'").replacing("‘", with: "'")
  }

  /// What it calls the story that it is about.
  var calls: [String] { notice.names.isEmpty ? [id] : notice.names }

  /// Who gave it.
  var party: String { outlet ?? agency ?? "" }

  /// What it says, where that may be told at an instant.
  func note(by instant: Instant) -> String? { isEmbargoed(at: instant) ? nil : note }

  /// Whether it kills or holds whatever comes of an item up to a version, also after it has found some of it.
  var isStanding: Bool {
    notice.kind != .release && notice.names.isEmpty && version != nil
  }

  /// Whether one party's order by name may be about a story: its own, or copy of the agency that it is.
  func mayConcern(_ stored: StoredStory, agency other: String?) -> Bool {
    guard outlet != nil || agency != nil else { return true }
    let mine = Set([outlet, agency].compactMap { $0?.lowercased() })
    let its = Set([stored.story.outlet?.name, other].compactMap { $0?.lowercased() })
    // An outlet's notice is not about an agency's own copy, which bears no other outlet's name.
    return stored.story.outlet?.name.lowercased() == outlet?.lowercased()
      || !mine.isDisjoint(with: its) && other?.lowercased() == agency?.lowercased()
  }

  /// Whether one party's order may name a story by its slug: not where nobody is known to have given it.
  func mayName(_ stored: StoredStory, agency other: String?) -> Bool {
    let isNobodys = outlet == nil && agency == nil
    return isNobodys
      ? stored.story.outlet == nil && other == nil : mayConcern(stored, agency: other)
  }

  /// Whether the order is about a story that came after it.
  ///
  /// - Parameters:
  ///   - stored: the story.
  ///   - keys: its keys.
  ///   - at: when the order came. What was made later is not meant by a slug, nor is what is older than a day.
  /// - Returns: whether it is.
  func concerns(_ stored: StoredStory, _ keys: WireKeys, cameAt at: Instant) -> Bool {
    let facts = stored.story.facts
    if notice.names.isEmpty {
      let isSame =
        !Set(self.keys).isDisjoint(with: keys.identities)
        || (identityIsGiven && stored.identityIsGiven && stored.story.id == id
          && stored.story.outlet?.name == outlet)
      // A later version than the one that was withdrawn is fit for use.
      guard isSame, let limit = version else { return isSame && version == nil }
      return facts?.version.map { $0 <= limit } ?? true
    }
    guard mayConcern(stored, agency: facts?.agency) else { return false }
    let title = stored.story.title.map(WireOrder.folded)
    let slug =
      stored.made <= at && stored.made.distance(to: at) <= Instant.day
        && mayName(stored, agency: facts?.agency) ? keys.slug : nil
    return notice.names.contains { name in
      name == stored.story.id || WireOrder.folded(name) == title
        || (slug.map { $0.hasSuffix("|" + Slugs.base(name)) } ?? false)
    }
  }
}
