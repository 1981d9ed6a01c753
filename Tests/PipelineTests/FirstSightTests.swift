import NearDuplicates
import Stories
import TestSupport
import Testing

@testable import Pipeline

/// What the model marked without being sure, held against what the outlet's stories have in common.
@Suite struct FirstSightTests {
  private let reader: CopyReader
  private let outlet = Outlet("echo")

  init() throws {
    reader = CopyReader(
      signer: try Signer(shingler: Shingler(), sketch: FastSimilaritySketch()), boilerplate: nil)
  }

  /// A reading of which the model is said to have marked the last line.
  private func reading(_ text: String, isSure: Bool) -> StoryReading {
    let plain = reader.read(text, outlet: outlet)
    let count = plain.whole.count
    return StoryReading(
      whole: plain.whole, outlet: plain.outlet, firstSight: [count - 10..<count],
      doubted: isSure ? [] : [count - 10..<count], ruled: nil)
  }

  private func fill(_ numbers: Range<Int>, lastLine: String? = nil) {
    var generator = StoryGenerator(seed: UInt64(31 + numbers.lowerBound))
    for number in numbers {
      let text = generator.text(words: 60) + "\n" + (lastLine ?? generator.text(words: 10))
      reader.count(reader.read(text, outlet: outlet), as: UInt32(number + 1))
    }
  }

  private let line = "call the desk for more on this and other matters"

  @Test("a doubtful mark is taken back in an outlet that is known well and never said it again")
  func takenBack() {
    let text = "one two three four five six seven eight nine ten eleven\n" + line
    fill(0..<29)
    #expect(reader.boilerplate(reading(text, isSure: false)) == [11..<21])
    _ = reader.takeLearned()
    fill(29..<30)
    #expect(reader.takeLearned() == [0], "the outlet's stories are to be looked at again")
    #expect(reader.boilerplate(reading(text, isSure: false)).isEmpty)
    #expect(reader.boilerplate(reading(text, isSure: true)) == [11..<21])
  }

  @Test("a doubtful mark stays where the outlet says it again and again")
  func stays() {
    let text = "one two three four five six seven eight nine ten eleven\n" + line
    fill(0..<40, lastLine: line)
    #expect(reader.boilerplate(reading(text, isSure: false)) == [11..<21])
  }
}
