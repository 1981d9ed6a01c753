internal import Stories

extension Outcome {
  /// A story as it goes on from every reader, or a refusal of one that has NUL in a field: the store ends a text there,
  /// and two ids that differ only behind it would be one.
  ///
  /// - Parameters:
  ///   - story: the story with all its facts.
  ///   - identityIsGiven: whether the source gave the id.
  ///   - line: where in the delivery it begins.
  /// - Returns: the story, or the refusal with the field's name.
  static func of(_ story: Story, identityIsGiven: Bool, line: Int?) -> Outcome {
    if let name = fieldWithZero(story) {
      return .refused(
        Refusal(
          line: line, problem: "\"\(name)\" holds NUL, which no text does",
          remedy: "mend it at its source"))
    }
    return .story(DeliveredStory(story, identityIsGiven: identityIsGiven))
  }

  private static func fieldWithZero(_ story: Story) -> String? {
    let own = [
      ("id", story.id), ("outlet", story.outlet?.name), ("title", story.title), ("url", story.url),
      ("lang", story.language), ("text", story.text),
    ]
    return (own + (story.facts.map(fields) ?? [])).first { $0.1.map(WideScan.holdsZero) == true }?.0
  }

  private static func fields(_ facts: WireFacts) -> [(String, String?)] {
    [
      ("agency", facts.agency), ("provider", facts.provider), ("credit", facts.credit),
      ("byline", facts.byline), ("dateline", facts.dateline), ("copyright", facts.copyright),
      ("slug", facts.slugline), ("note", facts.editorsNote), ("corrects", facts.corrects),
    ] + facts.otherKeys.map { ("keys", $0) } + facts.derivedFrom.map { ("derived_from", $0) }
      + facts.asides.map { ($0.kind.rawValue, $0.text) }
  }
}
