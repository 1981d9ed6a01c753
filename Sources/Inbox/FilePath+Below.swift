internal import SystemPackage

extension FilePath {
  /// A path below this folder, joined as a whole: to go through a path part by part costs many times as much.
  ///
  /// - Parameter relative: the path; should it begin at the root, that counts for nothing.
  /// - Returns: the path to what it names.
  func appending(below relative: FilePath) -> FilePath {
    relative.isAbsolute ? appending(relative.components) : pushing(relative)
  }
}
