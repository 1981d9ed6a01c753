internal import NearDuplicates

/// A labelled story as a model sees it: measurements, keys and labels of its segments.
struct MeasuredStory: Sendable {
  let host: String
  let origin: StoryOrigin
  let reading: SegmentReading
  private(set) var labels: [LabelledPart.Label]
  /// How much the story counts in a fit of segments by themselves, and of segments in their story.
  let importance, contextImportance: Double
  /// Keys of words and runs of two, of all segments on end.
  let keys: [UInt32]
  /// Where each segment's keys begin in `keys`; one more than there are segments.
  let starts: [Int]

  /// How many segments there are.
  var count: Int { labels.count }

  /// The keys of a segment.
  func keys(of index: Int) -> ArraySlice<UInt32> { keys[starts[index]..<starts[index + 1]] }
}

extension MeasuredStory {
  /// The same with labels set aside that a model which had not seen the story firmly contradicts. Labels of
  /// pages were derived, not read: a good part of such contradictions are errors, or teasers that no
  /// reader of the paragraph alone could tell from news (C. Northcutt, L. Jiang, I. Chuang, "Confident
  /// learning", 2021).
  func withoutContradicted(by scores: [Float]) -> MeasuredStory {
    var story = self
    for (index, score) in scores.enumerated() {
      switch labels[index] {
      case .news where score > 2.5, .boilerplate where score < -2: story.labels[index] = .neutral
      default: break
      }
    }
    return story
  }
}

/// What a training story was made of.
enum StoryOrigin: CaseIterable, Sendable {
  /// News of a wire with residue of pages: most like what is judged, and its labels are sure.
  case wire
  /// A page cropped to its article.
  case crop
  /// A whole page, of which a wire story keeps little.
  case page

  var importance: Double {
    switch self {
    case .wire: 1
    case .crop: 0.4
    case .page: 0.1
    }
  }
}
