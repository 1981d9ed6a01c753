import Stories
import Testing
import Wire

@Suite struct DamagedLinesTests {
  private static let lines = (1...3).map {
    #"{"id": "s\#($0)", "text": "The bridge of town \#($0) closed."}"#
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test(
    "a damaged first line is refused by its number and the lines below are taken",
    arguments: [
      "garbage first", "# comment", "<<<<<<< HEAD", "null", "\"x\"", "[1]", "id,text",
      "the rest of a line\"}",
    ])
  func first(line: String) {
    let (stories, refusals) = outcomes(([line] + Self.lines).joined(separator: "\n"))
    #expect(stories.map(\.story.id) == ["s1", "s2", "s3"])
    #expect(refusals.map(\.line) == [1])
    let (one, refused) = outcomes(line + "\n" + Self.lines[0] + "\n")
    #expect(one.map(\.story.id) == ["s1"] && refused.map(\.line) == [1])
  }

  @Test(
    "below a damaged first line each line is refused by itself, though all have the same mistake",
    arguments: [
      #"{"id": "s", "body": "The bridge closed."}"#, #"{"id": "s", "published": 17, "text": "t"}"#,
      #"{"title": "no text"}"#, #"{"id": "s", "text": "t", "score": NaN}"#, "{}",
    ])
  func sameMistake(line: String) {
    let lines = ["the rest of a line\"}"] + [String](repeating: line, count: 24) + [Self.lines[0]]
    let (stories, refusals) = outcomes(lines.joined(separator: "\n"))
    #expect(stories.map(\.story.id) == ["s1"])
    #expect(refusals.map(\.line) == Array(1...25))
    let (_, two) = outcomes("garbage\n" + #"{"id": 1, "body": "It closed."}"#)
    #expect(two.map(\.line) == [1, 2])
  }

  @Test("a line that is longer than what is looked at is not counted")
  func longLine() {
    let long = #"{"id": "long", "text": "\#(String(repeating: "closed ", count: 200_000))"}"#
    let (stories, refusals) = outcomes(["garbage", Self.lines[0], long].joined(separator: "\n"))
    #expect(stories.map(\.story.id) == ["s1", "long"] && refusals.map(\.line) == [1])
  }

  @Test(
    "prose that quotes JSON is prose",
    arguments: [
      #"On the board stood {"a":1}, which nobody had written."#,
      "He wrote on the board:\n\n{\"text\": \"no\"}\n\nThen he left.\n",
      "Two lines were found in the log.\n\n{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2, \"text\": \"b\"}\n\n"
        + "Nobody knew what they meant.\nThe police are looking into it.\n",
      "What it said\n{\"text\": \"no\"}\n",
    ])
  func prose(text: String) {
    let (stories, refusals) = outcomes(text)
    #expect(stories.map(\.story.text) == [text] && refusals.isEmpty)
  }

  @Test("JSON in UTF-16 with a byte order mark is read line by line", arguments: [true, false])
  func wide(bigEndian: Bool) {
    let (stories, refusals) = outcomes(
      utf16(Self.lines.joined(separator: "\r\n") + "\r\n", bigEndian: bigEndian))
    #expect(stories.map(\.story.id) == ["s1", "s2", "s3"] && refusals.isEmpty)
    let list = "[\n" + Self.lines.joined(separator: ",\n") + "\n]"
    #expect(outcomes(utf16(list, bigEndian: bigEndian)).stories.count == 3)
    let text = outcomes(utf16("Bridge: closed", bigEndian: bigEndian)).stories.first?.story
    #expect(text?.text == "Bridge: closed" && text?.facts?.charset == "UTF-16")
  }

  @Test(
    "lines of a list that was taken apart are refused one by one, and their embargoes told nobody")
  func commas() {
    let line = #"{"text": "It closed.", "embargoed": "2099-01-01T00:00:00Z"},"#
    let (stories, refusals) = outcomes("# comment\n" + String(repeating: line + "\n", count: 4))
    #expect(stories.isEmpty && refusals.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test(
    "a line that is no JSON is refused with its cause, a date of another kind with how to write it")
  func causes() {
    let (_, refusals) = outcomes(
      """
      {"text": "lone \\ud800"}
      {"text": "x", "score": NaN}
      {"text": "a raw \t tab"}
      {"text": "x", "published": 1700000000}
      {"text": "x", "outlet": 5}
      """)
    #expect(refusals.map(\.line) == [1, 2, 3, 4, 5])
    for (refusal, cause) in zip(refusals, ["surrogate", "character 23", "control character"]) {
      #expect(refusal.problem.hasPrefix("this is not one whole JSON object: "), "\(refusal)")
      #expect(refusal.problem.contains(cause), "\(refusal)")
    }
    #expect(refusals[3].remedy.contains("2026-03-02T08:15:00Z"))
    #expect(refusals[4].remedy == "give it as text in quotation marks")
  }
}
