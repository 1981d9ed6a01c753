public import Stories
internal import Yams

extension OutletMap {
  private static let lists: [(key: String, place: Place)] = [
    ("folders", .folder), ("providers", .provider), ("hosts", .host), ("credits", .credit),
  ]

  /// Reads a map from YAML: `outlets:` with an entry for each outlet, and its lists below it.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - path: the file's name, for messages.
  /// - Throws: all mistakes at once.
  public init(yaml: String, path: String) throws(SettingsErrors) {
    self.init()
    let list = MistakeList()
    do {
      if let node = try Yams.compose(yaml: yaml), node.null == nil { read(node, list) }
    } catch {
      list.add(nil, "", "is not YAML: \(error)")
    }
    if !list.mistakes.isEmpty { throw SettingsErrors(path: path, mistakes: list.mistakes) }
  }

  private mutating func read(_ document: Node, _ list: MistakeList) {
    guard let sections = document.mapping else {
      return list.add(document.mark?.line, "", "must have one section, 'outlets:'")
    }
    for (key, value) in sections {
      guard key.string == "outlets", let outlets = value.mapping else {
        list.add(
          key.mark?.line, key.string ?? "?", "there is only 'outlets:', with outlets below it")
        continue
      }
      for (name, lists) in outlets { read(name, lists, list) }
    }
  }

  private mutating func read(_ name: Node, _ lists: Node, _ list: MistakeList) {
    guard let outlet = name.string, !outlet.isEmpty, let lists = lists.mapping else {
      return list.add(
        name.mark?.line, name.string ?? "?",
        "must have lists of names below it: folders, providers, hosts, credits")
    }
    for (key, names) in lists {
      let known = Self.lists.first { $0.key == key.string }
      guard let place = known?.place, let names = names.sequence else {
        list.add(
          key.mark?.line, "\(outlet).\(key.string ?? "?")",
          "must be one of folders, providers, hosts, credits, and a list")
        continue
      }
      for entry in names {
        guard let text = entry.string, !text.isEmpty else {
          list.add(entry.mark?.line, "\(outlet).\(key.string ?? "?")", "must be text")
          continue
        }
        if let other = add(text, in: place, for: outlet) {
          list.add(
            entry.mark?.line, "\(outlet).\(key.string ?? "?")",
            "'\(text)' stands for \(other) already")
        }
      }
    }
  }
}
