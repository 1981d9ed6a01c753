import Stories
import Testing
import Wire

@Suite("Stories in a list of JSON") struct ListedStoryTests {
  @Test(
    "a date that can't be read is refused as in a line, and the others are taken",
    arguments: [
      ("published", "1772323200000", "which is not a date"),
      ("published", #""May 2, 2026""#, "'May 2, 2026', which is not a date"),
      ("publish_date", #""yesterday""#, "'yesterday', which is not a date"),
      ("date", #""yesterday""#, "'yesterday', which is not a date"),
      ("published", "[2026]", "is of the wrong kind"), ("date", "{}", "is of the wrong kind"),
      ("published", #"" ""#, "which is not a date"),
    ])
  func date(field: String, value: String, problem: String) {
    let object = #"{"id": "a", "\#(field)": \#(value), "text": "It closed."}"#
    for file in [#"[{"id": "b", "text": "It opened."}, \#(object)]"#, "{\n" + object.dropFirst()] {
      let (stories, refusals) = outcomes(file)
      #expect(stories.map(\.story.id) == (file.first == "[" ? ["b"] : []))
      #expect(refusals.map(\.kind) == [.broken])
      #expect(refusals.allSatisfy { $0.problem.contains(problem) }, "\(refusals)")
      #expect(refusals.allSatisfy { $0.remedy.contains("2026-03-02T08:15:00Z") })
    }
  }

  @Test(
    "a date in the forms of wires is read, and none is no mistake",
    arguments: [
      (#""2026-03-02T08:15:00Z""#, true), (#""Mon, 02 Mar 2026 08:15:00 GMT""#, true),
      (#""""#, false), ("null", false),
    ])
  func readable(value: String, isDate: Bool) {
    let (stories, refusals) = outcomes(#"[{"published": \#(value), "text": "It closed."}]"#)
    #expect(refusals.isEmpty)
    #expect(stories.map(\.story.published) == [isDate ? Instant("2026-03-02T08:15:00Z") : nil])
  }
}
