import Testing

extension EndToEnd {
  @Suite("Samples")
  struct SampleTests {
    @Test("the sample stories fall into the groups that are written down for them")
    func expected() async throws {
      let workspace = try Workspace()
      let rows = try await workspace.rows(StoredRow.self, "group", Samples.inbox, "--json")
      let found = partition(rows.map { (id: $0.id, group: $0.group.text) })
      let expected = try Samples.expectedGroups()
      #expect(found.subtracting(expected) == [])
      #expect(expected.subtracting(found) == [])
    }

    @Test("batch and daemon put the sample stories into the same groups")
    func sameGroups() async throws {
      let workspace = try await Samples.stored()
      let stored = try await workspace.rows(StoredRow.self, "group", "--json")
      let batch = try await workspace.rows(StoredRow.self, "group", Samples.inbox, "--json")
      #expect(
        partition(stored.map { (id: $0.id, group: $0.group.text) })
          == partition(batch.map { (id: $0.id, group: $0.group.text) }))
      #expect(
        stored.map { "\($0.id) \($0.outlet ?? "") \($0.size)" }.sorted()
          == batch.map { "\($0.id) \($0.outlet ?? "") \($0.size)" }.sorted())
    }

    @Test("the comment policy is marked in all four sample stories that carry it")
    func policy() async throws {
      let workspace = try Workspace()
      let rows = try await workspace.rows(StoredRow.self, "group", Samples.inbox, "--json")
      let lengths = ["echo-001", "echo-005", "echo-022", "echo-061"].map { id in
        rows.first { $0.id == id }?.boilerplate?.reduce(0) { $0 + $1[1] - $1[0] } ?? 0
      }
      #expect(lengths.allSatisfy { $0 > 1400 })
    }

    @Test("stories above one policy are not all one group where no outlet is known")
    func noOutlet() async throws {
      let workspace = try Workspace()
      let rows = try await workspace.rows(
        StoredRow.self, "group", "\(Samples.inbox)/saltmere-echo", "--json")
      let above = rows.filter { ["echo-001", "echo-005", "echo-022", "echo-061"].contains($0.id) }
      #expect(above.count == 4 && above.allSatisfy { $0.outlet == nil })
      #expect(Set(above.map(\.group)).count >= 3)
    }
  }
}
