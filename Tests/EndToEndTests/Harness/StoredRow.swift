/// A line of `copytaster group --json`, of files or of the store.
struct StoredRow: Decodable {
  let id: String
  let size: Int
  let outlet: String?
  let group: GroupName
  /// Ranges of the text's scalars that are boilerplate, in order.
  let boilerplate: [[Int]]?

  /// Files have groups named by a story's id, stores by number.
  struct GroupName: Decodable, Hashable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int64.self) {
        text = String(number)
      } else {
        text = try value.decode(String.self)
      }
    }
  }
}

/// A line of `copytaster events`.
struct EventRow: Decodable {
  let id: String
  let sequence: Int64
  let kind: String
  let storyID: String?
  let file: String?
  let problem: String?

  private enum CodingKeys: String, CodingKey {
    case id, sequence, kind, file, problem
    case storyID = "story_id"
  }
}

/// Stories put together by their groups, whatever these are called.
func partition(_ rows: some Sequence<(id: String, group: String)>) -> Set<Set<String>> {
  var groups: [String: Set<String>] = [:]
  for row in rows { groups[row.group, default: []].insert(row.id) }
  return Set(groups.values)
}
