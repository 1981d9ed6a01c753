public import Stories
public import SystemPackage

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
  /// - Throws: `.vanished` when somebody else took it; `.exists` when a file of its name is still in work;
  ///   `.changed` when it was being written, in which case it is back in the inbox; anything else is a
  ///   reason to refuse it, and it stays where it was.
  public func claim(_ arrival: Arrival) throws(FileError) -> ClaimedFile {
    let source = folders.inbox.appending(arrival.relative.components)
    let target = folders.work.appending(arrival.relative.components)
    var moved = false
    do throws(FileError) {
      let bytes = try door.read(source, limit: limits.fileBytes) { () throws(FileError) in
        try renameMakingFolders(source, to: target)
        moved = true
      }
      return ClaimedFile(arrival: arrival, bytes: bytes)
    } catch {
      if moved { try door.rename(target, to: source) }
      throw error
    }
  }

  /// Reads a file that was left in work by an interrupted run.
  public func reclaim(_ arrival: Arrival) throws(FileError) -> ClaimedFile {
    let path = folders.work.appending(arrival.relative.components)
    let bytes = try door.read(path, limit: limits.fileBytes) { () throws(FileError) in }
    return ClaimedFile(arrival: arrival, bytes: bytes)
  }

  /// Moves a file whose stories are stored to a folder of the day.
  public func moveToDone(_ arrival: Arrival, day: String) throws(FileError) {
    let source = folders.work.appending(arrival.relative.components)
    try renameFindingAName(source, below: folders.done.appending(day), arrival.relative)
  }

  /// Deletes a file whose stories are stored.
  public func delete(_ arrival: Arrival) throws(FileError) {
    try door.remove(folders.work.appending(arrival.relative.components))
  }

  /// Moves something to `refused` with the reason beside it, in a file of the same name with `.reason` added.
  ///
  /// The reason is written first: whatever stands in `refused` has one, at whatever point this is cut off.
  ///
  /// - Parameters:
  ///   - relative: the path below the folder it stands in.
  ///   - claimed: whether it stands in work rather than in the inbox.
  ///   - reason: what is wrong and what to do.
  /// - Throws: `.vanished` when it is gone, or what failed.
  public func refuse(_ relative: FilePath, claimed: Bool, reason: String) throws(FileError) {
    let source = (claimed ? folders.work : folders.inbox).appending(relative.components)
    guard try door.exists(source) else { throw .vanished(source) }
    let target = try freeName(below: folders.refused, relative)
    let folder = target.removingLastComponent()
    try door.makeFolder(folder)
    let name = (target.lastComponent?.string ?? "file") + ".reason"
    try door.write(reason + "\n", to: folder.appending(name))
    try door.rename(source, to: target)
  }

  /// Renames below a folder; if the name is taken there, `name~2`, `name~3` and so on.
  private func renameFindingAName(
    _ source: FilePath, below folder: FilePath, _ relative: FilePath
  ) throws(FileError) {
    do throws(FileError) {
      try renameMakingFolders(source, to: folder.appending(relative.components))
    } catch {
      guard case .exists = error else { throw error }
      try renameMakingFolders(source, to: freeName(below: folder, relative))
    }
  }

  private func freeName(
    below folder: FilePath, _ relative: FilePath
  ) throws(FileError) -> FilePath {
    let whole = folder.appending(relative.components)
    let isLong = (whole.lastComponent?.length ?? 0) > InboxFolders.longestName
    for attempt in 1...10_000 {
      var target = whole
      if attempt > 1 || isLong, let stem = target.stem {
        let ending = target.extension.map { ".\($0.utf8Prefix(20))" } ?? ""
        let start = stem.utf8Prefix(InboxFolders.longestName - 30)
        target = target.removingLastComponent().appending("\(start)~\(attempt)\(ending)")
      }
      if try !door.exists(target) { return target }
    }
    throw .exists(folder.appending(relative.components))
  }

  private func renameMakingFolders(
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

extension FilePath.Component {
  /// Bytes of the name.
  fileprivate var length: Int { withPlatformString { FilePath(platformString: $0).length } }
}

extension String {
  /// As many whole characters from the front as fit so many bytes.
  func utf8Prefix(_ bytes: Int) -> String {
    var result = ""
    for character in self {
      if result.utf8.count + character.utf8.count > bytes { break }
      result.append(character)
    }
    return result
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
