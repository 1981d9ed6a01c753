package import Stories

/// The measurements of a story's segments: a row of `TextFeature.count` numbers each, and the sum of
/// their words' weights. Gathered in one pass over the tokens.
package struct SegmentReading: Sendable {
  /// Row after row.
  private var rows: [Float]
  /// For each segment, the weights of its words and runs of words, over the root of their number.
  private(set) var wordScores: [Float]
  /// For each segment, how many words it has.
  package private(set) var wordCounts: [Int] = []
  /// For each segment, where it has what furniture has and news seldom, see `SegmentCounts.signPlaces`.
  private(set) var signPlaces: [Range<Int>] = []
  /// For each segment, whether it is a post from a social network that the story quotes, or its signature.
  private(set) var isPost: [Bool] = []
  /// Whether the story is in a language that the model was not trained on.
  package private(set) var isForeign = false
  /// Segments that are figures for the most part, ascending; none in most texts.
  private var ofFigures: [Int] = []
  private var commonWords = 0
  private var foreignWords = 0

  package init(
    _ segments: [Segment], _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>,
    _ table: WordTable, known: LexiconReading? = nil
  ) {
    self.init(count: segments.count)
    StoryWords.with(tokens, bytes, table, known) { read(segments, $0) }
  }

  /// Measures segments of a text whose words are known.
  init(_ segments: [Segment], _ words: StoryWords) {
    self.init(count: segments.count)
    read(segments, words)
  }

  private init(count: Int) {
    rows = [Float](repeating: 0, count: count * TextFeature.count)
    wordScores = []
    wordScores.reserveCapacity(count)
    wordCounts.reserveCapacity(count)
    signPlaces.reserveCapacity(count)
  }

  private mutating func read(_ segments: [Segment], _ words: StoryWords) {
    var counts = SegmentCounts()
    let width = TextFeature.count
    rows.withUnsafeMutableBufferPointer { rows in
      for (index, segment) in segments.enumerated() {
        counts.read(segment, words)
        wordScores.append(counts.wordScore)
        wordCounts.append(segment.tokens.count)
        signPlaces.append(counts.signPlaces)
        isPost.append(counts.isSignedPost)
        if counts.isOfFigures(segment, words.bytes) { ofFigures.append(index) }
        commonWords += counts.common
        foreignWords += counts.foreign
        counts.fill(
          UnsafeMutableBufferPointer(rebasing: rows[index * width..<(index + 1) * width]),
          segment, words.bytes)
      }
    }
    decideLanguage()
    // A signature on a line of its own makes the line before it the post.
    for index in isPost.indices.dropFirst()
    where isPost[index] && value(.beginsWithDash, of: index) > 0 {
      isPost[index - 1] = true
    }
  }

  /// English has a function word in two to three words; a text in another language has few that look
  /// like one, and as a rule more of its own.
  private mutating func decideLanguage() {
    let words = wordCounts.reduce(0, +)
    guard words >= 12 else { return }
    isForeign = commonWords * 8 < words || foreignWords > commonWords
    guard isForeign else { return }
    for index in wordCounts.indices {
      rows[index * TextFeature.count + TextFeature.foreign.rawValue] = 1
    }
  }

  /// The segments that are rows of tables, which are news, ascending: figures, and so is one of the four segments around
  /// them. Models know two figures in a row from telephone numbers, which as a rule stand on one line alone, or behind a
  /// dash.
  ///
  /// Complexity: O(n) in segments of figures.
  var rowsOfTables: [Int] {
    ofFigures.indices.filter { place in
      place > 0 && ofFigures[place] - ofFigures[place - 1] <= 2
        || place + 1 < ofFigures.count && ofFigures[place + 1] - ofFigures[place] <= 2
    }.map { ofFigures[$0] }
  }

  /// What each segment scores: its measurements, weighed, and its words.
  ///
  /// Four segments at once: a sum waits for the one before it, four sums don't wait for each other.
  func scores(by weights: [Float]) -> [Float] {
    precondition(weights.count == TextFeature.count)
    return rows.withUnsafeBufferPointer { rows in
      weights.withUnsafeBufferPointer { weights in
        let last = wordScores.count - 1
        var scores = wordScores
        for first in stride(from: 0, through: last, by: 4) {
          // The last segment stands in for those behind it.
          let segments = SIMD4(first, first &+ 1, first &+ 2, first &+ 3)
          let starts = pointwiseMin(segments, SIMD4(repeating: last)) &* TextFeature.count
          var sums = SIMD4<Float>()
          for (feature, weight) in weights.enumerated() {
            sums +=
              SIMD4(
                rows[starts[0] &+ feature], rows[starts[1] &+ feature],
                rows[starts[2] &+ feature], rows[starts[3] &+ feature]) * weight
          }
          for index in first...min(first &+ 3, last) { scores[index] += sums[index &- first] }
        }
        return scores
      }
    }
  }

  /// The row of a segment.
  package func row(_ index: Int) -> ArraySlice<Float> {
    rows[index * TextFeature.count..<(index + 1) * TextFeature.count]
  }

  /// A measurement of a segment.
  package func value(_ feature: TextFeature, of index: Int) -> Float {
    rows[index * TextFeature.count + feature.rawValue]
  }
}
