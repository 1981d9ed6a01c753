import Glibc
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
  /// Paths that were come by again, once each.
  private(set) var repeated: [FilePath] = []
  /// What was found, by the real paths of the folders that it stands in.
  private var places: Set<FilePath> = []
  /// Real paths of folders, by their paths as they were come by.
  private var realFolders: [FilePath: FilePath] = [:]

  /// - Parameter depth: how many folders deep files may be, below the one that is named.
  init(depth: Int) { self.depth = depth }

  /// Adds a file, a folder, or standard input.
  ///
  /// - Throws: `InputError` for something that is not there.
  mutating func add(_ path: String) throws {
    if path == InputBytes.standardInput { return add(FilePath(path), nil) }
    let given = InputSearch.asGiven(path)
    switch InputSearch.status(given).map({ $0.st_mode & S_IFMT }) {
    case nil: throw InputError(path: path, problem: "there is no such file or folder")
    case S_IFDIR: visit(given, outlet: nil, level: 0)
    default: add(given, nil)
    }
  }

  /// A path by the bytes that the command line has for it. What is no UTF-8 was repaired before anybody saw it, and
  /// names nothing any more.
  private static func asGiven(_ path: String) -> FilePath {
    guard path.unicodeScalars.contains("\u{FFFD}") else { return FilePath(path) }
    for place in 1..<max(1, Int(CommandLine.argc)) {
      if let argument = CommandLine.unsafeArgv[place], String(cString: argument) == path {
        return FilePath(platformString: argument)
      }
    }
    return FilePath(path)
  }

  private mutating func visit(_ folder: FilePath, outlet: Outlet?, level: Int) {
    let entries: [FolderEntry]
    do throws(FileError) {
      entries = try SystemFileDoor().list(folder)
    } catch {
      return refuse(folder, outlet, "the folder can't be listed: \(error)", "list it as who may")
    }
    for entry in entries.sorted(by: InputSearch.isBefore) {
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
    switch InputSearch.status(path).map({ $0.st_mode & S_IFMT }) {
    case S_IFREG: add(path, outlet)
    case S_IFDIR:
      refuse(
        path, outlet, "this is a symbolic link to a folder, which may lead in a circle",
        "name the folder itself")
    case nil:
      refuse(path, outlet, "this is \(kind) to nothing", "put its file there, or remove it")
    default: refuse(path, outlet, "this is \(kind), not a file", "name it by itself to read it")
    }
  }

  /// Adds a file, but for one that was added before: a story must not be its own copy. Two links to one file are
  /// two: archives that keep each content once are made of them.
  private mutating func add(_ path: FilePath, _ outlet: Outlet?) {
    guard places.insert(place(of: path)).inserted else { return repeated.append(path) }
    let size = InputSearch.status(path).map { Int($0.st_size) } ?? 0
    files.append(Inputs.File(path: path, outlet: outlet, size: size))
  }

  private mutating func refuse(
    _ path: FilePath, _ outlet: Outlet?, _ problem: String, _ remedy: String
  ) {
    files.append(
      Inputs.File(
        path: path, outlet: outlet, size: 0, refusal: Refusal(problem: problem, remedy: remedy)))
  }

  private mutating func place(of path: FilePath) -> FilePath {
    guard path.string != InputBytes.standardInput, let name = path.lastComponent else {
      return path
    }
    let folder = path.removingLastComponent()
    let real = realFolders[folder] ?? InputSearch.real(folder.isEmpty ? "." : folder)
    realFolders[folder] = real
    return real.appending(name)
  }

  /// A folder's path without links; the path itself for what can't be found.
  private static func real(_ folder: FilePath) -> FilePath {
    folder.withPlatformString { given in
      guard let found = realpath(given, nil) else { return folder }
      defer { free(found) }
      return FilePath(platformString: found)
    }
  }

  /// What is at the end of a path with all links followed; nil for nothing.
  private static func status(_ path: FilePath) -> stat? {
    var status = stat()
    return path.withPlatformString { stat($0, &status) } == 0 ? status : nil
  }

  /// The order in which a folder is read: by name, and names that are alike once repaired by their bytes.
  private static func isBefore(_ one: FolderEntry, _ other: FolderEntry) -> Bool {
    let (name, otherName) = (one.name.string, other.name.string)
    guard name == otherName else { return name < otherName }
    return bytes(one.name).lexicographicallyPrecedes(bytes(other.name))
  }

  private static func bytes(_ name: FilePath) -> [CChar] {
    name.withPlatformString { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }
  }
}
