import Foundation
import Logging
import Settings
import Synchronization

/// How log lines look: with journald's priorities under systemd, with a clock on a terminal.
enum LoggingSetUp {
  private static let current = Mutex(Settings.LogLevel.info)

  /// How much is said; can change while running.
  static var level: Settings.LogLevel {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }

  /// Under systemd standard error leads to the journal, and this variable is set.
  fileprivate static let underJournal = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] != nil

  /// Starts logging.
  static func start(_ level: Settings.LogLevel) {
    self.level = level
    LoggingSystem.bootstrap { LineHandler(label: $0) }
  }

  /// The service group's own lines say nothing that ours don't; only its errors are shown.
  static var lifecycleLogger: Logger {
    var logger = Logger(label: "lifecycle")
    logger.logLevel = .error
    return logger
  }

  fileprivate static func threshold() -> Logger.Level {
    switch level {
    case .debug: .debug
    case .info: .info
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    }
  }
}

/// One line a message on standard error.
private struct LineHandler: LogHandler {
  let label: String
  var metadata: Logger.Metadata = [:]
  private var own: Logger.Level?

  init(label: String) { self.label = label }

  var logLevel: Logger.Level {
    get { own ?? LoggingSetUp.threshold() }
    set { own = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    // A line break in a file's name must not make a second log line.
    let text = "\(event.message)".printable
    if LoggingSetUp.underJournal {
      Terminal.whisper("<\(event.level.priority)>\(text)\n")
    } else {
      let time = Date().formatted(
        Date.ISO8601FormatStyle(timeZone: .gmt).time(includingFractionalSeconds: false))
      Terminal.whisper("\(time) \(event.level.rawValue): \(text)\n")
    }
  }
}

extension Logger.Level {
  /// syslog's priority (RFC 5424, section 6.2.1), as journald reads it from the front of a line.
  fileprivate var priority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
