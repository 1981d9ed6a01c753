import Foundation
import Glibc
import Testing

extension Workspace {
  /// What a command said and how it ended.
  struct Finished {
    let ending: Child.Ending
    let output: String
    let errors: String

    /// Standard output, line by line.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Runs a command to its end.
  func run(_ arguments: String...) async throws -> Finished { try await run(arguments) }

  /// The same of a list.
  func run(_ arguments: [String]) async throws -> Finished {
    let child = try Child(arguments, in: path)
    let ending = try await child.ending()
    return Finished(ending: ending, output: child.output, errors: child.errors)
  }

  /// Runs a command that must succeed and reads its JSON, an object a line.
  func rows<Row: Decodable>(_ type: Row.Type, _ arguments: String...) async throws -> [Row] {
    let child = try Child(arguments, in: path)
    let ending = try await child.ending()
    check(ending == .exit(0), "\(arguments) ended with \(ending): \(child.errors)")
    let decoder = JSONDecoder()
    return try child.output.split(separator: "\n").map {
      try decoder.decode(type, from: Data($0.utf8))
    }
  }

  /// Starts a daemon.
  func serve(_ environment: [String: String] = [:], unprivileged: Bool = false) throws -> Child {
    try Child(["serve"], in: path, environment: environment, unprivileged: unprivileged)
  }

  /// Starts a daemon that kills itself at a point. Its proof is the file `proof`.
  func serve(dyingAt point: String, count: Int) throws -> Child {
    try? FileManager.default.removeItem(atPath: "\(path)/proof")
    return try serve([
      "COPYTASTER_FAULT": "\(point):\(count)", "COPYTASTER_FAULT_PROOF": "\(path)/proof",
    ])
  }

  /// Runs a daemon until everything is taken and looked at again, then ends it in good order.
  func drain(unprivileged: Bool = false) async throws {
    let daemon = try serve(unprivileged: unprivileged)
    let drained = try await eventually {
      isDrained && daemon.errors.contains("started:") || !daemon.isRunning
    }
    check(
      drained && daemon.isRunning,
      "inbox \(names(in: "inbox").prefix(5)), work \(names(in: "work").prefix(5)): \(daemon.errors)"
    )
    try await rest(daemon)
    try await stop(daemon)
  }

  /// Waits until a daemon has taken everything, for as long as what waits grows less: how long that is in all depends on
  /// the machine. Returns whether it has; not where nothing was taken for a minute.
  func drains(_ daemon: Child) async throws -> Bool {
    var (fewest, idle) = (Int.max, 0)
    while !isDrained, daemon.isRunning, idle < 120 {
      let waiting = names(in: "inbox").count
      idle = waiting < fewest ? 0 : idle + 1
      fewest = min(fewest, waiting)
      try await Task.sleep(for: .milliseconds(500))
    }
    return isDrained
  }

  /// Waits until a daemon that has taken everything says that nothing is left to look at again.
  private func rest(_ daemon: Child) async throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while daemon.isRunning {
      let status = JSONShape.object(try await run("status", "--json").output)
      if (status["daemon"] as? [String: Any])?["state"] as? String == "idle" { return }
      guard ContinuousClock.now < deadline else { break }
      try await Task.sleep(for: .milliseconds(5))
    }
    check(false, "the daemon never came to rest: \(daemon.errors)")
  }

  /// Ends a daemon in good order.
  func stop(_ daemon: Child) async throws {
    daemon.send(SIGTERM)
    let ending = try await daemon.ending()
    check(ending == .exit(0), "the daemon ended with \(ending): \(daemon.errors)")
  }
}
