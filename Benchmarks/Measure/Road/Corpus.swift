import Stories
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Stories of a JSON Lines file, held in memory.
struct Corpus {
  private(set) var stories: [DeliveredStory] = []
  /// Lines that are no stories.
  private(set) var refused = 0

  private struct Enough: Error {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - limit: most stories to read.
  /// - Throws: what reading the file throws.
  init(path: String, limit: Int) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    var limits = Limits()
    limits.fileBytes = .max
    do {
      try data.withUnsafeBytes { bytes in
        try Readers().read(bytes, of: Delivery(name: "corpus", limits: limits)) { outcome in
          guard case .story(let story) = outcome else { return refused += 1 }
          stories.append(story)
          if stories.count == limit { throw Enough() }
        }
      }
    } catch is Enough {}
  }
}
