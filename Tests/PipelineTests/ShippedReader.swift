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

extension CopyReader {
  /// What the later of two texts changed.
  func changes(_ old: String, _ new: String) -> VersionChanges {
    func story(_ text: String, at hour: Int) -> ComparableStory {
      comparable(
        DeliveredStory(
          Story(
            id: "\(hour)", outlet: nil,
            published: Instant(milliseconds: Int64(hour) * Instant.hour), title: nil, text: text),
          identityIsGiven: false))
    }
    return changes(from: story(old, at: 1), to: story(new, at: 2))
  }
}

/// The beginnings of two stories, long enough for their language to be told.
enum Beginnings {
  static let english =
    "The ferry Skerrow Star caught fire on Tuesday night, ten miles off the northern isles, with 212 people aboard. "
  static let french =
    "Le conseil municipal a décidé mardi de construire une nouvelle digue le long de la rivière, après trois hivers "
    + "pendant lesquels les caves des rues basses se sont remplies d'eau. Les travaux vont commencer au printemps. "
}
