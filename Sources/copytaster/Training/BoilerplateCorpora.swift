import Foundation
import Training

/// Labelled text for training and judging, read from its files.
struct BoilerplateCorpora {
  /// Web pages with labelled paragraphs.
  private(set) var pages: [LabelledPage] = []
  /// Stories with labelled ranges or lines.
  private(set) var stories: [LabelledStory] = []

  /// Reads files and folders. A file is JSON Lines of pages (`paragraphs`) or of stories (`lines`); a folder
  /// holds such files, or `stories.jsonl` with `gold/boilerplate.jsonl`.
  ///
  /// - Throws: `InputError`, which names the file.
  init(_ paths: [String]) throws {
    for path in paths {
      if FileManager.default.fileExists(atPath: path + "/gold/boilerplate.jsonl") {
        stories += try WireGold(folder: path).stories
      } else {
        for file in try Self.files(path) { try read(file) }
      }
    }
  }

  private static func files(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputError(path: path, problem: "there is no such file or folder")
    }
    guard isFolder.boolValue else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let files = names.filter { $0.hasSuffix(".jsonl") }.sorted().map { path + "/" + $0 }
    guard !files.isEmpty else {
      throw InputError(
        path: path,
        problem: "holds neither *.jsonl nor gold/boilerplate.jsonl; name a labelled corpus")
    }
    return files
  }

  private mutating func read(_ file: String) throws {
    let shape =
      #"{"id","paragraphs":[{"text","content"}]} or {"id","lines":[{"text","label"}]}"#
    for row in try JSONRows.read(LabelledRow.self, file, shape) {
      let id = row.id.text
      if let paragraphs = row.paragraphs {
        let parts = paragraphs.map { LabelledPart($0.text, $0.content ? .news : .boilerplate) }
        pages.append(
          LabelledPage(id: id, host: row.outlet ?? id, title: row.title, parts: parts))
      } else if let lines = row.lines {
        let parts = lines.map { LabelledPart($0.text, $0.part) }
        stories.append(LabelledStory(id: id, host: row.outlet ?? id, parts: parts))
      } else {
        throw InputError(
          path: file, problem: "'\(id)' has neither \"paragraphs\" nor \"lines\"")
      }
    }
  }
}

/// A line of a labelled file.
private struct LabelledRow: Decodable {
  struct Paragraph: Decodable {
    let text: String
    let content: Bool
  }

  struct Line: Decodable {
    let text: String
    let label: String

    var part: LabelledPart.Label {
      switch label {
      case "news": .news
      case "furniture": .boilerplate
      default: .neutral
      }
    }
  }

  let id: LabelledID
  let outlet: String?
  let title: String?
  let paragraphs: [Paragraph]?
  let lines: [Line]?
}

/// Reads JSON Lines of a file that must be there.
enum JSONRows {
  /// All rows.
  ///
  /// - Parameters:
  ///   - row: what a line is read as.
  ///   - path: the file.
  ///   - shape: what a line should be, for people.
  /// - Returns: the rows.
  /// - Throws: `InputError`, which names the file and line.
  static func read<Row: Decodable>(
    _ row: Row.Type, _ path: String, _ shape: String
  ) throws -> [Row] {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw InputError(path: path, problem: "can't be read")
    }
    return try LabelledRows.read(row, path, shape)
  }
}
