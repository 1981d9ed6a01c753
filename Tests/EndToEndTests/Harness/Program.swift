import Foundation

/// Where the program and the samples are.
enum Program {
  /// The package's folder.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The sample stories.
  static let samples = package.appending(path: "samples")

  /// The built program: beside the test bundle, or further up.
  static let path: String = {
    let starts = [
      CommandLine.arguments.first ?? "", Bundle.main.bundlePath,
      package.appending(path: ".build/debug/any").path,
    ]
    for start in starts {
      var folder = URL(filePath: start).standardizedFileURL
      for _ in 0..<8 {
        folder.deleteLastPathComponent()
        for candidate in ["copytaster", ".build/debug/copytaster"] {
          let path = folder.appending(path: candidate).path
          if isProgram(path) { return path }
        }
      }
    }
    return "copytaster-was-not-built"
  }()

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }
}
