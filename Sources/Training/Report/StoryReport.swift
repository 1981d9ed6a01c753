internal import NearDuplicates

/// Figures on stories with a little boilerplate, by characters, at one threshold after another.
struct StoryReport: Sendable {
  private(set) var marked = CharacterTally()
  private(set) var curve: [(threshold: Double, tally: CharacterTally)]

  init(
    _ stories: [LabelledStory], _ judge: BoilerplateJudge,
    model: (_ host: String) -> BoilerplateModel
  ) {
    curve = PageReport.thresholds.map { ($0, CharacterTally()) }
    for story in stories {
      for segment in judge.judged(model(story.host), story, .units) where segment.label != .neutral
      {
        let isBoilerplate = segment.label == .boilerplate
        marked.add(
          segment.characters, isBoilerplate: isBoilerplate, isMarked: segment.verdict.isMarked)
        for place in curve.indices {
          curve[place].tally.add(
            segment.characters, isBoilerplate: isBoilerplate,
            isMarked: segment.verdict.probability >= curve[place].threshold)
        }
      }
    }
  }
}
