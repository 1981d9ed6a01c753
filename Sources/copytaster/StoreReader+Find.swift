import Store
import Stories

extension StoreReader {
  /// The stories that a person means by `#17`, by an id, or by `outlet/id`; all takes, oldest first.
  func find(_ name: String) throws -> [StoredStory] {
    if name.hasPrefix("#"), let number = Int64(name.dropFirst()) {
      return try story(StoryNumber(number)).map { [$0] } ?? []
    }
    let byID = try stories(id: name).sorted { $0.number < $1.number }
    if !byID.isEmpty { return byID }
    guard let slash = name.firstIndex(of: "/") else { return [] }
    let outlet = String(name[..<slash])
    return try stories(id: String(name[name.index(after: slash)...]))
      .filter { $0.story.outlet?.name == outlet }.sorted { $0.number < $1.number }
  }
}
