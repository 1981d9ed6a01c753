import Pipeline
import Store
import SystemPackage
import Testing

@Suite("Room on the disk at the start") struct RoomTests {
  private struct Quiet: ServiceNotices {
    func ready() {}
    func status(_ text: String) {}
    func alive() {}
    func stopping() {}
  }

  private let room = Room(
    IngestLog.silent, Quiet())

  @Test("what finds no room is tried again, after longer and longer pauses")
  func again() async throws {
    var pauses: [Duration] = []
    let attempts = try await room.waiting {
      pauses.append($0)
      return true
    } _: {
      if pauses.count < 3 { throw StoreError.full("s.sqlite") }
      return pauses.count
    }
    #expect(attempts == 3)
    #expect(pauses == pauses.sorted() && Set(pauses).count == 3 && pauses[0] > .zero)
  }

  @Test("a stop ends the wait, and whatever else is wrong is nothing to wait for")
  func ends() async throws {
    let nothing: Int? = try await room.waiting {
      _ in
      false
    } _: {
      throw StoreError.full("s.sqlite")
    }
    #expect(nothing == nil)
    await #expect(throws: StoreError.newer("s.sqlite")) {
      try await room.waiting {
        _ in
        true
      } _: {
        throw StoreError.newer("s.sqlite")
      }
    }
  }
}
