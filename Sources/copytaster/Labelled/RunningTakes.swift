import NearDuplicates
import Pipeline
import Stories
import Wire

/// Pairs of takes of running stories, put together from a set: one story's text under the openings of two others.
///
/// No labelled set has an outlet that sends a story again under a new lead, and to trees these look as two stories above
/// one long policy do; what tells them apart is how much of either is new.
struct RunningTakes {
  /// What is measured of each pair, which belongs into one group.
  private(set) var rows: [PairFeatures] = []

  /// Stories of a set, of which each is the background of a pair.
  private static let most = 400
  /// Words of a background, at least.
  private static let leastBackground = 120
  /// Words of the shortest lead, and of the longest.
  private static let lead = 12...60

  /// Makes and measures.
  ///
  /// - Parameters:
  ///   - set: gives the texts.
  ///   - reader: knows nothing of the set's outlets.
  init(_ set: LabelledSet, _ reader: CopyReader) {
    let stories = set.stories.map(\.story)
    let step = max(1, stories.count / RunningTakes.most)
    for (place, index) in stride(from: 0, to: stories.count, by: step).enumerated() {
      let words = stories[index].text.split(whereSeparator: \.isWhitespace)
      guard words.count >= RunningTakes.leastBackground else { continue }
      let takes = (1...2).map { take in
        let other = stories[(index + take * (step + 7)) % stories.count]
        return self.take(take, of: place, under: other, background: stories[index].text)
      }
      rows.append(
        reader.evidence(reader.comparable(takes[0]), reader.comparable(takes[1])).features)
    }
  }

  /// A take: the opening of another story, and the background.
  private func take(
    _ take: Int, of place: Int, under other: Story, background: String
  ) -> DeliveredStory {
    let length = RunningTakes.lead.lowerBound + (place * 7 + take * 11) % RunningTakes.lead.count
    let lead = other.text.split(whereSeparator: \.isWhitespace).prefix(length)
    let hours = Int64(take - 1) * Int64(1 + place % 23)
    return DeliveredStory(
      Story(
        id: "take-\(place)-\(take)", outlet: Outlet("running"),
        published: Instant(milliseconds: hours * Instant.hour),
        title: place.isMultiple(of: 2) ? other.title : nil,
        text: lead.joined(separator: " ") + ".\n\n" + background),
      identityIsGiven: false)
  }
}
