public import Stories
public import SystemPackage

/// The folders that a file passes through. All on one file system, since moves are renames.
public struct InboxFolders: Hashable, Sendable {
  /// Where files arrive; sub-folders name outlets.
  public let inbox: FilePath
  /// Where a file stands while it is read.
  public let work: FilePath
  /// Where a file goes once its stories are stored.
  public let done: FilePath
  /// Where a refused file goes, with its reason.
  public let refused: FilePath

  /// Makes the four.
  public init(inbox: FilePath, work: FilePath, done: FilePath, refused: FilePath) {
    (self.inbox, self.work, self.done, self.refused) = (inbox, work, done, refused)
  }

  /// Makes those folders that are missing.
  public func make(through door: some FileDoor) throws(FileError) {
    for folder in [inbox, work, done, refused] { try door.makeFolder(folder) }
  }
}

/// A file found in the inbox or in work, by its path below that folder.
public struct Arrival: Hashable, Sendable {
  /// The path below the inbox: folders name the outlet, the last part is the file.
  public let relative: FilePath
  /// When its content last changed.
  public let modified: Instant

  /// Makes an arrival.
  public init(relative: FilePath, modified: Instant) {
    (self.relative, self.modified) = (relative, modified)
  }

  /// The outlet that the first folder names, if the file stands in one.
  public var outlet: Outlet? {
    let folders = relative.removingLastComponent().components
    return folders.first.map { Outlet($0.string) }
  }

  /// The file's name without its ending: the identity of a story that gives none.
  public var name: String { relative.stem ?? relative.string }
}

/// Something in the inbox that is never read: a link, a pipe, a device.
public struct OddEntry: Hashable, Sendable {
  /// The path below the inbox.
  public let relative: FilePath
  /// What is wrong with it, for people.
  public let problem: String
  /// What to do about it.
  public let remedy: String

  /// Something that is no file and no folder.
  init(_ relative: FilePath, kind: String) {
    (self.relative, problem) = (relative, "this is \(kind), not a file")
    remedy = "send the story as a regular file"
  }

  /// A folder below which nothing is looked for.
  init(tooDeep relative: FilePath) {
    (self.relative, problem) = (relative, "this folder is nested too deep")
    remedy = "put it into fewer folders, or raise limits.folder_depth"
  }
}
