import Testing

@testable import Pipeline

@Suite("Events that can't be written") struct UnwritableEventTests {
  @Test("an event that JSON can't say is an error that names it, and never one without fields")
  func refused() throws {
    var fields = EventFields()
    (fields.story, fields.file, fields.resemblance) = (17, "a.txt", .nan)
    let error = #expect(throws: EventError.self) {
      try EventJSON.text(of: fields, kind: "group.joined")
    }
    let text = try #require(error?.description)
    #expect(text.contains("group.joined of story #17, brought by a.txt,"), "\(text)")
    fields.resemblance = 0.5
    #expect(try EventJSON.text(of: fields, kind: "group.joined").contains(#""resemblance":0.5"#))
  }
}
