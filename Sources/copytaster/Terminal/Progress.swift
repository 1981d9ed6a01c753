/// A progress bar on standard error, only on a terminal and only for work that takes a while.
struct Progress {
  private let total: Int
  private let label: String
  private let started = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private static let width = 30

  /// Starts a bar for work of so many units, usually bytes.
  init(_ label: String, total: Int) { (self.label, self.total) = (label, total) }

  /// Draws how far it is, ten times a second at most, once a second has gone by.
  mutating func update(_ done: Int, detail: @autoclosure () -> String) {
    guard Terminal.errorIsTerminal, total > 0 else { return }
    let now = ContinuousClock.now
    guard now - started > .seconds(1), last.map({ now - $0 > .milliseconds(100) }) ?? true else {
      return
    }
    last = now
    let part = min(1, Double(done) / Double(total))
    let filled = Int(part * Double(Progress.width))
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: Progress.width - filled)
    Terminal.whisper("\r\(label) \(bar) \(Int(part * 100)) %  \(detail())\u{1B}[K")
  }

  /// Says what is done before there is anything to count.
  mutating func announce(_ what: String) {
    guard Terminal.errorIsTerminal else { return }
    last = .now
    Terminal.whisper("\r\(what)\u{1B}[K")
  }

  /// Wipes the bar.
  func finish() {
    if last != nil { Terminal.whisper("\r\u{1B}[K") }
  }
}
