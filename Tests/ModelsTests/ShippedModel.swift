import Foundation
import Models
import NearDuplicates
import Stories
import Text
import Training

/// The boilerplate model that is shipped.
enum ShippedModel {
  /// The folder of models beside the sources.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "models").path

  /// Reads it.
  static func load() throws -> BoilerplateModel {
    try BoilerplateModelFile.find(in: [folder]).load(tokeniser: Tokeniser.version)
  }

  /// The pieces of a text that it marks, in order.
  static func marked(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try BoilerplateJudge(Tokeniser()).marks(load(), text).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }
}
