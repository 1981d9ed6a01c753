import Foundation
import Inbox
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Options that are refused") struct RefusedOptionsTests {
  /// Does something while the store is not where it was.
  private func withoutStore(_ bench: Bench, _ body: () -> Void) throws {
    let aside = bench.storePath + ".aside"
    try FileManager.default.moveItem(atPath: bench.storePath, toPath: aside)
    body()
    try FileManager.default.moveItem(atPath: aside, toPath: bench.storePath)
  }

  @Test("none of them is in force where the store could not take them")
  func wholly() throws {
    let bench = Bench()
    let ingest = try bench.ingest()
    var options = bench.options
    options.disposal = .delete
    options.settle = .seconds(3600)
    options.limits.fileBytes = 1
    try withoutStore(bench) {
      #expect(throws: StoreError.removed(bench.storePath)) { try ingest.adopt(options) }
    }
    try bench.drop(Story(id: "a", text: "Some text of a story."))
    ingest.settle()
    #expect(try bench.groups() == [["a"]])
    #expect(bench.folder.names(in: "done").contains { $0.hasSuffix("a.txt") })
    try ingest.adopt(options)
    try bench.drop(Story(id: "b", text: "Some text of another story."))
    #expect(ingest.step() == .settling, "taken over they count")
  }
}
