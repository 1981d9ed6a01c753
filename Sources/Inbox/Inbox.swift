public import Stories
internal import SystemPackage

/// Takes files out of the inbox and puts them where they belong. The order of steps makes each of them
/// repeatable: claim into `work`, (store), then move to `done` or `refused`. Whatever stands in `work` at
/// start was interrupted and is read again.
public struct Inbox<Door: FileDoor>: Sendable {
  /// The four folders.
  public let folders: InboxFolders
  /// The way to the files.
  public let door: Door
  /// Bounds on what is read.
  public let limits: Limits

  /// Makes an inbox over four folders.
  public init(_ folders: InboxFolders, door: Door, limits: Limits) {
    (self.folders, self.door, self.limits) = (folders, door, limits)
  }

  /// Claims a file: opens it, checks it, moves it to `work` while it is open, and reads it.
  ///
  /// - Parameters:
  ///   - arrival: the file.
  ///   - tracker: is told when the file goes back, which is no sign that it is whole.
  /// - Returns: the file with all of its bytes.
  /// - Throws: `.vanished` when somebody else took it; `.exists` when a file of its name is still in work;
  ///   `.changed` when it was being written or replaced, in which case it is back in the inbox; anything else is a
  ///   reason to refuse it, and it stays where it was. What can't go back is left in work.
  public func claim(
    _ arrival: Arrival, tracker: WriteTracker? = nil
  ) throws(FileError) -> ClaimedFile {
    let source = folders.inbox.appending(below: arrival.relative)
    let target = folders.work.appending(below: arrival.relative)
    var moved = false
    do throws(FileError) {
      let bytes = try door.read(source, limit: limits.fileBytes) { () throws(FileError) in
        try moveIntoWork(source, to: target)
        moved = true
        return target
      }
      return ClaimedFile(arrival: arrival, bytes: bytes)
    } catch {
      if moved {
        tracker?.expectReturn(of: arrival.relative)
        try? renameMakingFolders(target, to: source)
      }
      throw error
    }
  }

  /// Reads a file that was left in work by an interrupted run.
  public func reclaim(_ arrival: Arrival) throws(FileError) -> ClaimedFile {
    let path = folders.work.appending(below: arrival.relative)
    let bytes = try door.read(path, limit: limits.fileBytes) { () throws(FileError) in path }
    return ClaimedFile(arrival: arrival, bytes: bytes)
  }

  /// Folders that an earlier delivery left in work may have the name that a file now needs.
  private func moveIntoWork(_ source: FilePath, to target: FilePath) throws(FileError) {
    do throws(FileError) {
      try renameMakingFolders(source, to: target)
    } catch {
      switch error {
      case .blocked: throw .exists(target)
      // It was opened: what can't be done is the move, and no refusal would get it out of the way.
      case .forbidden: throw .immovable(source)
      case .exists:
        try removeEmptyFolders(target)
        try renameMakingFolders(source, to: target)
      default: throw error
      }
    }
  }

  /// Deletes a folder in which there are folders alone, and `.exists` where there is more or it is none.
  private func removeEmptyFolders(_ path: FilePath) throws(FileError) {
    do throws(FileError) {
      for entry in try door.list(path) where entry.kind == .folder {
        try removeEmptyFolders(path.pushing(entry.name))
      }
    } catch {
      guard case .blocked = error else { throw error }
    }
    try door.removeEmptyFolder(path)
  }

  func renameMakingFolders(
    _ source: FilePath, to target: FilePath
  ) throws(FileError) {
    do throws(FileError) {
      try door.rename(source, to: target)
    } catch {
      guard case .vanished = error else { throw error }
      try door.makeFolder(target.removingLastComponent())
      try door.rename(source, to: target)
    }
  }
}

/// A file in work, with its bytes.
public struct ClaimedFile: Sendable {
  /// Where it came from.
  public let arrival: Arrival
  /// All of its bytes.
  public let bytes: [UInt8]

  /// Makes a claimed file.
  public init(arrival: Arrival, bytes: [UInt8]) {
    (self.arrival, self.bytes) = (arrival, bytes)
  }
}
