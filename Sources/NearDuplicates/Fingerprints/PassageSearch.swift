/// What is looked for beside versions: pairs that form no group and share somebody's words.
public enum PassageSearch: Hashable, Sendable {
  /// Nothing.
  case none
  /// Passages.
  case partial
  /// Passages and templates, also of stories that are too far apart in time for versions.
  case everything

  /// Stories that are looked at for each, at most.
  var most: Int {
    switch self {
    case .none: 0
    case .partial: 32
    case .everything: 64
    }
  }
}
