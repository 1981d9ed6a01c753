import NearDuplicates
import Pipeline
import Stories
import Training
import Wire

/// Pairs of short stories in which one event is told again with other figures, put together from a set: the beginning of
/// a story, and the same with most of its figures exchanged, from another outlet within the hour.
///
/// No labelled set has them, and to trees that have seen Reuters' templates they look as one form for two hours does. A
/// form's names are others, or it comes hours later, or through the same outlet.
struct RetoldFigures {
  /// What is measured of each pair, which belongs into one group.
  private(set) var rows: [PairFeatures] = []

  /// Stories of a set that are looked at.
  private static let most = 800
  /// Words of the shortest, and of the longest.
  private static let length = 40...119
  /// Figures that are exchanged, at least.
  private static let leastExchanged = 3
  /// Minutes between the two, at most.
  private static let apart = 60

  /// Makes and measures.
  ///
  /// - Parameters:
  ///   - set: gives the texts.
  ///   - reader: knows nothing of the set's outlets.
  init(_ set: LabelledSet, _ reader: CopyReader) {
    let stories = set.stories.map(\.story)
    let step = max(1, stories.count / RetoldFigures.most)
    for (place, index) in stride(from: 0, to: stories.count, by: step).enumerated() {
      let words = stories[index].text.split(separator: " ", omittingEmptySubsequences: false)
      let length = RetoldFigures.length.lowerBound + place * 7 % RetoldFigures.length.count
      guard words.count >= length else { continue }
      let told = words.prefix(length).joined(separator: " ")
      let retold = ExchangedFigures(told, shift: place)
      guard retold.count >= RetoldFigures.leastExchanged else { continue }
      let minutes = Int64(1 + place % RetoldFigures.apart)
      rows.append(
        reader.evidence(
          reader.comparable(story(told, "one", of: place, after: 0)),
          reader.comparable(story(retold.text, "two", of: place, after: minutes))
        ).features)
    }
  }

  private func story(
    _ text: String, _ outlet: String, of place: Int, after minutes: Int64
  ) -> DeliveredStory {
    DeliveredStory(
      Story(
        id: "\(outlet)-\(place)", outlet: Outlet(outlet),
        published: Instant(milliseconds: minutes * Instant.hour / 60), title: nil, text: text),
      identityIsGiven: false)
  }
}
