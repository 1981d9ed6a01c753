import Foundation

/// Where a store stands when all links on the way to it have been followed: there its lock belongs, so that
/// one store has one lock by whatever path it is reached.
enum StorePlace {
  /// Links that are followed from one file to the next, as many as Linux does.
  private static let mostLinks = 40

  /// The place of a path whose folder is there; the file itself need not be.
  static func of(_ path: String) -> String {
    var place = URL(filePath: path).absoluteURL
    for _ in 0..<mostLinks {
      // First the folder: what leads upwards from a link's target starts where that really is.
      let folder = place.deletingLastPathComponent().resolvingSymlinksInPath()
      place = folder.appending(path: place.lastPathComponent)
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place.path)
      guard let target else { break }
      place = URL(filePath: target, relativeTo: folder).absoluteURL
    }
    return place.path
  }
}
