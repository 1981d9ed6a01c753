import Foundation
import Glibc

/// A running copytaster. Its output goes to files, so that no pipe can hold it or us up.
final class Child {
  /// How a process ended.
  enum Ending: Hashable {
    case exit(Int32)
    case killed(by: Int32)
    case stillRunning
  }

  private let process: pid_t
  private let outputPath: String
  private let errorPath: String
  private var ended: Ending?

  /// Starts the program in a folder; its output goes to `logs` below that. It gets a few variables besides
  /// those given. When unprivileged it gives root's rights up first, so that file modes count. A redirection is the
  /// shell's, such as `>&-`. Another program can be named.
  init(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    unprivileged: Bool = false, redirection: String? = nil, program: String = Program.path
  ) throws {
    let logs = folder + "/logs"
    try FileManager.default.createDirectory(atPath: logs, withIntermediateDirectories: true)
    let name = UUID().uuidString.prefix(8)
    (outputPath, errorPath) = ("\(logs)/\(name).out", "\(logs)/\(name).err")
    var command = [program] + arguments
    if unprivileged {
      command = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + command
    } else if let redirection {
      command = ["/bin/sh", "-c", "exec \"$0\" \"$@\" \(redirection)"] + command
    }
    process = try Spawn.start(
      command, in: folder, environment: Child.environment.merging(environment) { $1 },
      output: outputPath, errors: errorPath)
  }

  deinit {
    guard isRunning else { return }
    send(SIGKILL)
    waitpid(process, nil, 0)
  }

  var isRunning: Bool { now == .stillRunning }

  /// What it has written to standard output so far.
  var output: String { Child.text(outputPath) }

  /// What it has written to standard error so far.
  var errors: String { Child.text(errorPath) }

  /// Sends a signal, unless it has ended: then its number may be another's.
  func send(_ signal: Int32) {
    if isRunning { kill(process, signal) }
  }

  /// Waits for its end.
  func ending(within limit: Duration = .seconds(30)) async throws -> Ending {
    _ = try await eventually(within: limit) { !isRunning }
    return now
  }

  /// How it is. Asks the system until the process has ended, since that tells the end of one only once.
  private var now: Ending {
    if let ended { return ended }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return .stillRunning }
    let ending = Spawn.exitCode(status).map(Ending.exit) ?? .killed(by: status & 0x7F)
    ended = ending
    return ending
  }

  static let environment: [String: String] = {
    let all = ProcessInfo.processInfo.environment
    let passed = ["PATH", "HOME", "LD_LIBRARY_PATH", "LANG", "TMPDIR", "ASAN_OPTIONS"]
    return all.filter { passed.contains($0.key) }.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
  }()

  private static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}

/// Waits for a condition, looking every few milliseconds. Returns whether it came true in time.
func eventually(
  within limit: Duration = .seconds(30), _ condition: () throws -> Bool
) async throws -> Bool {
  let deadline = ContinuousClock.now + limit
  while try !condition() {
    if ContinuousClock.now > deadline { return false }
    try await Task.sleep(for: .milliseconds(5))
  }
  return true
}
