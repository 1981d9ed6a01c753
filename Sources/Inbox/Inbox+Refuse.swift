public import SystemPackage

/// Something that is to be refused.
public struct RefusedEntry: Hashable, Sendable {
  /// The path below the folder it stands in.
  public let relative: FilePath
  /// Whether it stands in work rather than in the inbox.
  public let claimed: Bool
  /// What is wrong and what to do.
  public let reason: String

  /// Makes an entry.
  public init(_ relative: FilePath, claimed: Bool, reason: String) {
    (self.relative, self.claimed, self.reason) = (relative, claimed, reason)
  }
}

/// A refusal whose reason is written.
private struct Refusal {
  let source: FilePath
  let target: FilePath
  let reason: FilePath
}

extension Inbox {
  /// Moves things to `refused`, each with the reason beside it, in a file of the same name with `.reason` added.
  ///
  /// All reasons are written first, then each folder that got any is made durable once, and only then is anything moved:
  /// whatever stands in `refused` has a reason, at whatever point this is cut off, by a power cut too.
  ///
  /// - Parameters:
  ///   - entries: what is refused, each standing in a place of its own.
  ///   - ended: told of each, by its position, when it has been moved, or what failed: `.vanished` when it is gone. What
  ///     could not be moved stands where it was.
  public func refuse(_ entries: [RefusedEntry], ended: (Int, FileError?) -> Void) {
    var written: [(position: Int, refusal: Refusal)] = []
    var promised: Set<FilePath> = []
    for (position, entry) in entries.enumerated() {
      do throws(FileError) {
        let refusal = try writeReason(of: entry, beside: promised)
        written.append((position, refusal))
        promised.insert(refusal.target)
      } catch {
        ended(position, error)
      }
    }
    var folders: [FilePath: FileError?] = [:]
    for (position, refusal) in written {
      let folder = refusal.target.removingLastComponent()
      let failure = folders[folder] ?? failureOfSync(folder)
      folders[folder] = .some(failure)
      do throws(FileError) {
        if let failure { throw failure }
        try door.rename(refusal.source, to: refusal.target)
      } catch {
        // What could not be moved may be taken after all. A reason that stays there by itself does not count.
        try? door.remove(refusal.reason)
        ended(position, error)
        continue
      }
      ended(position, nil)
    }
  }

  /// Chooses a name for what is refused and writes the reason beside it.
  ///
  /// - Parameters:
  ///   - entry: what is refused.
  ///   - promised: names that others will have, which are not there yet.
  /// - Returns: where it goes.
  /// - Throws: `.vanished` when it is gone, or what failed.
  private func writeReason(
    of entry: RefusedEntry, beside promised: Set<FilePath>
  ) throws(FileError) -> Refusal {
    let source = (entry.claimed ? folders.work : folders.inbox).appending(below: entry.relative)
    guard try door.exists(source) else { throw .vanished(source) }
    return try inSomePlace(below: folders.refused) { place throws(FileError) in
      let path = ArchivePath(entry.relative, day: nil, place: place)
      let target = try freeName(folders.refused.appending(below: path.relative)) {
        name throws(FileError) in try isFreeBesideReason(name, promised)
      }
      try door.makeFolder(target.removingLastComponent())
      let reason = FileName(target).adding(".reason")
      try door.write(entry.reason + "\n", to: reason)
      return Refusal(source: source, target: target, reason: reason)
    }
  }

  private func failureOfSync(_ folder: FilePath) -> FileError? {
    do throws(FileError) {
      try door.sync(folder)
      return nil
    } catch {
      return error
    }
  }

  /// Whether a file can have a name, and its reason the name beside it. A reason that stands there without its file
  /// was left by a crash and does not count, unless it is a refused file itself, or a folder.
  private func isFreeBesideReason(
    _ target: FilePath, _ promised: Set<FilePath>
  ) throws(FileError) -> Bool {
    let reason = FileName(target).adding(".reason")
    if promised.contains(target) || promised.contains(reason) { return false }
    if try door.exists(target) { return false }
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
