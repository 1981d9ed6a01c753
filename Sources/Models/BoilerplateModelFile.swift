public import NearDuplicates

/// A boilerplate model as a file of JSON.
public struct BoilerplateModelFile: Sendable {
  /// The name under which it is installed.
  public static let name = "boilerplate.json"

  /// Where it is.
  public let path: String

  /// Names a file; nothing is read yet.
  public init(path: String) { self.path = path }

  /// The first of some folders' files that is there.
  ///
  /// - Throws: `ModelError.missing`, which names every place that was looked at.
  public static func find(in folders: [String]) throws(ModelError) -> BoilerplateModelFile {
    BoilerplateModelFile(path: try ModelFolders.path(of: name, in: folders))
  }

  /// Reads and checks it.
  ///
  /// - Parameter tokeniser: the version of the tokeniser whose keys the model will see.
  /// - Returns: the model.
  /// - Throws: `ModelError`, which names the file.
  public func load(tokeniser: Int) throws(ModelError) -> BoilerplateModel {
    let parameters = try parameters()
    do {
      return try BoilerplateModel(parameters, tokeniser: tokeniser)
    } catch {
      throw .refused(path: path, reason: error)
    }
  }

  /// Reads it without checking more than its shape.
  ///
  /// - Throws: `ModelError`, which names the file.
  public func parameters() throws(ModelError) -> BoilerplateParameters {
    try ModelJSON.read(BoilerplateParameters.self, path, kind: "boilerplate model")
  }

  /// Writes a model, replacing the file as a whole.
  ///
  /// - Throws: `ModelError.failed`.
  public func save(_ parameters: BoilerplateParameters) throws(ModelError) {
    try ModelJSON.write(parameters, path)
  }
}
