internal import Yams

/// Collects the mistakes while sections are read.
final class MistakeList {
  var mistakes: [SettingsErrors.Mistake] = []

  func add(_ line: Int?, _ key: String, _ problem: String) {
    mistakes.append(.init(line: line, key: key, problem: problem))
  }
}

/// Reads the keys of one section and notes what is wrong with them, going on with the standard value.
struct SectionReader {
  private let name: String
  private let mapping: Node.Mapping
  private let list: MistakeList
  private var known: Set<String> = []

  /// Makes a reader of a section of a document; a missing section is an empty one.
  init(_ name: String, in document: Node.Mapping, _ list: MistakeList) {
    self.name = name
    self.list = list
    let node = document[name]
    if let node, node.mapping == nil, node.null == nil {
      list.add(node.mark?.line, name, "must be a section with keys below it")
    }
    mapping = node?.mapping ?? Node.Mapping([])
  }

  mutating func text(_ key: String, _ value: inout String) {
    guard let node = node(key) else { return }
    guard let text = node.string, !text.isEmpty else { return wrong(key, node, "must be text") }
    value = text
  }

  mutating func optionalText(_ key: String, _ value: inout String?) {
    guard let node = node(key) else { return }
    if node.null != nil {
      value = nil
    } else if let text = node.string, !text.isEmpty {
      value = text
    } else {
      wrong(key, node, "must be text, or null for none")
    }
  }

  mutating func number(_ key: String, _ value: inout Double, in range: ClosedRange<Double>) {
    guard let node = node(key) else { return }
    guard let number = node.float ?? node.int.map(Double.init), range.contains(number) else {
      return wrong(
        key, node, "must be a number from \(brief(range.lowerBound)) to \(brief(range.upperBound))")
    }
    value = number
  }

  mutating func count(_ key: String, _ value: inout Int, in range: ClosedRange<Int>) {
    guard let node = node(key) else { return }
    guard let number = node.int, range.contains(number) else {
      return wrong(
        key, node, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    value = number
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ value: inout Choice
  ) {
    guard let node = node(key) else { return }
    guard let choice = node.string.flatMap(Choice.init(rawValue:)) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      return wrong(key, node, "must be one of \(all)")
    }
    value = choice
  }

  /// Notes the keys that nobody asked for: a misspelt key must not be passed over.
  func finish() {
    for (key, _) in mapping {
      let text = key.string ?? "?"
      if !known.contains(text) {
        let all = known.sorted().joined(separator: ", ")
        list.add(key.mark?.line, "\(name).\(text)", "no such key; this section knows \(all)")
      }
    }
  }

  private mutating func node(_ key: String) -> Node? {
    known.insert(key)
    return mapping[key]
  }

  private func wrong(_ key: String, _ node: Node, _ problem: String) {
    list.add(
      node.mark?.line, "\(name).\(key)", "\(problem), not '\(node.string ?? "a list or section")'")
  }

  private func brief(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
