#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reading and writing of model files.
enum ModelJSON {
  /// Most bytes that are read. The models shipped have less than one megabyte.
  private static let limit = 64 << 20

  /// Reads a file of JSON.
  static func read<Shape: Decodable>(
    _ shape: Shape.Type, _ path: String, kind: String
  ) throws(ModelError) -> Shape {
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
      throw .failed(path: path, problem: "can't be read")
    }
    guard bytes.count <= limit else {
      throw .unreadable(path: path, problem: "\(bytes.count) bytes are too many for a model")
    }
    do {
      return try JSONDecoder().decode(shape, from: bytes)
    } catch {
      throw .unreadable(path: path, problem: "this is no JSON of a \(kind)")
    }
  }

  /// Writes JSON, replacing a file as a whole. What a link points to is written and the link is kept; so is a pipe or a
  /// device, which writing beside it and renaming would replace by a file.
  static func write(_ shape: some Encodable, _ path: String) throws(ModelError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      var bytes = try encoder.encode(shape)
      bytes.append(UInt8(ascii: "\n"))
      try bytes.write(to: URL(filePath: path), options: isFileOrNothing(path) ? .atomic : [])
    } catch {
      throw .failed(path: path, problem: "can't be written; see that the folder is there and yours")
    }
  }

  private static func isFileOrNothing(_ path: String) -> Bool {
    let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return kind == nil || kind == .typeRegular
  }
}
