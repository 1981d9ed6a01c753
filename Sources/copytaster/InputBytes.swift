import Foundation
import Glibc
import SystemPackage
import Wire

/// The bytes of files and pipes that a command line names.
enum InputBytes {
  /// What stands for standard input.
  static let standardInput = "-"

  /// All bytes. A file is mapped rather than copied, so that it may be larger than memory; a pipe is read to its
  /// end. As with every mapped file, one that is cut short by somebody else meanwhile ends the command.
  ///
  /// - Parameter path: the file, by the bytes of its name, which need not be text.
  /// - Returns: the bytes, or why they can't be read, in the system's words.
  static func read(_ path: FilePath) -> Result<Data, Refusal> {
    let isStandardInput = path == FilePath(standardInput)
    let descriptor =
      isStandardInput
      ? STDIN_FILENO : path.withPlatformString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { return .failure(refusal(errno)) }
    defer { if !isStandardInput { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(refusal(errno)) }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    if isFile, !isStandardInput, let bytes = map(descriptor, Int(status.st_size)) {
      return .success(bytes)
    }
    return readAll(descriptor)
  }

  /// The bytes of a file where they lie, since Foundation copies what it is asked to map; nil where that can't be done.
  /// What the kernel makes up as it is read says that its size is zero.
  private static func map(_ descriptor: Int32, _ size: Int) -> Data? {
    guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    madvise(start, size, MADV_SEQUENTIAL)
    return Data(
      bytesNoCopy: start, count: size, deallocator: .custom { start, size in munmap(start, size) })
  }

  private static func readAll(_ descriptor: Int32) -> Result<Data, Refusal> {
    var bytes = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return .failure(refusal(errno)) }
      if count == 0 { return .success(bytes) }
      bytes.append(contentsOf: piece[..<count])
    }
  }

  private static func refusal(_ code: Int32) -> Refusal {
    let remedy =
      switch code {
      case EACCES, EPERM: "give yourself the right to read it, for instance with chmod"
      case ENOENT, ENOTDIR: "check its name"
      case EISDIR: "name a file in it"
      default: "look at what it is and whether its disk works"
      }
    return Refusal(
      problem: "it can't be read: \(String(cString: strerror(code)))", remedy: remedy)
  }
}
