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

  private let process = Process()
  private let outputPath: String
  private let errorPath: String

  /// Starts the program in a folder; its output goes to `logs` below that. It gets a few variables besides
  /// those given. When unprivileged it gives root's rights up first, so that file modes count. A redirection is the
  /// shell's, such as `>&-`.
  init(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    unprivileged: Bool = false, redirection: String? = nil
  ) throws {
    let logs = folder + "/logs"
    try FileManager.default.createDirectory(atPath: logs, withIntermediateDirectories: true)
    let name = UUID().uuidString.prefix(8)
    (outputPath, errorPath) = ("\(logs)/\(name).out", "\(logs)/\(name).err")
    if unprivileged {
      let rights = ["--reuid=65534", "--regid=65534", "--clear-groups"]
      process.executableURL = URL(filePath: "/usr/bin/setpriv")
      process.arguments = rights + [Program.path] + arguments
    } else if let redirection {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "exec \"$0\" \"$@\" \(redirection)", Program.path] + arguments
    } else {
      process.executableURL = URL(filePath: Program.path)
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = Child.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Child.file(outputPath)
    process.standardError = try Child.file(errorPath)
    try process.run()
  }

  deinit { if process.isRunning { send(SIGKILL) } }

  var isRunning: Bool { process.isRunning }

  /// What it has written to standard output so far.
  var output: String { Child.text(outputPath) }

  /// What it has written to standard error so far.
  var errors: String { Child.text(errorPath) }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end.
  func ending(within limit: Duration = .seconds(30)) async throws -> Ending {
    guard try await eventually(within: limit, { !process.isRunning }) else { return .stillRunning }
    let status = process.terminationStatus
    return process.terminationReason == .exit ? .exit(status) : .killed(by: status)
  }

  private static let environment: [String: String] = {
    let all = ProcessInfo.processInfo.environment
    let passed = ["PATH", "HOME", "LD_LIBRARY_PATH", "LANG", "TMPDIR"]
    return all.filter { passed.contains($0.key) }.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
  }()

  private static func file(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(filePath: path))
    return try FileHandle(forWritingTo: URL(filePath: path))
  }

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
