public import Stories
public import SystemPackage

/// The one door to the file system. Everything that touches a file goes through it, so that a test can make
/// each call fail in turn.
///
/// Names are bytes, as the kernel has them; nothing here assumes that they are text.
public protocol FileDoor: Sendable {
  /// The entries of a folder, without `.` and `..`, in no particular order. Entries that vanish while they
  /// are being listed are left out.
  func list(_ folder: FilePath) throws(FileError) -> [FolderEntry]
  /// Reads a regular file from one descriptor: opened without following links or waiting, checked, read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: most bytes to read.
  ///   - whileOpen: called after the checks and before reading; the claim's rename goes here. Returns where the file
  ///     stands from then on.
  /// - Returns: all bytes.
  /// - Throws: `FileError`; `.changed` when somebody wrote to it meanwhile, or when another file stands there.
  func read(
    _ path: FilePath, limit: Int, whileOpen: () throws(FileError) -> FilePath
  ) throws(FileError) -> [UInt8]
  /// Renames. Refuses to replace anything.
  func rename(_ from: FilePath, to target: FilePath) throws(FileError)
  /// Whether something of this name is there, a link that leads nowhere included.
  func exists(_ path: FilePath) throws(FileError) -> Bool
  /// Deletes a file.
  func remove(_ path: FilePath) throws(FileError)
  /// Deletes a folder if it is empty.
  func removeEmptyFolder(_ path: FilePath) throws(FileError)
  /// Makes a folder and those above it; content if it is there.
  func makeFolder(_ path: FilePath) throws(FileError)
  /// Writes a small file so that it is there whole or not at all; replaces an older one. What is in it is durable, its
  /// name only once the folder is made so with `sync`.
  func write(_ text: String, to path: FilePath) throws(FileError)
  /// Makes the names in a folder durable: without it a power cut may take back what was made or renamed in it.
  func sync(_ folder: FilePath) throws(FileError)
}

/// One entry of a folder.
public struct FolderEntry: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Kind: Hashable, Sendable {
    /// A file with bytes in it.
    case file
    /// A folder.
    case folder
    /// Something that is never read, named for people: `a symbolic link`.
    case other(String)
  }

  /// Its name, a path of one part.
  public let name: FilePath
  /// What it is.
  public let kind: Kind
  /// Bytes in it.
  public let size: Int64
  /// When its content last changed, by the file system's word.
  public let modified: Instant

  /// Makes an entry.
  public init(name: FilePath, kind: Kind, size: Int64, modified: Instant) {
    (self.name, self.kind, self.size, self.modified) = (name, kind, size, modified)
  }
}

/// Why a call on a file failed.
public enum FileError: Error, Hashable, CustomStringConvertible {
  /// It is gone; somebody else took it.
  case vanished(FilePath)
  /// Something of that name is there already.
  case exists(FilePath)
  /// A file stands where a folder is needed.
  case blocked(FilePath)
  /// It may not be read or moved.
  case forbidden(FilePath)
  /// It may not be moved, though it may be read.
  case immovable(FilePath)
  /// It is no regular file.
  case notRegular(FilePath, String)
  /// It is larger than allowed.
  case tooLarge(FilePath, bytes: Int64, limit: Int)
  /// It changed while it was being read.
  case changed(FilePath)
  /// The disk or quota is full.
  case full(FilePath)
  /// Anything else, with the system's words.
  case failed(String, FilePath, Errno)

  /// The path it concerns.
  public var path: FilePath {
    switch self {
    case .vanished(let path), .exists(let path), .blocked(let path), .forbidden(let path),
      .immovable(let path), .notRegular(let path, _), .tooLarge(let path, _, _), .changed(let path),
      .full(let path),
      .failed(_, let path, _):
      path
    }
  }

  /// What failed, on which path, and where it helps what to do.
  public var description: String {
    switch self {
    case .vanished(let path): "\(path) is gone"
    case .exists(let path): "\(path) is there already"
    case .blocked(let path): "a file stands where a folder is needed for \(path)"
    case .forbidden(let path): "\(path) may not be read or moved; check its owner and mode"
    case .immovable(let path):
      "\(path) may not be moved; check its owner, and the owner and mode of the folder it stands in"
    case .notRegular(let path, let kind): "\(path) is \(kind), not a file"
    case .tooLarge(let path, let bytes, let limit):
      "\(path) has \(bytes) bytes, more than the limit of \(limit)"
    case .changed(let path): "\(path) changed while it was being read"
    case .full(let path): "no space left for \(path); make room and work goes on by itself"
    case .failed(let call, let path, let error): "\(call) failed on \(path): \(error)"
    }
  }
}
