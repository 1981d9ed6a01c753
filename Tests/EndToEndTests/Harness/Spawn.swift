import Foundation
import Glibc

/// Starting programs by the system's own call.
///
/// Foundation's `Process` lists `/proc/self/fd` before each start and copies 256 bytes of every entry, however
/// short it is: at the end of the memory that holds them that ends the tests with a segmentation fault, once in
/// some ten thousand starts (swift-corelibs-foundation, pull request 5472).
enum Spawn {
  /// More than tests have open at a time: whatever is open below is closed for the program.
  private static let descriptors: Int32 = 1_024

  /// What could not be started, and why.
  struct Failure: Error, CustomStringConvertible {
    let program: String
    let code: Int32
    var description: String { "can't start \(program): \(String(cString: strerror(code)))" }
  }

  /// Starts a program without input in a folder, its output into files, with no other files open and no signals
  /// blocked or ignored. Returns its process number; the caller must wait for it. A program that is not there
  /// ends with exit code 127 and a line in `errors`, since `env` starts it in its folder.
  static func start(
    _ command: [String], in folder: String, environment: [String: String],
    output: String = "/dev/null", errors: String = "/dev/null"
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, path) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    for descriptor in 3..<Spawn.descriptors {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = Spawn.attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    var process: pid_t = 0
    let command = ["/usr/bin/env", "-C", folder] + command
    let code = withPointers(command) { arguments in
      withPointers(environment.map { "\($0)=\($1)" }) { variables in
        posix_spawn(&process, command[0], &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else { throw Failure(program: command[0], code: code) }
    return process
  }

  /// Runs a command of the system to its end. Returns its exit code, nil if a signal ended it.
  static func run(_ command: String...) throws -> Int32? {
    let process = try start(
      command, in: "/", environment: ProcessInfo.processInfo.environment)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return exitCode(status)
  }

  /// The exit code in a status of `waitpid`, nil if a signal ended the process.
  static func exitCode(_ status: Int32) -> Int32? {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  /// Calls with C strings, ended by nil.
  private static func withPointers<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }
}
