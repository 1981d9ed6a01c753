import Store
import Stories

/// What a person is told stories are called: their ids, and where several have one id their numbers too, since takes of
/// one story share it.
struct StoryNames {
  private var names: [Int64: String] = [:]

  /// - Parameters:
  ///   - numbers: the stories'.
  ///   - name: a story's id by its number.
  init(_ numbers: [Int64], name: (Int64) throws -> String) rethrows {
    for number in numbers { names[number] = try name(number) }
    let shared = Dictionary(grouping: names.values) { $0 }.filter { $0.value.count > 1 }
    for (number, name) in names where shared[name] != nil {
      names[number] = "\(name) (#\(number))"
    }
  }

  /// The names of some stories of a store.
  init(_ stories: [StoredStory]) {
    let ids = Dictionary(stories.map { ($0.number.value, $0.story.id.printable) }) { first, _ in
      first
    }
    self.init(stories.map(\.number.value)) { ids[$0] ?? "#\($0)" }
  }

  /// Of a story that is none of these its number.
  subscript(number: Int64) -> String { names[number] ?? "#\(number)" }
}

extension StoreReader {
  /// A story's id, fit for a terminal; its number once it is gone from the store.
  func name(_ number: Int64) throws -> String {
    try story(StoryNumber(number))?.story.id.printable ?? "#\(number)"
  }

  /// A story's id, with its number where the store has several of that id: of takes, which is meant matters.
  func fullName(_ stored: StoredStory) throws -> String {
    let takes = try stories(id: stored.story.id).count
    let name = stored.story.id.printable
    return takes > 1 ? "\(name) (#\(stored.number.value))" : name
  }
}
