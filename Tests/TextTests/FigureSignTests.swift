import Stories
import Testing

@testable import Text

@Suite("Signs of figures") struct FigureSignTests {
  private func signs(_ text: String) throws -> [FigureSign] {
    let tokeniser = try Tokeniser()
    return tokeniser.traits(of: tokeniser.tokens(of: text), in: text)
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
}
