import NearDuplicates
import Pipeline
import Stories
import Training
import Wire

/// Pairs of stories that are one form filled in for two events, put together from a set: the beginning of a story, and the
/// same with other names, other figures and some other words, from another outlet within hours.
///
/// Labelled forms came through one agency, a day apart, and trees know them by that. A recall, an appeal or the opening
/// hours of a shop come through two papers on one morning, and an authority that stands in both is no sign of one copy.
struct FilledForms {
  /// What is measured of each pair, which is a template and does not belong into one group.
  private(set) var rows: [PairFeatures] = []

  /// Stories of a set that are looked at.
  private static let most = 800
  /// Words of the shortest, and of the longest.
  private static let length = 40...260
  /// Places that have another word or figure, at least.
  private static let leastExchanged = 6
  /// Minutes between the two, at most.
  private static let apart = 600

  /// Makes and measures.
  ///
  /// - Parameters:
  ///   - set: gives the texts.
  ///   - reader: knows nothing of the set's outlets.
  init(_ set: LabelledSet, _ reader: CopyReader) {
    let stories = set.stories.map(\.story)
    let step = max(1, stories.count / FilledForms.most)
    let chosen = stride(from: 0, to: stories.count, by: step).map { stories[$0] }
    let pool = ExchangedWords.Pool(chosen.map(\.text))
    for (place, story) in chosen.enumerated() {
      let words = story.text.split(separator: " ", omittingEmptySubsequences: false)
      let length = FilledForms.length.lowerBound + place * 7 % FilledForms.length.count
      guard words.count >= length else { continue }
      let told = words.prefix(length).joined(separator: " ")
      guard let filled = filled(told, story.title, pool, place) else { continue }
      let features = reader.evidence(
        reader.comparable(self.story(told, story.title, "one", of: place, after: 0)),
        reader.comparable(filled)
      ).features
      // In misread text names and figures are the first to break.
      if features[.unknownMost] < RelationRule.strangeUpTo { rows.append(features) }
    }
  }

  private func filled(
    _ text: String, _ title: String?, _ pool: ExchangedWords.Pool, _ place: Int
  ) -> DeliveredStory? {
    let rates = ExchangedWords.Rates(namesThatStay: place % 4, othersThatGo: place / 4 % 4 * 5)
    func exchanged(_ text: String) -> (text: String, count: Int) {
      let words = ExchangedWords(text, from: pool, rates, shift: place)
      let figures = ExchangedFigures(words.text, shift: place)
      return (figures.text, words.count + figures.count)
    }
    let (filled, count) = exchanged(text)
    guard count >= FilledForms.leastExchanged else { return nil }
    let minutes = Int64(1 + place * 11 % FilledForms.apart)
    return story(filled, title.map { exchanged($0).text }, "two", of: place, after: minutes)
  }

  /// A story; every other one has its headline.
  private func story(
    _ text: String, _ title: String?, _ outlet: String, of place: Int, after minutes: Int64
  ) -> DeliveredStory {
    DeliveredStory(
      Story(
        id: "\(outlet)-\(place)", outlet: Outlet(outlet),
        published: Instant(milliseconds: minutes * Instant.hour / 60),
        title: place.isMultiple(of: 2) ? title : nil, text: text),
      identityIsGiven: false)
  }
}
