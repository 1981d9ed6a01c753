import Foundation
import Glibc
import Testing

/// A terminal of so many columns that nobody looks at.
final class PseudoTerminal {
  /// The device that a program writes to.
  let path: String
  private let ours: Int32
  /// Held open, so that reading never finds a terminal without a program.
  private let theirs: Int32

  /// What the system refused.
  struct Failure: Error { let code: Int32 }

  init(columns: Int) throws {
    var (one, other): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), 40)
    guard openpty(&one, &other, &name, nil, &size) == 0 else { throw Failure(code: errno) }
    _ = fcntl(one, F_SETFL, O_NONBLOCK)
    (ours, theirs) = (one, other)
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    close(theirs)
    close(ours)
  }

  /// What was written since this was last asked.
  func read() -> [UInt8] {
    var (all, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 14))
    while true {
      let count = Glibc.read(ours, &buffer, buffer.count)
      guard count > 0 else { return all }
      all += buffer.prefix(count)
    }
  }
}

extension Workspace {
  /// The lines that a command writes to a terminal of so many columns without colours.
  func lines(columns: Int, _ arguments: [String]) async throws -> [String] {
    let terminal = try PseudoTerminal(columns: columns)
    let process = try Spawn.start(
      [Program.path] + arguments, in: path,
      environment: Child.environment.merging(["NO_COLOR": "1"]) { $1 }, output: terminal.path)
    var (bytes, status) = ([UInt8](), Int32(0))
    while waitpid(process, &status, WNOHANG) == 0 {
      bytes += terminal.read()
      try await Task.sleep(for: .milliseconds(5))
    }
    bytes += terminal.read()
    check(Spawn.exitCode(status) == 0, "\(arguments) failed on a terminal")
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
