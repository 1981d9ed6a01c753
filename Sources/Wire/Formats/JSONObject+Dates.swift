internal import Stories

extension JSONObject {
  /// When a story was published, under any of the names that this has; nil where there is none, or only empty text.
  ///
  /// - Throws: a refusal for what is no date, as for a line of JSON Lines: without it the story would be grouped with
  ///   others than it belongs to, and nobody would hear of it.
  func published() throws(Refusal) -> Instant? {
    for name in ["published", "publishdate", "date"] {
      guard let value = self[name] else { continue }
      guard let text = value.text else { throw StoryFields.wrongKind(name) }
      if text.isEmpty { continue }
      guard let instant = WireDate.instant(text) else { throw StoryFields.noDate(text, in: name) }
      return instant
    }
    return nil
  }

  /// The names that an embargo has in use, folded and as a reason writes them.
  private static let embargoNames = [
    ("embargoed", "embargoed"), ("embargo", "embargo"), ("embargountil", "embargo_until"),
    ("embargoeduntil", "embargoed_until"),
  ]
  /// What says that there is no embargo, false among them, which prints as 0.
  static let noEmbargo: Set<String> = ["0", "false", "none", "no", "n/a", "null"]
  /// What says that there is one, and leaves its end to another field.
  private static let someEmbargo: Set<String> = ["1", "true", "yes"]

  /// The end of the object's embargo under any of its names, the latest of several; nil if there is none.
  ///
  /// - Throws: a refusal with the field's name for one that is no date: it must not leave too early.
  func embargo(line: Int?) throws(Refusal) -> Instant? {
    var found: [(name: String, text: String)] = []
    for (folded, name) in JSONObject.embargoNames {
      for value in values(folded) {
        let text = value.text ?? (value.list == nil ? "an object" : "a list")
        if !JSONObject.noEmbargo.contains(text.trimmed.lowercased()) { found.append((name, text)) }
      }
    }
    let ends = found.filter { !JSONObject.someEmbargo.contains($0.text.trimmed.lowercased()) }
    var latest: Instant?
    for (name, text) in ends.isEmpty ? found : ends {
      let end = try WireDate.embargo("\"\(name)\"", text, line: line)
      latest = max(latest ?? end, end)
    }
    return latest
  }
}
