public import Stories

extension Tokeniser {
  /// The traits of a text's tokens, in the same order, and what of figures stands beside tokens and has no room in these.
  ///
  /// Quotation marks are the double ones of all scripts, and single ones where they can't be apostrophes; in Korean,
  /// which sets names and what it stresses in single ones, where a word behind them says that somebody said it. Within
  /// one kind of marks another changes nothing, except that all double ones but corners count as one kind.
  /// A mark with white space before it opens and one with white space behind it closes, whatever its shape:
  /// of „one“, «one» and »one« each is somebody's way. A paragraph that goes on with a quotation opens it anew,
  /// as newspapers set it; where it does not, the quotation was over. None goes on past 400 tokens: a
  /// forgotten closing mark must not turn a whole story into speech.
  ///
  /// - Parameters:
  ///   - tokens: the text's, as `tokens(of:)` gives them.
  ///   - text: the text.
  /// - Returns: traits, one for each token, and marks for the few tokens that have any, in their order.
  ///
  /// Complexity: O(n) in tokens, and in the bytes of gaps that are more than a space.
  public func surroundings(
    of tokens: Tokens, in text: String
  ) -> (traits: [TokenTraits], marks: [FigureMark]) {
    var text = text
    var marks: [FigureMark] = []
    var traits = [TokenTraits](repeating: [], count: tokens.count)
    text.withUTF8 { bytes in
      traits.withUnsafeMutableBufferPointer { traits in
        tokens.signs.withUnsafeBufferPointer { signs in
          TraitScan.fill(traits, from: signs)
          var scan = TraitScan(bytes: bytes)
          scan.cross(tokens, signs, traits)
          marks = FigureMarks(tokens, bytes).marks(beside: scan.marked)
        }
      }
    }
    return (traits, marks)
  }
}
