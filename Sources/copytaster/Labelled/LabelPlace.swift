/// The file and line in which a label stands.
struct LabelPlace {
  let path: String
  let line: Int

  /// That something is wrong with it.
  func error(_ problem: String) -> InputError {
    InputError(path: path, problem: "line \(line): \(problem)")
  }
}
