extension StoryFields {
  /// Reads a line that is plain in every field that it has; nil for any other, be it a story or not.
  ///
  /// What this returns is what the checks and the decoder would have made of the line (`PlainLineTests`).
  init?(plain line: UnsafeRawBufferPointer) {
    guard let members = PlainLine.members(of: line) else { return nil }
    self.init()
    for member in members where !take(member, of: line) { return nil }
  }

  /// Takes over a value; whether it could.
  private mutating func take(_ member: PlainLine.Member, of line: UnsafeRawBufferPointer) -> Bool {
    let name = String(decoding: line[member.name], as: UTF8.self)
    let key = CodingKeys(rawValue: name)
    if StoryFields.namesEmbargo(line[member.name]) { return false }
    switch member.value {
    case .text(let range, let isEscaped):
      if key == nil, !isEscaped { return true }
      let bytes = UnsafeRawBufferPointer(rebasing: line[range])
      let text = isEscaped ? PlainText.text(bytes) : String(decoding: bytes, as: UTF8.self)
      guard let text else { return false }
      return key.map { set($0, text) } ?? true
    case .number(let digits):
      guard let key else { return true }
      guard key == .id, line[digits].allSatisfy(PlainLine.isDigit) else { return false }
      id = String(decoding: line[digits], as: UTF8.self)
      return true
    case .word(let word): return key == nil || word == .null
    case .list: return key == nil
    }
  }

  /// Whether a name begins as all names of an embargo do, under any of which a date is looked for.
  private static func namesEmbargo(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
    name.prefix(7).elementsEqual("embargo".utf8) { $0 | 0x20 == $1 }
  }

  /// Sets a field that is text; whether it is one.
  private mutating func set(_ key: CodingKeys, _ value: String) -> Bool {
    switch key {
    case .id: id = value.nonEmpty
    case .outlet: outlet = value.trimmed.nonEmpty
    case .published: published = value
    case .title: title = value
    case .url: url = value
    case .lang: lang = value
    case .text: text = value
    case .agency: agency = value.trimmed.nonEmpty
    case .credit: credit = value.trimmed.nonEmpty
    case .byline: byline = value.trimmed.nonEmpty
    case .dateline: dateline = value.trimmed.nonEmpty
    case .copyright: copyright = value.trimmed.nonEmpty
    case .slug: slug = value.trimmed.nonEmpty
    case .note: note = value.trimmed.nonEmpty
    case .status: status = value.trimmed.nonEmpty
    case .embargoed, .version, .urgency, .signals, .keys, .derivedFrom: return false
    }
    return true
  }
}
