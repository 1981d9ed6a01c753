import NearDuplicates
import Pipeline
import Settings
import Stories
import Wire

extension Compare {
  /// Two stories of some files, by their ids, as `relate` and `eval` see them: what all stories of the files teach of
  /// words and of what recurs in an outlet counts.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - settings: by which they are read.
  ///   - reader: learns from all of their stories.
  /// - Returns: the two stories, and what was refused beside them.
  /// - Throws: `InputError` where an id is not there, or stands for several texts.
  ///
  /// Complexity: O(n log n) in stories; all of them are in memory meanwhile.
  func stories(
    in paths: [String], _ settings: Settings, _ reader: CopyReader
  ) throws -> (first: ComparableStory, second: ComparableStory, refusals: RefusalCount) {
    var found: [String: ComparableStory] = [:]
    var order = CountingOrder()
    var refusals = RefusalCount()
    let inputs = try Inputs(paths, settings)
    var progress = Progress("reading", total: inputs.totalBytes)
    try inputs.forEach { outcome, file, done in
      progress.update(done, detail: "")
      switch outcome {
      case .refused(let refusal): refusals.note(refusal, file)
      case .story(let delivered):
        refusals.noteStory()
        let story = reader.comparable(delivered)
        order.add(story)
        let id = delivered.story.id
        guard id == first || id == second else { break }
        if let other = found.updateValue(story, forKey: id),
          other.story.text != delivered.story.text
        {
          throw InputError(
            path: file, problem: "several stories have the id '\(id)'; give them ids of their own")
        }
      }
    }
    progress.finish()
    order.count(with: reader)
    guard let one = found[first], let two = found[second] else {
      let missing = [first, second].filter { found[$0] == nil }.map { "'\($0)'" }
      throw InputError(
        path: paths.joined(separator: ", "),
        problem: "there is no story with the id \(missing.joined(separator: " or "))")
    }
    return (one, two, refusals)
  }
}
