import Stories
import TestSupport
import Testing

@testable import Text

@Suite("Signs of figures") struct FigureSignTests {
  private func signs(_ text: String) throws -> [FigureSign] {
    let tokeniser = try Tokeniser()
    return tokeniser.surroundings(of: tokeniser.tokens(of: text), in: text).traits
      .filter { $0.contains(.figure) }.map(\.sign)
  }

  @Test(
    "percent is read before a figure as behind it",
    arguments: [
      "Satışlar 4,6% arttı", "Satışlar %4,6 arttı", "Satışlar (%4,6) arttı", "زادت ٤٫٦٪ أمس",
      "زادت ٪٤٫٦ أمس",
      "%4,6", "\u{A0}%4,6",
    ])
  func percent(text: String) throws { #expect(try signs(text) == [.percent]) }

  @Test("a minus goes with percent on either side")
  func negative() throws {
    for text in ["fell -4.6% then", "kayıp %-4,6 oldu", "kayıp -%4,6 oldu"] {
      #expect(try signs(text) == [.negativeAmount])
    }
  }

  @Test("a percent sign belongs to one figure only")
  func shared() throws {
    #expect(try signs("from %5 %10 on") == [.percent, .percent])
    #expect(try signs("sayısı 5 %10 arttı") == [.none, .percent])
    #expect(try signs("قبل ٥ ٪١٠ أمس") == [.none, .percent])
    #expect(try signs("at 10%20 then") == [.percent, .none])
  }

  @Test("that nothing stands beside a figure is told by one look at either side as by all of them")
  func alone() {
    var random = SeededGenerator(seed: 10)
    let pieces = [
      "$", "%", "-", " ", "\u{A0}", "\u{202F}", "a", ",", "(", "€", "£", "¥", "٪", "％", "−", "7",
    ]
    for _ in 0..<20_000 {
      func some() -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      let before = some()
      let text = Array((before + "42" + some()).utf8)
      text.withUnsafeBufferPointer { bytes in
        let figure = before.utf8.count..<before.utf8.count + 2
        #expect(FigureSigns(bytes).sign(of: figure) == FigureSigns(bytes).signByAll(of: figure))
      }
    }
  }
}
