#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Finding model files.
public enum ModelFolders {
  /// The first of some folders' files of a name that is there.
  ///
  /// - Parameters:
  ///   - name: the file's name.
  ///   - folders: where to look, in order.
  /// - Returns: its path.
  /// - Throws: `ModelError.missing`, which names every place that was looked at.
  public static func path(of name: String, in folders: [String]) throws(ModelError) -> String {
    let places = folders.map { $0 + "/" + name }
    guard let path = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw .missing(name: name, lookedAt: places)
    }
    return path
  }
}
