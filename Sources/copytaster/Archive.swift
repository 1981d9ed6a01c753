import Foundation
import Inbox
import Settings
import Stories
import SystemPackage

/// The original files that the daemon has put away.
struct Archive {
  /// One of them.
  struct File {
    /// Where it stands.
    let path: String
    /// Where it stood below the inbox.
    let relative: String
    /// Whether it was refused; its reason stands beside it then.
    let isRefused: Bool

    /// The name without folders and ending, as the daemon gives it to readers.
    var name: String { URL(filePath: relative).deletingPathExtension().lastPathComponent }

    /// The first folder below the inbox.
    var outlet: String? {
      let parts = relative.split(separator: "/")
      return parts.count > 1 ? parts.first.map(String.init) : nil
    }

    /// Puts it into the inbox: a copy of what was taken, the file itself where it was refused.
    func putBack(into inbox: String) throws {
      let target = URL(filePath: inbox).appending(path: relative)
      let folder = target.deletingLastPathComponent()
      // Names that begin with a dot are left alone, so that no half of a file is taken.
      let staged = folder.appending(path: ".reread-\(UUID().uuidString)")
      let files = FileManager.default
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      if isRefused {
        try files.moveItem(at: URL(filePath: path), to: staged)
        try? files.removeItem(atPath: path + ".reason")
      } else {
        try files.copyItem(at: URL(filePath: path), to: staged)
      }
      try files.moveItem(
        at: staged, to: files.fileExists(atPath: target.path) ? numbered(target) : target)
    }

    private func numbered(_ target: URL) -> URL {
      let folder = target.deletingLastPathComponent()
      return folder.appending(path: "\(UUID().uuidString.prefix(8))-\(target.lastPathComponent)")
    }
  }

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// All files whose stories the store would still keep, in order of path.
  func files() throws -> [File] {
    let seconds = settings.store.retentionDays * 86_400
    let edge = Date(timeIntervalSinceNow: -seconds).ISO8601Format().prefix(10)
    let done = names(in: settings.inbox.done).compactMap { name -> File? in
      guard let place = ArchivePath(done: FilePath(name)), let day = place.day, day >= edge else {
        return nil
      }
      return File(
        path: settings.inbox.done + "/" + name, relative: place.arrival.string, isRefused: false)
    }
    let refused = names(in: settings.inbox.refused)
    let all = Set(refused)
    // A story may itself be called so; then it has its reason beside it.
    let stories = refused.filter { !$0.hasSuffix(".reason") || all.contains($0 + ".reason") }
    return done
      + stories.map { name in
        File(
          path: settings.inbox.refused + "/" + name,
          relative: ArchivePath(refused: FilePath(name)).arrival.string, isRefused: true)
      }
  }

  /// The regular files below a folder. A refused link stays where it is, wherever it leads.
  private func names(in folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.sorted().filter { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      return attributes?[.type] as? FileAttributeType == .typeRegular
    }
  }
}
