import Foundation
import Glibc
import Pipeline
import Synchronization

/// Lets a test make the daemon die at a fault point: COPYTASTER_FAULT=point:count kills the process with
/// SIGKILL when the point is passed for the count-th time, after leaving the point's name in the file that
/// COPYTASTER_FAULT_PROOF names. Without the variable this does nothing.
enum FaultInjection {
  static let hook: FaultHook = {
    let environment = ProcessInfo.processInfo.environment
    let parts = (environment["COPYTASTER_FAULT"] ?? "").split(separator: ":")
    guard parts.count == 2, let point = FaultPoint(rawValue: String(parts[0])),
      let count = Int(parts[1])
    else { return { _ in } }
    let proof = environment["COPYTASTER_FAULT_PROOF"]
    let passed = Passes()
    return { reached in
      guard reached == point, passed.next() == count else { return }
      if let proof { try? Data(point.rawValue.utf8).write(to: URL(filePath: proof)) }
      kill(getpid(), SIGKILL)
    }
  }()

  private final class Passes: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }
}
