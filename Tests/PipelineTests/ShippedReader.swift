import Foundation
import Models
import NearDuplicates
import Stories
import Text
import Wire

@testable import Pipeline

extension CopyReader {
  /// A reader with the shipped table of words, without which every word is a strange one, and no model of boilerplate.
  static func shipped() throws -> CopyReader {
    let rarity = try RarityFile(
      path: FirstSightTests.models.appending(path: RarityFile.name).path
    ).load(tokeniser: Tokeniser.version)
    let signer = try Signer(
      shingler: Shingler(), sketch: FastSimilaritySketch(), rarity: rarity)
    return CopyReader(signer: signer, boilerplate: nil)
  }
}
