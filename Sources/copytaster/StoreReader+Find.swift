import Store
import Stories

extension StoreReader {
  /// The story that a person means by its number, its id or `outlet/id`: of its takes the newest. Nil where there is
  /// none.
  ///
  /// - Parameter name: what was typed.
  /// - Returns: the story, and how many takes of it there are.
  /// - Throws: `InputError` where several outlets have a story of this id, `StoreError`.
  func newest(_ name: String) throws -> (story: StoredStory, takes: Int)? {
    let found = try find(name)
    guard let last = found.last else { return nil }
    guard Set(found.map { $0.story.outlet?.name }).count > 1 else { return (last, found.count) }
    let all = found.map { "\($0.number) (\($0.story.outlet?.name ?? "outlet not known"))" }
    throw InputError(
      path: name,
      problem:
        "stories of several outlets have this id: \(all.joined(separator: ", ")); name one by "
        + "its number")
  }

  /// Says that there is no such story, which is an answer.
  func hasNoStory(_ name: String) -> any Error {
    Terminal.complain("there is no story '\(name)' in \(path)")
    return Exit.answerIsNo
  }

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
