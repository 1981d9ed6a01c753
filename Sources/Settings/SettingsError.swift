/// Everything that is wrong with a configuration, at once.
public struct SettingsErrors: Error, Hashable, CustomStringConvertible {
  /// One mistake.
  public struct Mistake: Hashable, Sendable {
    /// The line in the file, from 1, where known.
    public let line: Int?
    /// The key, such as `inbox.settle_seconds`; empty for the file as a whole.
    public let key: String
    /// What is wrong and what would be right.
    public let problem: String

    /// Makes a mistake.
    public init(line: Int?, key: String, problem: String) {
      (self.line, self.key, self.problem) = (line, key, problem)
    }
  }

  /// The file, or what stands for it.
  public let path: String
  /// At least one mistake, in order of lines.
  public let mistakes: [Mistake]

  /// Makes the error.
  public init(path: String, mistakes: [Mistake]) {
    (self.path, self.mistakes) = (path, mistakes)
  }

  /// A line for each mistake: file, line, key, problem.
  public var description: String {
    mistakes.map { mistake in
      let place = mistake.line.map { "\(path):\($0)" } ?? path
      return mistake.key.isEmpty
        ? "\(place): \(mistake.problem)" : "\(place): \(mistake.key): \(mistake.problem)"
    }.joined(separator: "\n")
  }
}
