import Foundation
import Inbox
import Stories
import SystemPackage
import Wire

/// Finds the files that a command line names.
///
/// Folders are gone through as the daemon goes through its inbox, but that a link to a file is read: who names a
/// folder may read what is in it, and archives that are kept by git-annex or DVC are full of links.
struct InputSearch {
  private let depth: Int
  /// What was found, in the order in which it is read.
  private(set) var files: [Inputs.File] = []
  /// Names in folders that are passed by.
  private(set) var leftAlone = 0

  /// - Parameter depth: how many folders deep files may be, below the one that is named.
  init(depth: Int) { self.depth = depth }

  /// Adds a file, a folder, or standard input.
  ///
  /// - Throws: `InputError` for something that is not there.
  mutating func add(_ path: String) throws {
    if path == InputBytes.standardInput { return add(FilePath(path), nil) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputError(path: path, problem: "there is no such file or folder")
    }
    if isFolder.boolValue {
      visit(FilePath(path), outlet: nil, level: 0)
    } else {
      add(FilePath(path), nil)
    }
  }

  private mutating func visit(_ folder: FilePath, outlet: Outlet?, level: Int) {
    let entries: [FolderEntry]
    do throws(FileError) {
      entries = try SystemFileDoor().list(folder)
    } catch {
      return refuse(folder, outlet, "the folder can't be listed: \(error)", "list it as who may")
    }
    for entry in entries.sorted(by: { $0.name.string < $1.name.string }) {
      let (path, name) = (folder.pushing(entry.name), entry.name.string)
      if Sweeper.isLeftAlone(entry.name) {
        leftAlone += 1
        continue
      }
      switch entry.kind {
      case .file: add(path, outlet)
      case .folder where level < depth:
        visit(path, outlet: outlet ?? Outlet(name), level: level + 1)
      case .folder:
        refuse(
          path, outlet, "this is a folder nested deeper than limits.folder_depth (\(depth))",
          "name it by itself, or raise the limit")
      case .other(let kind): addOdd(path, outlet, kind)
      }
    }
  }

  /// A link to a file is that file; anything else that is none is refused.
  private mutating func addOdd(_ path: FilePath, _ outlet: Outlet?, _ kind: String) {
    switch InputSearch.kind(path.string) {
    case .typeRegular: add(path, outlet)
    case .typeDirectory:
      refuse(
        path, outlet, "this is a symbolic link to a folder, which may lead in a circle",
        "name the folder itself")
    case nil, .typeSymbolicLink:
      refuse(path, outlet, "this is \(kind) to nothing", "put its file there, or remove it")
    default: refuse(path, outlet, "this is \(kind), not a file", "name it by itself to read it")
    }
  }

  private mutating func add(_ path: FilePath, _ outlet: Outlet?) {
    files.append(Inputs.File(path: path, outlet: outlet, size: InputSearch.size(path.string)))
  }

  private mutating func refuse(
    _ path: FilePath, _ outlet: Outlet?, _ problem: String, _ remedy: String
  ) {
    files.append(
      Inputs.File(
        path: path, outlet: outlet, size: 0, refusal: Refusal(problem: problem, remedy: remedy)))
  }

  /// What is at the end of a path with all links followed; nil for nothing.
  private static func kind(_ path: String) -> FileAttributeType? {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.type] as? FileAttributeType
  }

  private static func size(_ path: String) -> Int {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
