import Pipeline
import Store
import Stories
import Testing

@Suite("Versions and their group") struct IdentityGroupTests {
  @Test("a version that shares nothing with the many copies of the earlier one stays with it")
  func rewritten() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.drop(line("npa-1", "NPA", Copy.one, more: #""version": 1"#))
    for outlet in ["harrow", "fennick", "calder", "saltmere", "meridian"] {
      try desk.drop(line("\(outlet)-1", outlet, Copy.one))
    }
    ingest.settle()
    try desk.drop(line("npa-1", "NPA", LiveElsewhereTests.rewritten, more: #""version": 2"#))
    try desk.take(
      line("x", "other", "Boats sell well.", more: #""derived_from": ["npa-1"]"#), by: ingest)
    let groups = try desk.bench.groups()
    #expect(groups.count == 1, "\(groups)")
  }

  @Test("what is derived from what is derived is in the group of them all")
  func chain() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try desk.drop(line("npa-1", "NPA", Copy.one))
    try desk.drop(line("h-1", "harrow", Copy.one))
    try desk.drop(
      line("f-1", "fennick", LiveElsewhereTests.rewritten, more: #""derived_from": ["npa-1"]"#))
    try desk.take(
      line("c-1", "calder", "Boats sell well in Fennick.", more: #""derived_from": ["f-1"]"#),
      by: ingest)
    let groups = try desk.bench.groups()
    #expect(groups.count == 1, "\(groups)")
  }
}
