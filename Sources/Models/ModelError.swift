public import NearDuplicates

/// Why a model can't be had.
public enum ModelError: Error, Hashable, CustomStringConvertible {
  /// It is at none of these places.
  case missing(name: String, lookedAt: [String])
  /// The file can't be read or written.
  case failed(path: String, problem: String)
  /// The file is no JSON of the shape wanted.
  case unreadable(path: String, problem: String)
  /// The file was read, but makes no model.
  case refused(path: String, reason: BoilerplateModelError)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .missing(let name, let places):
      "there is no model \(name); looked at \(places.joined(separator: ", ")). Install it with 'make "
        + "install', or name its file"
    case .failed(let path, let problem): "\(path): \(problem)"
    case .unreadable(let path, let problem):
      "\(path): \(problem); restore the file, or train it anew with 'copytaster train'"
    case .refused(let path, let reason): "\(path): \(reason)"
    }
  }
}
