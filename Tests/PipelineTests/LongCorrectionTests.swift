import Stories
import Testing

@testable import Pipeline

/// Corrections of long texts that say the same common words over and over, and change one of them in each paragraph.
@Suite("Corrections of long texts") struct LongCorrectionTests {
  /// Paragraphs of six words of their own among the same common ones.
  private func text(_ paragraphs: Int, _ word: String) -> String {
    (0..<paragraphs).map { number in
      let own = (0..<6).map { "w\(number * 6 + $0)x" }.joined(separator: " ")
      return "\(own) of of of of of of \(word) of of of of of of."
    }.joined(separator: "\n")
  }

  private func finding(
    _ paragraphs: Int, in word: String, most: Int = CopySearch.most
  ) -> (TextMending.Finding, looks: Int) {
    let mending = TextMending(
      of: text(paragraphs, "of"), by: text(paragraphs, "to"), at: nil, quoted: QuotedMending(nil))
    let search = CopySearch(most: most)
    return (mending.finding(in: text(paragraphs, word), of: nil, search), search.looks)
  }

  @Test("what is looked at grows with the text and not with its square, and all is found")
  func linear() {
    for word in ["of", "to"] {
      let few = finding(50, in: word)
      let many = finding(400, in: word)
      #expect(few.looks > 0 && many.looks <= few.looks * 10, "\(few.looks), \(many.looks)")
      for (found, count) in [(few.0, 50), (many.0, 400)] {
        if word == "to" {
          #expect(found == .mended)
        } else if case .carries(let differences) = found {
          #expect(differences.count == count)
        } else {
          Issue.record("\(count) errors are missed: \(found)")
        }
      }
    }
  }

  @Test("a copy that is not looked through to the end may carry the error, and is not passed over")
  func beyondTheBound() {
    for word in ["of", "to", "by"] {
      let (found, looks) = finding(50, in: word, most: 0)
      #expect(looks == 0)
      guard case .unclear(let doubts) = found else {
        Issue.record("\(word): \(found)")
        continue
      }
      #expect(doubts.count == 3 && doubts[0].hasPrefix("can't tell: "))
    }
    // What was found for certain before the bound was reached is certain, and what was mended is not all.
    let (carried, looks) = finding(50, in: "of", most: 100)
    guard case .carries(let differences) = carried else {
      Issue.record("\(carried)")
      return
    }
    #expect(looks < 200 && (1..<50).contains(differences.count))
    guard case .unclear = finding(50, in: "to", most: 100).0 else {
      Issue.record("taken for mended")
      return
    }
  }

  @Test("copy whose every word is common ends, and is unclear at worst")
  func nothingRare() {
    func text(_ word: String) -> String {
      Array(repeating: "of the of the of \(word) of the of the.", count: 1000)
        .joined(separator: "\n")
    }
    let mending = TextMending(
      of: text("the"), by: text("a"), at: nil, quoted: QuotedMending(nil))
    let search = CopySearch()
    let found = mending.finding(in: text("the"), of: nil, search)
    #expect(search.looks <= CopySearch.most * 2)
    #expect(found != .mended && found != .clear, "\(found)")
  }
}
