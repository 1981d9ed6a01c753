import Foundation
import Glibc

/// Why a file that a command was to write is not there, or not whole.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  /// The system's number of the error.
  let code: Int32

  var description: String {
    "\(path): it can't be written: \(String(cString: strerror(code))); name a file that may be written"
  }
}

/// Files that commands write besides their output.
enum OutputFile {
  /// Refuses a place in which no file can be made, before work is done for it.
  ///
  /// - Throws: `OutputError`.
  static func check(_ path: String) throws(OutputError) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard access(folder, W_OK | X_OK) == 0 else { throw OutputError(path: path, code: errno) }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw OutputError(path: path, code: EISDIR)
    }
  }

  /// Writes a text. What a link points to is written and the link is kept; so is a pipe or a device.
  ///
  /// - Throws: `OutputError`.
  static func write(_ text: String, to path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0o666)
    guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let code = errno
        close(descriptor)
        throw OutputError(path: path, code: code)
      }
      rest = rest.dropFirst(written)
    }
    if close(descriptor) != 0 { throw OutputError(path: path, code: errno) }
  }
}
