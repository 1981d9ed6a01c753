internal import GRDB
public import Stories

/// A story as it is listed: all but its text.
public struct ListedStory: Hashable, Sendable {
  /// Its number.
  public let number: StoryNumber
  /// Its id.
  public let id: String
  /// Who published it.
  public let outlet: Outlet?
  /// When.
  public let published: Instant?
  /// Its headline.
  public let title: String?
  /// Which take under its identity it is, from 1.
  public let version: Int
  /// The group it is in.
  public let group: GroupNumber
  /// Stories of that group that may be seen.
  public let size: Int
  /// Whether it was killed, held or corrected; nil for one that may be used.
  public let state: StoryState.Kind?
}

extension StoreReader {
  /// All stories that may be seen, in one look, whatever the daemon commits meanwhile: the group with the latest arrival
  /// first, and of each group in order of publication, those without a date last.
  ///
  /// Complexity: O(n log n) in the stories, a few hundred bytes each; texts are not read.
  public func listing() throws(StoreError) -> [ListedStory] {
    try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT number, id, outlet, published, title, version, "group", count(*) OVER same, state
          FROM visible LEFT JOIN wire_state ON story = number
          WINDOW same AS (PARTITION BY "group")
          ORDER BY max(number) OVER same DESC, published IS NULL, published, number
          """)
      var stories: [ListedStory] = []
      while let row = try rows.next() { stories.append(ListedStory(row)) }
      return stories
    }
  }
}

extension ListedStory {
  fileprivate init(_ row: Row) {
    let (outlet, published, state): (String?, Int64?, String?) = (row[2], row[3], row[8])
    self.init(
      number: StoryNumber(row[0]), id: row[1], outlet: outlet.map { Outlet($0) },
      published: published.map { Instant(milliseconds: $0) }, title: row[4], version: row[5],
      group: GroupNumber(row[6]), size: row[7],
      state: state.flatMap { StoryState.Kind(rawValue: $0) })
  }
}
