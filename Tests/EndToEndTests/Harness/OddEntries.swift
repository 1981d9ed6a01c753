import Foundation
import Glibc
import Testing

extension Workspace {
  /// Whether the tests run as root, for whom no file is unreadable.
  static var isRoot: Bool { geteuid() == 0 }

  /// Gives everything to the user as whom an unprivileged daemon runs.
  func giveAway() throws {
    let code = try Spawn.run("chown", "-R", "-h", "65534:65534", path)
    check(code == 0, "chown ended with \(code.map(String.init) ?? "a signal")")
  }

  /// Renames a file with these bytes to a name in the inbox that need not be text.
  func drop(_ text: String, asBytes name: [UInt8]) throws {
    let staged = try write(text, to: "staging/\(UUID().uuidString)")
    let target = Array("\(path)/inbox/".utf8) + name + [0]
    let code = target.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { target in
      target.baseAddress.map { rename(staged, $0) } ?? -1
    }
    check(code == 0, "can't rename to \(name): \(errno)")
  }

  /// Makes a symbolic link in the inbox.
  func link(_ name: String, to target: String) {
    check(symlink(target, "\(path)/inbox/\(name)") == 0, "can't make a symbolic link")
  }

  /// Makes a named pipe in the inbox.
  func pipe(_ name: String) {
    check(mkfifo("\(path)/inbox/\(name)", 0o666) == 0, "can't make a named pipe")
  }

  /// Drops a file of a mode.
  func drop(_ text: String, as name: String, mode: mode_t) throws {
    let staged = try write(text, to: "staging/\(name)")
    check(chmod(staged, mode) == 0, "can't change a mode")
    check(rename(staged, "\(path)/inbox/\(name)") == 0, "can't rename")
  }

  /// Drops a file that has a size and no bytes.
  func dropSparse(as name: String, bytes: off_t) throws {
    let staged = try write("", to: "staging/\(name)")
    check(truncate(staged, bytes) == 0, "can't make a sparse file")
    check(rename(staged, "\(path)/inbox/\(name)") == 0, "can't rename")
  }
}
