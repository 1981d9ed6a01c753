internal import CXML

/// A node of a tree that libxml2 holds. Valid only while what it was taken from stays where it is.
struct XMLNode {
  private let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// Whether it is an element.
  var isElement: Bool { cxml_node_kind(pointer) == 1 }

  /// An element's local name, empty for anything else.
  var name: String {
    guard isElement, let name = cxml_node_name(pointer) else { return "" }
    return String(cString: name)
  }

  /// The address of an element's namespace, nil where it has none.
  var namespace: String? { cxml_node_namespace(pointer).map { String(cString: $0) } }

  /// What a text node says, nil for anything else.
  var text: String? {
    guard cxml_node_kind(pointer) == 2, let text = cxml_node_text(pointer) else { return nil }
    return String(cString: text)
  }

  /// All nodes directly in it.
  var children: some Sequence<XMLNode> {
    sequence(first: XMLNode(cxml_node_first_child(pointer))) { node in
      node.map { XMLNode(cxml_node_next($0.pointer)) }
    }.prefix { $0 != nil }.lazy.compactMap { $0 }
  }

  /// The elements directly in it.
  var elements: some Sequence<XMLNode> { children.filter(\.isElement) }

  /// An attribute's value by local name, trimmed; nil if it is not there or says nothing.
  func attribute(_ name: String) -> String? {
    guard let value = cxml_node_attribute(pointer, name) else { return nil }
    return String(cString: value).trimmed.nonEmpty
  }

  /// The first element of a name directly in it.
  func first(_ name: String) -> XMLNode? { elements.first { $0.name == name } }

  /// The elements of a name directly in it.
  func all(_ name: String) -> [XMLNode] { elements.filter { $0.name == name } }

  /// The first element along a path of names.
  func at(_ path: String...) -> XMLNode? {
    var node: XMLNode? = self
    for name in path { node = node?.first(name) }
    return node
  }

  /// The first element of one of these names anywhere in it, in document order.
  func find(_ names: String...) -> XMLNode? { find(Set(names)) }

  private func find(_ names: Set<String>) -> XMLNode? {
    for element in elements {
      if names.contains(element.name) { return element }
      if let found = element.find(names) { return found }
    }
    return nil
  }

  /// The elements of a name anywhere in it, in document order; none inside one that was found.
  func findAll(_ name: String) -> [XMLNode] {
    elements.flatMap { $0.name == name ? [$0] : $0.findAll(name) }
  }

  /// All text in it as one line, nil if there is none.
  var line: String? {
    var text = ""
    appendText(to: &text)
    return text.oneLine.nonEmpty
  }

  /// All text in it as it stands, without readings.
  var rawText: String {
    var text = ""
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout String) {
    if let own = self.text { text += own }
    for child in children {
      let name = child.name
      if XMLNode.readings.contains(name) { continue }
      if !name.isEmpty, XMLNode.isApart(name, behind: text) { text += " " }
      child.appendText(to: &text)
    }
  }

  /// Elements that say how the characters beside them are spoken, and the brackets around it: no words of the text.
  static let readings: Set<String> = ["rt", "rp", "rtc"]

  /// Whether white space belongs between some text and an element of a name.
  private static func isApart(_ name: String, behind text: String) -> Bool {
    if XMLNode.blocks.contains(name) { return true }
    guard XMLNode.fields.contains(name), let last = text.unicodeScalars.last else { return false }
    return last.properties.isAlphabetic || last.properties.numericType != nil || last == "."
  }

  /// Elements on lines of their own.
  private static let blocks: Set<String> = ["br", "p", "li", "hl1", "hl2"]

  /// Elements of NITF that are a word or more; none begins within a word.
  private static let fields: Set<String> = [
    "byttl", "city", "country", "location", "org", "person", "region", "state", "story.date",
    "sublocation", "virtloc",
  ]
}
