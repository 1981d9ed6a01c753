internal import SystemPackage

extension Inbox {
  /// Moves a file whose stories are stored to a folder of the day.
  public func moveToDone(_ arrival: Arrival, day: String) throws(FileError) {
    let source = folders.work.appending(below: arrival.relative)
    try inSomePlace(below: folders.done) { place throws(FileError) in
      let path = ArchivePath(arrival.relative, day: day, place: place)
      let target = try freeName(folders.done.appending(below: path.relative)) {
        name throws(FileError) in try !door.exists(name)
      }
      try renameMakingFolders(source, to: target)
    }
  }

  /// Deletes a file whose stories are stored.
  public func delete(_ arrival: Arrival) throws(FileError) {
    try door.remove(folders.work.appending(below: arrival.relative))
  }

  /// Tries the places of an archive in turn: a file may stand where a folder is needed.
  func inSomePlace<Result>(
    below folder: FilePath, _ body: (Int) throws(FileError) -> Result
  ) throws(FileError) -> Result {
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
  ///
  /// - Parameters:
  ///   - whole: the path with the file's name.
  ///   - isFree: whether a path can be had.
  /// - Returns: one that can.
  /// - Throws: what `isFree` throws, or `.exists` where none can be had.
  func freeName(
    _ whole: FilePath, _ isFree: (FilePath) throws(FileError) -> Bool
  ) throws(FileError) -> FilePath {
    let name = FileName(whole)
    var (taken, free) = (0, 1)
    while try !isFree(name.numbered(free)) {
      guard free < 1 << 40 else { throw .exists(whole) }
      (taken, free) = (free, free * 2)
    }
    while free - taken > 1 {
      let middle = (taken + free) / 2
      if try isFree(name.numbered(middle)) {
        free = middle
      } else {
        taken = middle
      }
    }
    return name.numbered(free)
  }
}
