public import NearDuplicates

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A boilerplate model as a file of JSON.
public struct BoilerplateModelFile: Sendable {
  /// The name under which it is installed.
  public static let name = "boilerplate.json"
  /// Most bytes that are read. The model shipped has under one megabyte.
  private static let limit = 64 << 20

  /// Where it is.
  public let path: String

  /// Names a file; nothing is read yet.
  public init(path: String) { self.path = path }

  /// The first of some folders' files that is there.
  ///
  /// - Throws: `ModelError.missing`, which names every place that was looked at.
  public static func find(in folders: [String]) throws(ModelError) -> BoilerplateModelFile {
    let places = folders.map { $0 + "/" + name }
    guard let path = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw .missing(name: name, lookedAt: places)
    }
    return BoilerplateModelFile(path: path)
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
    let bytes = try read()
    do {
      return try JSONDecoder().decode(BoilerplateParameters.self, from: bytes)
    } catch {
      throw .unreadable(path: path, problem: "this is no JSON of a boilerplate model")
    }
  }

  /// Writes a model, replacing the file as a whole.
  ///
  /// - Throws: `ModelError.failed`.
  public func save(_ parameters: BoilerplateParameters) throws(ModelError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      var bytes = try encoder.encode(parameters)
      bytes.append(UInt8(ascii: "\n"))
      try bytes.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .failed(path: path, problem: "can't be written; see that the folder is there and yours")
    }
  }

  private func read() throws(ModelError) -> Data {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .failed(path: path, problem: "can't be read")
    }
    guard bytes.count <= BoilerplateModelFile.limit else {
      throw .unreadable(path: path, problem: "\(bytes.count) bytes are too many for a model")
    }
    return bytes
  }
}
