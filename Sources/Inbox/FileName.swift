internal import SystemPackage

/// The last part of a path, taken as bytes: names need not be text, and two that differ in one bad byte must
/// not become one.
struct FileName {
  /// Longest name, in bytes, that leaves room for a number, `.reason` and a temporary name within the
  /// kernel's 255.
  static let longest = 230

  private let folder: FilePath
  private let name: [CChar]

  init(_ path: FilePath) {
    folder = path.removingLastComponent()
    name =
      path.lastComponent.map { component in
        component.withPlatformString { pointer in
          var bytes: [CChar] = []
          while pointer[bytes.count] != 0 { bytes.append(pointer[bytes.count]) }
          return bytes
        }
      } ?? []
  }

  /// The path with something added to the name.
  func adding(_ ending: String) -> FilePath {
    path(name + ending.utf8.map { CChar(bitPattern: $0) })
  }

  /// The path with `~number` before the ending, cut where it is too long; the path itself for number 1.
  func numbered(_ number: Int) -> FilePath {
    if number == 1, name.count <= FileName.longest { return path(name) }
    let dot = name.lastIndex(of: CChar(bitPattern: UInt8(ascii: "."))) ?? name.count
    let ending = name[(dot == 0 ? name.count : dot)...].prefix(20)
    let stem = name[..<(dot == 0 ? name.count : dot)].prefix(FileName.longest - 30)
    return path(stem + "~\(number)".utf8.map { CChar(bitPattern: $0) } + ending)
  }

  /// A hidden name beside it for writing before renaming.
  var temporary: FilePath {
    let dot = CChar(bitPattern: UInt8(ascii: "."))
    return path([dot] + name.prefix(FileName.longest) + ".part".utf8.map { CChar(bitPattern: $0) })
  }

  private func path(_ name: [CChar]) -> FilePath {
    (name + [0]).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress,
        let component = FilePath(platformString: start).lastComponent
      else { return folder }
      return folder.appending(component)
    }
  }
}
