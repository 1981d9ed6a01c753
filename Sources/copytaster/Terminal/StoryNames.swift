import Store
import Stories

/// What a person is told a pair of stories are called: their ids, and where that is one id their numbers too, since
/// takes of one story share it.
struct StoryNames {
  private var names: [Int64: String] = [:]

  /// - Parameters:
  ///   - numbers: the stories'.
  ///   - name: a story's id by its number.
  init(_ numbers: [Int64], name: (Int64) throws -> String) rethrows {
    for number in numbers { names[number] = try name(number) }
    if Set(names.values).count < names.count {
      for (number, name) in names { names[number] = "\(name) (#\(number))" }
    }
  }

  /// Of a story that is none of these its number.
  subscript(number: Int64) -> String { names[number] ?? "#\(number)" }
}

extension StoreReader {
  /// A story's id, fit for a terminal; its number once it is gone from the store.
  func name(_ number: Int64) throws -> String {
    try story(StoryNumber(number))?.story.id.printable ?? "#\(number)"
  }
}
