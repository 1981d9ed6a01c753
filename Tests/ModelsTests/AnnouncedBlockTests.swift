import Testing

/// What a heading announces, by the shipped model.
@Suite struct AnnouncedBlockTests {
  private let news = """
    The harbour board approved a new ferry terminal on Tuesday after a debate that lasted four hours.
    Its chairman, Aled Prosser, said that work would begin in the spring and take two years.
    "We have waited for this for a decade," he told the meeting.
    """

  @Test("headlines that a heading announces are marked with it, though they look like news")
  func headlines() throws {
    let block = [
      "Read more:", "Ferry crews plan to strike over pay next week",
      "Mayor opens bridge over the estuary", "Why the old lighthouse may be sold",
    ]
    #expect(try ShippedModel.marked(news + "\n" + block.joined(separator: "\n")) == block)
    #expect(
      try ShippedModel.marked(news + "\n" + block[1]) == [], "without a heading nothing tells")
  }

  @Test("in another language too a heading tells what is under it")
  func otherLanguages() throws {
    let text = """
      La junta del puerto aprobó el martes una nueva terminal de ferris tras un debate de cuatro horas.
      Su presidente dijo que las obras comenzarán en la primavera y durarán dos años en total.
      """
    let block = ["Más sobre el tema:", "Los marineros convocan una huelga por sus salarios"]
    #expect(try ShippedModel.marked(text + "\n" + block.joined(separator: "\n")) == block)
  }

  @Test("a quoted post that calls upon its readers is news, and so is its signature")
  func posts() throws {
    let call = "Sign up for our newsletter and follow us for more updates: https://t.co/a1b2c3d4"
    #expect(
      try ShippedModel.marked(news + "\n" + call) == [call],
      "without a signature it is the outlet's own")
    for post in [
      call + "\n— Ines Calloway (@inescalloway) March 3, 2026",
      call + " — Ines Calloway (@inescalloway) March 3, 2026",
    ] {
      #expect(try ShippedModel.marked(news + "\n" + post) == [])
    }
  }

  @Test(
    "what is no headline ends what a heading announces: sentences, figures, datelines, quotations")
  func ends() throws {
    for line in [
      "The terminal will hold six hundred passengers and open in two years.",
      "Sales 95.0 million vs 98.3 million", "OTTAWA -- Harbour board names new chairman",
      "\"A fine day for the port\"",
    ] {
      let marks = try ShippedModel.marked(news + "\nRead more:\n" + line + "\n" + news)
      #expect(marks.isEmpty || marks == ["Read more:"], "\(line)")
    }
  }
}
