public import SystemPackage

extension Inbox {
  /// Moves a file whose stories are stored to a folder of the day.
  public func moveToDone(_ arrival: Arrival, day: String) throws(FileError) {
    let source = folders.work.appending(below: arrival.relative)
    try inSomePlace(below: folders.done) { place throws(FileError) in
      let path = ArchivePath(arrival.relative, day: day, place: place)
      let target = try freeName(folders.done.appending(below: path.relative), withReason: false)
      try renameMakingFolders(source, to: target)
    }
  }

  /// Deletes a file whose stories are stored.
  public func delete(_ arrival: Arrival) throws(FileError) {
    try door.remove(folders.work.appending(below: arrival.relative))
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
    let source = (claimed ? folders.work : folders.inbox).appending(below: relative)
    guard try door.exists(source) else { throw .vanished(source) }
    try inSomePlace(below: folders.refused) { place throws(FileError) in
      let path = ArchivePath(relative, day: nil, place: place)
      let target = try freeName(folders.refused.appending(below: path.relative), withReason: true)
      try door.makeFolder(target.removingLastComponent())
      let beside = FileName(target).adding(".reason")
      try door.write(reason + "\n", to: beside)
      do throws(FileError) {
        try door.rename(source, to: target)
      } catch {
        // What could not be moved may be taken after all. A reason that stays there by itself does not count.
        try? door.remove(beside)
        throw error
      }
    }
  }

  /// Tries the places of an archive in turn: a file may stand where a folder is needed.
  private func inSomePlace(
    below folder: FilePath, _ body: (Int) throws(FileError) -> Void
  ) throws(FileError) {
    for place in 1...100 {
      do throws(FileError) {
        return try body(place)
      } catch {
        guard case .blocked = error else { throw error }
      }
    }
    throw .blocked(folder)
  }

  /// The file's name, or `name~2`, `name~3` and so on where it is taken. Of n files of one name it looks at some
  /// 2 log n: numbers are doubled until one is free, then the first free one is closed in on. Where there are gaps it
  /// may be one behind a gap.
  private func freeName(_ whole: FilePath, withReason: Bool) throws(FileError) -> FilePath {
    let name = FileName(whole)
    var (taken, free) = (0, 1)
    while try !isFree(name.numbered(free), withReason) {
      guard free < 1 << 40 else { throw .exists(whole) }
      (taken, free) = (free, free * 2)
    }
    while free - taken > 1 {
      let middle = (taken + free) / 2
      if try isFree(name.numbered(middle), withReason) {
        free = middle
      } else {
        taken = middle
      }
    }
    return name.numbered(free)
  }

  /// Whether a file can have a name, and its reason the name beside it. A reason that stands there without its file
  /// was left by a crash and does not count, unless it is a refused file itself, or a folder.
  private func isFree(_ target: FilePath, _ withReason: Bool) throws(FileError) -> Bool {
    if try door.exists(target) { return false }
    guard withReason else { return true }
    let reason = FileName(target).adding(".reason")
    guard try door.exists(reason) else { return true }
    return try !door.exists(FileName(reason).adding(".reason")) && !isFolder(reason)
  }

  private func isFolder(_ path: FilePath) -> Bool {
    do throws(FileError) {
      _ = try door.list(path)
    } catch {
      if case .blocked = error { return false }
    }
    return true
  }
}
