import Foundation
import Models
import NearDuplicates
import Text

/// Where the models are: beside the installed program, or in the working folder of somebody who develops.
enum ModelLocation {
  /// Folders that are looked at, in order: `share/copytaster/models` of the prefix that the program is
  /// installed under; `models` of the package that it was built in; `./models`. `$COPYTASTER_MODELS` alone
  /// where it is set: who names a folder must not get other models because of a slip in its name.
  static var folders: [String] {
    if let named = ProcessInfo.processInfo.environment["COPYTASTER_MODELS"], !named.isEmpty {
      return [named]
    }
    var folders: [String] = []
    // The kernel's own answer: it holds even where the folders on the way may not be entered.
    let program = URL(
      filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    )
    let folder = program.deletingLastPathComponent()
    folders.append(
      folder.deletingLastPathComponent().appending(path: "share/copytaster/models").path)
    if let build = folder.pathComponents.lastIndex(of: ".build") {
      let package = folder.pathComponents[1..<build].joined(separator: "/")
      folders.append("/" + package + "/models")
    }
    return folders + ["models"]
  }

  /// The boilerplate model: a file that somebody named, or the one installed.
  ///
  /// - Throws: `ModelError`, which names the file or every place that was looked at.
  static func boilerplate(named path: String? = nil) throws(ModelError) -> BoilerplateModel {
    let file =
      if let path { BoilerplateModelFile(path: path) } else {
        try BoilerplateModelFile.find(in: folders)
      }
    return try file.load(tokeniser: Tokeniser.version)
  }
}
