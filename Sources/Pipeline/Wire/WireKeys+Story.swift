internal import Store
internal import Stories
internal import Wire

extension WireKeys {
  /// The keys of a delivered story.
  init(_ delivered: DeliveredStory) {
    self.init()
    let story = delivered.story
    let party = (story.facts?.agency ?? story.outlet?.name)?.lowercased()
    if delivered.identityIsGiven { references.append(WireKeys.reference(story.id)) }
    guard let facts = story.facts else { return }
    if delivered.identityIsGiven {
      identities += [WireKeys.identity(story.id, story.outlet?.name)].compactMap(\.self)
    }
    if let party { identities += facts.otherKeys.map { "key:\(party)|\($0)" } }
    references += facts.otherKeys.map(WireKeys.reference)
    origins = facts.derivedFrom.map(WireKeys.reference)
    originIDs = facts.derivedFrom
    if let party, let slug = facts.slugline.map(Slugs.base), slug.count >= 4 {
      self.slug = "\(party)|\(slug)"
      isMarked = facts.take != nil
    }
  }

  /// The keys of a story of which nothing is known but its id: others may say that they were made from it.
  init(id: String) {
    self.init()
    references = [WireKeys.reference(id)]
  }

  /// An id as others refer to it.
  private static func reference(_ id: String) -> String { "ref:\(id)" }

  /// An id as a key: by itself where it is meant for the world, else within its outlet; nil where that is not known.
  static func identity(_ id: String, _ outlet: String?) -> String? {
    isGlobal(id) ? "id:\(id)" : outlet.map { "id:\($0.lowercased())|\(id)" }
  }

  /// Whether an id is made so that nobody else gives it: an address, a URN, a tag, a UUID, or one that a host heads.
  /// `weather-forecast-monday` is as long, and anybody's.
  private static func isGlobal(_ id: String) -> Bool {
    if id.contains("://") || id.hasPrefix("urn:") || id.hasPrefix("tag:") { return true }
    let parts = id.split { !$0.isHexDigit }
    let hexadecimal = parts.map(\.count)
    let isUUID = zip(hexadecimal.indices, hexadecimal).contains { index, count in
      count >= 24 || hexadecimal[index...].starts(with: [8, 4, 4, 4]) && index + 4 < parts.count
    }
    let head = id.prefix { !":/,".contains($0) }
    let labels = head.split(separator: ".", omittingEmptySubsequences: false)
    let isHosts =
      head.endIndex < id.endIndex && labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      } && labels.last?.allSatisfy(\.isLetter) == true && labels.last.map { $0.count > 1 } == true
    return isUUID || isHosts
  }
}
