internal import Foundation
internal import Stories

/// A JSON object that has been read strictly: valid UTF-8, no name twice, bounded depth.
struct JSONObject {
  private let fields: [String: Any]
  /// How each name was written.
  private let written: [String: String]
  /// What else is said under a name that was written in several ways.
  private let others: [String: [Any]]

  /// Reads bytes that hold one JSON value, and begin on some line of a file. Throws a refusal with the place.
  static func value(
    _ bytes: UnsafeRawBufferPointer, line: Int = 1, depth: Int
  ) throws(Refusal) -> JSONValue {
    try JSONCheck(bytes, line: line, depth: depth).check()
    do {
      let value = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
      return JSONValue(value)
    } catch {
      throw Refusal(
        line: line, problem: "this is not JSON: \(describe(error))",
        remedy: "check that the file was written completely, and mend it at its source")
    }
  }

  /// What keeps bytes from being JSON, with the place as the parser tells it; nil if nothing does.
  static func fault(in bytes: UnsafeRawBufferPointer) -> String? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
      return nil
    } catch {
      return describe(error)
    }
  }

  private static func describe(_ error: any Error) -> String {
    let detail = (error as NSError).userInfo["NSDebugDescription"] as? String
    let words = (detail ?? "it can't be parsed").oneLine
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  /// Takes over a dictionary; names are compared in lower case and without `_` and `-`, which is how the
  /// versions of ninjs differ. Of names that are one by this, the first that isn't empty counts, by their bytes: the
  /// order of a dictionary is another in every run.
  init(_ dictionary: [String: Any]) {
    var (fields, written, others): ([String: Any], [String: String], [String: [Any]]) = (
      [:], [:], [:]
    )
    let sorted = dictionary.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (name, value) in sorted where !(value is NSNull) {
      let folded = JSONObject.folded(name)
      if let known = fields[folded], (known as? String)?.isEmpty != true {
        others[folded, default: []].append(value)
      } else {
        (fields[folded], written[folded]) = (value, name)
      }
    }
    (self.fields, self.written, self.others) = (fields, written, others)
  }

  static func folded(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  /// How many fields there are.
  var count: Int { fields.count }

  /// The names, folded.
  var names: some Sequence<String> { fields.keys }

  /// A name as it was written, given as `names` has it.
  func written(_ name: String) -> String { written[name] ?? name }

  subscript(name: String) -> JSONValue? { fields[name].map { JSONValue($0) } }

  /// All that is said under a name, however it was written.
  func values(_ name: String) -> [JSONValue] {
    (fields[name].map { [$0] } ?? []).map { JSONValue($0) }
      + (others[name] ?? []).map { JSONValue($0) }
  }

  /// A field's text; numbers are given as they print, empty text is none.
  func text(_ names: String...) -> String? {
    for name in names { if let text = self[name]?.text?.trimmed.nonEmpty { return text } }
    return nil
  }

  /// A field's list of objects; one object counts as a list of one.
  func objects(_ name: String) -> [JSONObject] { self[name]?.objects ?? [] }
}

/// Some JSON.
struct JSONValue {
  private let value: Any

  init(_ value: Any) { self.value = value }

  /// Text, or a number as it prints.
  var text: String? {
    if let text = value as? String { return text }
    guard let number = value as? NSNumber else { return nil }
    return number.stringValue
  }

  /// Text, nil for anything else.
  var string: String? { value as? String }

  /// The object, nil for anything else.
  var object: JSONObject? { (value as? [String: Any]).map { JSONObject($0) } }

  /// The values of a list, nil for anything else.
  var list: [JSONValue]? { (value as? [Any])?.map { JSONValue($0) } }

  /// The objects of a list, or the one object.
  var objects: [JSONObject] { list?.compactMap(\.object) ?? object.map { [$0] } ?? [] }

  /// The texts of a list, or the one text.
  var texts: [String] { list?.compactMap(\.text) ?? text.map { [$0] } ?? [] }
}
