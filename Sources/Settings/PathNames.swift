/// Comparing paths by what is written, without asking the file system: links are not followed.
enum PathNames {
  /// Whether two paths name one file.
  static func same(_ one: String, _ other: String) -> Bool { parts(one) == parts(other) }

  /// Whether a path lies in a folder or is it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    parts(path).starts(with: parts(folder))
  }

  /// The names along a path; the first of an absolute one is empty.
  private static func parts(_ path: String) -> [Substring] {
    (path.hasPrefix("/") ? [""] : [])
      + path.split(separator: "/").filter { $0 != "." }
  }
}
