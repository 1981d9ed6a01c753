import Stories
import Testing
import Wire

@Suite("What holds stories and is not read") struct OtherKindTests {
  @Test(
    "a table of stories is refused with a way to make lines of it",
    arguments: [
      "id,text\r\n1,\"It closed, they said.\r\nIt did.\"\r\n2,\"It \"\"opened\"\".\"\r\n",
      "title\ttext\nBridge\tIt closed.\nHarbour\tIt opened.", "url;Body;date\na;b;c\nd;e;f\n",
      ",text\n0,It closed.\n1,\"" + String(repeating: "long ", count: 2_000) + "\"\n",
    ])
  func table(text: String) throws {
    let (stories, refusals) = outcomes(text)
    #expect(stories.isEmpty && refusals.count == 1)
    let refusal = try #require(refusals.first)
    #expect(refusal.problem.contains("a table (CSV) with stories") && refusal.kind == .broken)
    #expect(refusal.remedy.contains(#"text=row["Body"]"#) == text.contains("Body"))
    #expect(refusal.remedy.contains("encoding=\"utf-8-sig\", newline=\"\"), delimiter="))
    #expect(refusal.remedy.contains("skipinitialspace=True"))
  }

  @Test(
    "prose that begins like a table is prose",
    arguments: [
      "Text, body\n\nHe came, saw, won.\n\nThen he left.\n",
      "title, text\nOnly this.\nAnd, this, here.\n",
      "id,text\n",
    ])
  func noTable(text: String) { #expect(outcomes(text).stories.map(\.story.text) == [text]) }

  @Test("what is packed is named with what unpacks it")
  func packed() {
    let cases: [([UInt8], String, String)] = [
      ([0x1F, 0x8B, 8, 0], "gzip", "gzip -dc"),
      (Array("BZh9".utf8) + [0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0xFF], "bzip2", "bzip2 -dc"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "xz", "xz -dc"),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x24], "Zstandard", "zstd -dc"),
      (Array("PAR1".utf8) + [0x15, 0] + Array("PAR1".utf8), "Parquet", "read_parquet"),
    ]
    for (bytes, name, tool) in cases {
      let (stories, refusals) = outcomes(bytes)
      #expect(stories.isEmpty && refusals.first?.problem.contains(name) == true, "\(refusals)")
      #expect(refusals.first?.remedy.contains(tool) == true && refusals.first?.kind == .notAStory)
    }
    #expect(outcomes("BZh9 is how it begins.").stories.count == 1)
  }

  @Test("an object in a list that is no story is told by its place")
  func place() {
    let (stories, refusals) = outcomes(#"[{"id": "1", "text": "one"}, {"id": "2"}, "three"]"#)
    #expect(stories.count == 1)
    #expect(refusals.map { $0.problem.contains("item 2") } == [true, false])
    #expect(refusals.last?.problem.contains("item 3") == true)
  }
}
