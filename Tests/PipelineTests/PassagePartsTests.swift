import NearDuplicates
import Stories
import TestSupport
import Testing
import Wire

@testable import Pipeline

@Suite("Passages around boilerplate") struct PassagePartsTests {
  private let reader: CopyReader

  init() throws {
    reader = CopyReader(
      signer: try Signer(shingler: Shingler(), sketch: FastSimilaritySketch()), boilerplate: nil)
  }

  /// A text of sentences, and which tokens of it were decided not to count.
  private struct Draft {
    var sentences: [(text: String, counts: Bool)] = []

    var text: String { sentences.map(\.text).joined(separator: "\n") }

    var setAside: [Range<Int>] {
      var (ranges, position) = ([Range<Int>](), 0)
      for (text, counts) in sentences {
        let end = position + text.split(separator: " ").count
        if !counts { ranges.append(position..<end) }
        position = end
      }
      return ranges
    }
  }

  private func story(_ draft: Draft, _ id: String) -> ComparableStory {
    reader.comparable(
      DeliveredStory(
        Story(id: id, outlet: nil, published: nil, title: nil, text: draft.text),
        identityIsGiven: false), decided: draft.setAside)
  }

  private static func sentence(_ random: inout SeededGenerator) -> String {
    (0..<12).map { _ in "word\(Int.random(in: 0..<9000, using: &random))" }.joined(separator: " ")
  }

  /// Two stories of the same sentences, each with boilerplate and a changed word at places of its own.
  private static func drafts(_ random: inout SeededGenerator) -> (Draft, Draft) {
    let shared = (0..<8).map { _ in sentence(&random) }
    var drafts: [Draft] = []
    for number in 0..<2 {
      var draft = Draft()
      for text in shared {
        var words = text.split(separator: " ").map(String.init)
        if Int.random(in: 0..<3, using: &random) == 0 { words[5] = "other\(number)" }
        draft.sentences.append((words.joined(separator: " "), true))
        if Int.random(in: 0..<3, using: &random) == 0 {
          draft.sentences.append((sentence(&random), false))
        }
      }
      drafts.append(draft)
    }
    return (drafts[0], drafts[1])
  }

  @Test(
    "no passage holds what does not count, and all that is shared is in one",
    arguments: 1...30 as ClosedRange<UInt64>)
  func around(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (one, two) = Self.drafts(&random)
    let report = reader.compare(story(one, "1"), story(two, "2"), rule: RelationRule())
    for (ranges, draft, aside) in [
      (report.passages.map(\.first), one, report.boilerplate.first),
      (report.passages.map(\.second), two, report.boilerplate.second),
    ] {
      #expect(!ranges.contains { range in aside.contains { $0.overlaps(range) } })
      let scalars = Array(draft.text.unicodeScalars)
      let told = Set(
        ranges.flatMap { String(String.UnicodeScalarView(scalars[$0])).split { $0.isWhitespace } })
      let all = draft.sentences.filter(\.counts).flatMap { $0.text.split(separator: " ") }
      #expect(all.allSatisfy { told.contains($0) || $0.hasPrefix("other") })
    }
    for (changed, passages) in [
      (report.changed.first, report.passages.map(\.first)),
      (report.changed.second, report.passages.map(\.second)),
    ] {
      #expect(changed.allSatisfy { word in passages.contains { $0.overlaps(word) } })
    }
    let starts = report.passages.map(\.first.lowerBound)
    #expect(starts == starts.sorted())
    // Part by part the two say the same, but for the words that were changed.
    let (first, second) = (Array(one.text.unicodeScalars), Array(two.text.unicodeScalars))
    for passage in report.passages {
      let mine = String(String.UnicodeScalarView(first[passage.first])).split { $0.isWhitespace }
      let theirs = String(String.UnicodeScalarView(second[passage.second])).split {
        $0.isWhitespace
      }
      #expect(mine.count == theirs.count)
      #expect(zip(mine, theirs).count { $0 != $1 } * 6 <= mine.count)
    }
  }

  @Test("what a story added is told without the boilerplate in its midst")
  func added() {
    var random = SeededGenerator(seed: 7)
    let shared = (0..<4).map { _ in (Self.sentence(&random), true) }
    let (own, aside, more) = (
      Self.sentence(&random), Self.sentence(&random), Self.sentence(&random)
    )
    let later = Draft(sentences: shared + [(own, true), (aside, false), (more, true)])
    let changes = reader.changes(
      from: story(Draft(sentences: shared), "1"), to: story(later, "2"))
    #expect(changes.added.passages == [own, more] && changes.dropped.passages.isEmpty)
  }
}
