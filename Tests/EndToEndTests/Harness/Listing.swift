import Glibc

/// Listing folders by the system's own calls: names there need not be text.
enum Listing {
  /// Paths of everything below a folder that is no folder, relative to it.
  static func names(below folder: String) -> [String] {
    var found: [String] = []
    visit(Array(folder.utf8CString), "") { name in
      found.append(name)
      return true
    }
    return found
  }

  /// Whether there is no file below a folder, in however many folders.
  static func isEmpty(below folder: String) -> Bool {
    var isEmpty = true
    visit(Array(folder.utf8CString), "") { _ in
      isEmpty = false
      return false
    }
    return isEmpty
  }

  /// Calls `each` with every file until it returns false.
  @discardableResult
  private static func visit(
    _ folder: [CChar], _ prefix: String, _ each: (String) -> Bool
  ) -> Bool {
    guard let stream = opendir(folder) else { return true }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
      }
      let text = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text == "." || text == ".." { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        let below = folder.dropLast() + [CChar(0x2F)] + name + [0]
        if !visit(Array(below), prefix + text + "/", each) { return false }
      } else if !each(prefix + text) {
        return false
      }
    }
    return true
  }
}
