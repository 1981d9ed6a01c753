import Foundation
import Glibc
import Pipeline
import Synchronization

/// systemd's notification protocol (sd_notify(3)): datagrams to the socket that $NOTIFY_SOCKET names.
/// Does nothing where the variable is not set.
final class SystemdNotices: ServiceNotices {
  private let socketPath: String?
  /// Half of systemd's patience, as sd_watchdog_enabled(3) advises; nil when it watches nothing.
  private let watchdogInterval: Duration?
  private let lastSign = Mutex<ContinuousClock.Instant?>(nil)

  init() {
    let environment = ProcessInfo.processInfo.environment
    socketPath = environment["NOTIFY_SOCKET"]
    let microseconds = environment["WATCHDOG_USEC"].flatMap { Int($0) }
    watchdogInterval = microseconds.map { .microseconds($0 / 2) }
  }

  func ready() { send("READY=1") }

  func status(_ text: String) { send("STATUS=\(text)") }

  func stopping() { send("STOPPING=1") }

  /// Called by the working loop itself, so that a loop which hangs is noticed and restarted.
  func alive() {
    guard let watchdogInterval else { return }
    let now = ContinuousClock.now
    let isDue = lastSign.withLock { last in
      if let last, now - last < watchdogInterval / 2 { return false }
      last = now
      return true
    }
    if isDue { send("WATCHDOG=1") }
  }

  private func send(_ message: String) {
    guard let socketPath else { return }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var name = Array(socketPath.utf8)
    if name.first == UInt8(ascii: "@") { name[0] = 0 }  // the abstract namespace
    guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let length = MemoryLayout<sa_family_t>.size + name.count
    let bytes = Array(message.utf8)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        _ = sendto(
          descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, socklen_t(length))
      }
    }
  }
}
