import Glibc
import Synchronization

/// What standard output and error are, and writing to them.
enum Terminal {
  /// Whether a person reads standard output in a terminal.
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  /// Whether a person reads standard error in a terminal.
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1

  /// Columns of the terminal, 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else {
      return 100
    }
    return max(40, Int(size.ws_col))
  }

  /// What went wrong when standard output was last written, as the system numbers it; 0 for nothing.
  private static let failure = Atomic<Int32>(0)

  /// Why not all of the output was written, nil if it was. A reader that has seen enough is no failure.
  static var outputProblem: String? {
    let code = failure.load(ordering: .relaxed)
    return code == 0 || code == EPIPE ? nil : String(cString: strerror(code))
  }

  /// Takes the numbers of standard input, output and error where nobody gave them: a store that was opened under one
  /// would be written into. Call before anything is opened.
  static func keepDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is given, and for reading only, so that what is said there is known to be lost.
      _ = open("/dev/null", O_RDONLY | O_CLOEXEC)
    }
  }

  /// Prints a line and hands it on at once, so that a reader behind a pipe or journal sees it now.
  static func say(_ line: String) { write(STDOUT_FILENO, line + "\n") }

  /// Prints text as it is.
  static func put(_ text: String) { write(STDOUT_FILENO, text) }

  /// Writes bytes as they are.
  static func put(_ bytes: [UInt8]) { write(STDOUT_FILENO, bytes[...]) }

  /// Prints text in lines that fit a terminal, see `fitting`.
  static func sayFitting(_ text: String) { fitting(text).forEach(say) }

  /// Prints a story's text, its line ends kept: in lines that fit a terminal, in its own where a program reads.
  static func sayText(_ text: String) {
    guard outputIsTerminal else { return say(text.printableLines) }
    var lines = StyledLines(width: width)
    lines.add(text.printableLines)
    lines.finished.forEach(say)
  }

  /// Whether there is no room for what is told of a story beside a whole date.
  static var isNarrow: Bool { width < 56 }

  /// A sentence in lines that fit a terminal, beside an indentation; in one where a program reads.
  static func lines(_ sentence: String, indentation: Int) -> [String] {
    outputIsTerminal && sentence.columns > width - indentation
      ? sentence.wrapped(to: width - indentation) : [sentence.printable]
  }

  /// Lines of text as they fit a terminal: what is too wide goes on below, two columns further in. As they are where
  /// a program reads.
  static func fitting(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      let line = String(line).printable
      guard outputIsTerminal, line.columns > width else { return [line] }
      let indent = String(repeating: " ", count: line.prefix { $0 == " " }.count)
      return line.wrapped(to: width - indent.count - 2).enumerated().map {
        ($0 == 0 ? indent : indent + "  ") + $1
      }
    }
  }

  /// Says on standard error what is wrong.
  static func complain(_ line: String) {
    write(STDERR_FILENO, "copytaster: " + line.printableLines + "\n")
  }

  /// Writes to standard error as it is.
  static func whisper(_ text: String) { write(STDERR_FILENO, text) }

  private static func write(_ descriptor: Int32, _ text: String) {
    write(descriptor, Array(text.utf8)[...])
  }

  private static func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR || errno == EAGAIN { continue }
      if written <= 0 {
        if descriptor == STDOUT_FILENO { failure.store(errno, ordering: .relaxed) }
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}

/// Gathers output and writes it in large pieces: for commands that print a line a story.
struct OutputBuffer {
  private var bytes: [UInt8] = []

  mutating func say(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count > 1 << 16 { flush() }
  }

  /// Adds what `write` appends, in whole lines.
  mutating func put(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    if bytes.count > 1 << 16 { flush() }
  }

  mutating func flush() {
    Terminal.put(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
