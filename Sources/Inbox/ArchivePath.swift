public import SystemPackage

/// Where a file stands in an archive, `done` or `refused`, and where it stood below the inbox: the one place that knows how
/// either is made of the other.
///
/// A file may stand where a folder is needed. Then the archive goes on in folders `~2`, `~3` below its own; `~1` is the
/// archive itself, and is written only before what would be taken for such a folder: an outlet may be called `~2`.
public struct ArchivePath: Hashable, Sendable {
  /// The path that the file had below the inbox; its first folder names the outlet.
  public let arrival: FilePath
  /// The day on which it was put away, in `done` only.
  public let day: String?
  /// 1 for the archive itself, n for its folder `~n`.
  let place: Int

  /// The place of a file that is to be put away.
  init(_ arrival: FilePath, day: String?, place: Int) {
    (self.arrival, self.day, self.place) = (arrival, day, place)
  }

  /// Reads a path below `done`; nil for one without a day and a file.
  ///
  /// - Parameter path: the path, as `relative` gives it.
  public init?(done path: FilePath) {
    let (place, rest) = ArchivePath.place(of: path)
    guard let day = rest.components.first, rest.components.count > 1 else { return nil }
    self.init(FilePath(root: nil, rest.components.dropFirst()), day: day.string, place: place ?? 1)
  }

  /// Reads a path below `refused`.
  ///
  /// - Parameter path: the path, as `relative` gives it.
  public init(refused path: FilePath) {
    let (place, rest) = ArchivePath.place(of: path)
    self.init(rest, day: nil, place: place ?? 1)
  }

  /// The path below the archive's folder.
  public var relative: FilePath {
    let below = day.map { FilePath($0).appending(below: arrival) } ?? arrival
    guard place > 1 || ArchivePath.place(of: below).place != nil else { return below }
    return FilePath("~\(place)").appending(below: below)
  }

  /// The folder with which a path begins, and what is behind it; a file by itself stands in none.
  private static func place(of path: FilePath) -> (place: Int?, rest: FilePath) {
    guard let first = path.components.first, path.components.count > 1 else { return (nil, path) }
    let name = first.string
    guard name.first == "~", let number = Int(name.dropFirst()), number > 0, name == "~\(number)"
    else { return (nil, path) }
    return (number, FilePath(root: nil, path.components.dropFirst()))
  }
}
