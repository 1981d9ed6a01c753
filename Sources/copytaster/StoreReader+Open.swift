import Foundation
import Settings
import Store

extension StoreReader {
  /// The store that the settings name, for reading.
  static func open(_ settings: Settings) throws -> StoreReader {
    let path = settings.store.path
    return try StoreReader(path: path, exists: FileManager.default.fileExists(atPath: path))
  }
}
