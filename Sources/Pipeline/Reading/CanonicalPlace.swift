internal import NearDuplicates
internal import Stories

/// A story's place in canonical order: by publication and content, and by id among stories that these do not tell apart.
struct CanonicalPlace: Comparable {
  private let published: Int64
  private let tieBreak: UInt64
  private let id: String

  init(published: Instant?, tieBreak: UInt64, id: String) {
    (self.published, self.tieBreak) = Face.place(published, tieBreak)
    self.id = id
  }

  init(_ face: Face, id: String) {
    self.init(published: face.published, tieBreak: face.tieBreak, id: id)
  }

  static func < (one: CanonicalPlace, other: CanonicalPlace) -> Bool {
    if one.published != other.published { return one.published < other.published }
    if one.tieBreak != other.tieBreak { return one.tieBreak < other.tieBreak }
    return one.id < other.id
  }

  /// Where stories stand in a list, in canonical order; stories of one place as they stand.
  ///
  /// Complexity: O(n log n).
  static func order(_ places: [CanonicalPlace]) -> [Int] {
    places.indices.sorted { places[$0] < places[$1] }
  }
}
