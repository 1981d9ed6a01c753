import Models
import NearDuplicates
import Stories
import Text
import Wire

/// `measure boilerplate`
struct BoilerplateCommand {
  private let model: String
  private let path: String
  private let limit: Int

  init(_ arguments: inout Arguments) throws {
    limit = try arguments.takeNumber("--limit", standard: .max, in: 1...Int.max)
    guard let model = arguments.takeWord(), let path = arguments.takeWord() else {
      throw UsageError("needs a model and a corpus")
    }
    (self.model, self.path) = (model, path)
    try arguments.finish()
  }

  func run() throws {
    let stories = try Corpus(path: path, limit: limit).stories
    guard !stories.isEmpty else { throw RoadError.noStories(path) }
    let model = try BoilerplateModelFile(path: model).load(tokeniser: Tokeniser.version)
    let (tokeniser, segmenter) = (try Tokeniser(), Segmenter())
    let tokens = stories.map { tokeniser.tokens(of: $0.story.text) }
    var (segments, marks, check) = (0, 0, 0)
    let tokenising = CPUClock.seconds {
      for delivered in stories { check += tokeniser.tokens(of: delivered.story.text).count }
    }
    let cutting = CPUClock.seconds {
      for (delivered, tokens) in zip(stories, tokens) {
        segments += segmenter.units(of: delivered.story.text, tokens: tokens).count
      }
    }
    let all = CPUClock.seconds {
      for (delivered, tokens) in zip(stories, tokens) {
        let units = segmenter.units(of: delivered.story.text, tokens: tokens)
        let found = model.marks(of: delivered.story.text, tokens: tokens, segments: units) {
          segmenter.sentences(in: $0, of: tokens, in: $1)
        }
        marks += found.count
      }
    }
    guard check > 0 else { throw RoadError.noStories(path) }
    let perStory = { (seconds: Double) in Figures.fixed(seconds * 1e6 / Double(stories.count), 2) }
    let fields = [
      "\"docs\":\(stories.count)", "\"segments\":\(segments)", "\"marks\":\(marks)",
      "\"tokenising_us\":\(perStory(tokenising))", "\"cutting_us\":\(perStory(cutting))",
      "\"marking_us\":\(perStory(all))",
      "\"marking_us_a_segment\":\(Figures.fixed(all * 1e6 / Double(max(segments, 1)), 3))",
      "\"ratio_to_tokenising\":\(Figures.fixed(all / tokenising, 2))",
    ]
    print("{\(fields.joined(separator: ","))}")
  }
}
