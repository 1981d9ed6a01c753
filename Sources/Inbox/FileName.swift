internal import SystemPackage

/// The last part of a path, taken as bytes: names need not be text, and two that differ in one bad byte must
/// not become one.
struct FileName {
  /// Longest name, in bytes, that leaves room for a number, `.reason` and a temporary name within the
  /// kernel's 255.
  static let longest = 230

  private let whole: FilePath
  /// Everything before the name, the last separator included.
  private let folder: ArraySlice<CChar>
  private let name: ArraySlice<CChar>

  /// Takes a path apart, by its bytes and not part by part, since every file that is moved comes this way.
  init(_ path: FilePath) {
    let bytes = path.withPlatformString { pointer in
      var bytes: [CChar] = []
      while pointer[bytes.count] != 0 { bytes.append(pointer[bytes.count]) }
      return bytes
    }
    let start = bytes.lastIndex(of: FileName.separator).map { $0 + 1 } ?? 0
    (whole, folder, name) = (path, bytes[..<start], bytes[start...])
  }

  /// The path with something added to the name.
  func adding(_ ending: String) -> FilePath {
    path(name + ending.utf8.map { CChar(bitPattern: $0) })
  }

  /// The path with `~number` before the ending, cut where it is too long; the path itself for number 1.
  func numbered(_ number: Int) -> FilePath {
    if number == 1, name.count <= FileName.longest { return whole }
    let dot = name.lastIndex(of: FileName.dot) ?? name.endIndex
    let isEnding = dot != name.startIndex
    let ending = name[(isEnding ? dot : name.endIndex)...].prefix(20)
    let stem = name[..<(isEnding ? dot : name.endIndex)].prefix(FileName.longest - 30)
    return path(stem + "~\(number)".utf8.map { CChar(bitPattern: $0) } + ending)
  }

  /// A hidden name beside it for writing before renaming.
  var temporary: FilePath {
    path(
      [FileName.dot] + name.prefix(FileName.longest)
        + ".part".utf8.map { CChar(bitPattern: $0) })
  }

  private func path(_ name: some Sequence<CChar>) -> FilePath {
    (Array(folder) + name + [0]).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { FilePath(platformString: $0) } ?? whole
    }
  }

  private static let separator = CChar(bitPattern: UInt8(ascii: "/"))
  private static let dot = CChar(bitPattern: UInt8(ascii: "."))
}
