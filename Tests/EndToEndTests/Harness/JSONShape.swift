import Foundation

/// JSON as tests look at its shape.
enum JSONShape {
  /// An object's fields, empty if this is no object.
  static func object(_ line: String) -> [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
  }

  /// The names of an object's fields, sorted.
  static func keys(_ line: String) -> [String] { object(line).keys.sorted() }

  /// The names of all fields of a value, those of values in it too.
  static func allKeys(_ value: Any) -> [String] {
    switch value {
    case let object as [String: Any]: object.keys + object.values.flatMap(allKeys)
    case let list as [Any]: list.flatMap(allKeys)
    default: []
    }
  }
}
