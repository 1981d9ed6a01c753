internal import NearDuplicates
internal import Stories
internal import Text

/// What a model says of a text's segments.
struct FirstSight {
  /// The tokens that it marks, as ranges in ascending order.
  var marked: [Range<Int>] = []
  /// Segments among them of which it is not very sure.
  var doubted: [Range<Int>] = []
  /// How likely the others are boilerplate, in ascending order; those that are surely news are left out.
  var likely: [BoilerplateLikelihood] = []
}

extension CopyReader {
  /// A probability from which on the model is believed, even where nothing recurs. Chosen on seeds 1 and 2 of
  /// the simulated sets.
  private static let sure = 0.95
  /// A probability below which a segment is surely news.
  private static let unlikely = 0.02

  /// What the model says of a text.
  func firstSight(_ text: String, _ tokens: Tokens, _ known: LexiconReading) -> FirstSight {
    guard let model, tokens.count > 0 else { return FirstSight() }
    var text = text
    return text.withUTF8 { bytes in
      let units = segmenter.units(of: bytes, tokens: tokens, keyed: false)
      let (segments, verdicts) = model.judge(units, tokens: tokens, of: bytes, known: known) {
        segmenter.sentences(in: $0, of: tokens, in: bytes)
      }
      var sight = FirstSight()
      for (segment, verdict) in zip(segments, verdicts) where !segment.tokens.isEmpty {
        sight.note(segment.tokens, verdict, isSure: verdict.probability >= CopyReader.sure)
        if !verdict.isMarked, verdict.probability >= CopyReader.unlikely {
          sight.likely.append(
            BoilerplateLikelihood(
              tokens: segment.tokens, probability: Float(verdict.probability)))
        }
      }
      return sight
    }
  }
}

extension FirstSight {
  fileprivate mutating func note(
    _ tokens: Range<Int>, _ verdict: BoilerplateVerdict, isSure: Bool
  ) {
    guard verdict.isMarked else { return }
    if !isSure { doubted.append(tokens) }
    if let last = marked.last, last.upperBound == tokens.lowerBound {
      marked[marked.count - 1] = last.lowerBound..<tokens.upperBound
    } else {
      marked.append(tokens)
    }
  }
}
