internal import CXML
internal import Stories

/// Reads an XML document element by element, so that a large file never stands in memory as a tree.
final class XMLStream {
  private let stream: OpaquePointer

  /// Opens a document that `XMLGate` has let through.
  init(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
    let start = bytes.assumingMemoryBound(to: UInt8.self).baseAddress
    guard let stream = cxml_stream_open(start, bytes.count) else {
      throw Refusal(
        problem: "there is no memory to read it", remedy: "send it again when there is")
    }
    self.stream = stream
  }

  deinit { cxml_stream_close(stream) }

  /// Goes to the next start of an element, on request past all that is in the current one. Returns its local
  /// name, nil at the end.
  func next(skipping: Bool = false) throws(Refusal) -> String? {
    switch cxml_stream_next(stream, skipping ? 1 : 0) {
    case 1: return cxml_stream_name(stream).map { String(cString: $0) } ?? ""
    case 0: return nil
    default: throw Refusal(cxml_stream_error(stream).pointee)
    }
  }

  /// The current element with all that is in it; valid until the next move.
  func element() throws(Refusal) -> XMLNode {
    guard let node = XMLNode(cxml_stream_element(stream)) else {
      throw Refusal(cxml_stream_error(stream).pointee)
    }
    return node
  }

  /// The current element with its attributes alone; valid until the next move.
  var current: XMLNode? { XMLNode(cxml_stream_current(stream)) }

  /// The line on which the current element begins.
  var line: Int { Int(cxml_stream_line(stream)) }
}

extension Refusal {
  /// What libxml2 found wrong, with the place.
  init(_ error: cxml_error) {
    var error = error
    let size = MemoryLayout.size(ofValue: error.message)
    let message = withUnsafePointer(to: &error.message) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: size) { String(cString: $0) }
    }
    self.init(
      line: error.line > 0 ? Int(error.line) : nil,
      column: error.column > 0 ? Int(error.column) : nil,
      problem: "this is not well-formed XML: \(message.oneLine.prefix(120))",
      remedy: "check that the file was written completely, and mend it at its source")
  }
}
