import Foundation
import Glibc
import Wire

/// The bytes of files and pipes that a command line names.
enum InputBytes {
  /// What stands for standard input.
  static let standardInput = "-"

  /// All bytes. A file is mapped rather than copied; a pipe is read to its end.
  ///
  /// - Returns: the bytes, or why they can't be read, in the system's words.
  static func read(_ path: String) -> Result<Data, Refusal> {
    let isStandardInput = path == standardInput
    let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(refusal(errno)) }
    defer { if !isStandardInput { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(refusal(errno)) }
    if status.st_mode & S_IFMT == S_IFREG, !isStandardInput,
      let bytes = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    {
      return .success(bytes)
    }
    return readAll(descriptor)
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
