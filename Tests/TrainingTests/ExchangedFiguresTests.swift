import Testing

@testable import Training

@Suite("Figures that are exchanged")
struct ExchangedFiguresTests {
  @Test("two of three figures are others, and nothing else is")
  func exchanges() {
    let retold = ExchangedFigures(
      "A bus with 52 people rolled 40 metres; 3 helicopters, 12.5 hours, 7 hurt.", shift: 0)
    // The third and the sixth stay: 52 grows by two tenths, 40 by three, 12 by five, 5 by six.
    #expect(
      retold.text == "A bus with 62 people rolled 52 metres; 3 helicopters, 18.8 hours, 7 hurt.")
    #expect(retold.count == 4)
  }

  @Test("a figure too small to grow by tenths grows by one", arguments: [0, 1])
  func small(_ value: Int) {
    #expect(ExchangedFigures("\(value) hurt", shift: 0).text == "\(value + 1) hurt")
  }

  @Test("years stay")
  func years() {
    let retold = ExchangedFigures("In 1998 and 2024, 10 and 20", shift: 0)
    #expect(retold.text == "In 1998 and 2024, 10 and 30")
    #expect(retold.count == 1)
  }

  @Test("which stay depends on the shift alone")
  func shifts() {
    #expect(ExchangedFigures("10 20 30", shift: 1).text == "13 20 45")
    #expect(ExchangedFigures("10 20 30", shift: 2).text == "10 30 48")
  }

  @Test(
    "figures that no number holds, and such as are not ASCII, stay",
    arguments: ["99999999999999999999 hurt", "9223372036854775807 hurt", "٤٢ hurt", "", "nobody"])
  func others(_ text: String) {
    let retold = ExchangedFigures(text, shift: 0)
    #expect(retold.text == text)
    #expect(retold.count == 0)
  }
}
