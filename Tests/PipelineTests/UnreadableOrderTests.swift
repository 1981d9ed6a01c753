import GRDB
import Pipeline
import Store
import Testing

@Suite("Orders that are not understood") struct UnreadableOrderTests {
  @Test("a daemon does not start over an order that it does not understand, and says what to do")
  func order() throws {
    var desk = WireOrderTests.Desk()
    try desk.drop(line("npa-1", "NPA", "", more: #""status": "killed""#))
    try desk.start().settle()
    let path = desk.bench.storePath
    try DatabaseQueue(path: path).write {
      try $0.execute(
        sql: "UPDATE wire_order SET body = replace(body, '\"kill\"', '\"recall\"')")
    }
    let error = #expect(throws: StoreError.self) { try desk.start() }
    guard case .unreadable(path, .order(1), _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
