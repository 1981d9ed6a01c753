#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Where the models are looked for.
public enum ModelFolders {
  /// A named folder before all; then beside the program, where it was installed; then the source tree that
  /// it was built in; then the working folder.
  ///
  /// - Parameters:
  ///   - named: a folder that the configuration or the environment names.
  ///   - program: the path of the running program.
  public static func candidates(named: String?, program: String) -> [String] {
    if let named { return [named] }
    var folders: [String] = []
    var folder = parent(of: program)
    folders.append(parent(of: folder) + "/share/copytaster/models")
    // A build stands some folders below the sources: .build/release, .build/x86_64-…/debug.
    for _ in 0..<5 where !folder.isEmpty {
      folder = parent(of: folder)
      folders.append(folder + "/models")
    }
    return folders + ["models"]
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
