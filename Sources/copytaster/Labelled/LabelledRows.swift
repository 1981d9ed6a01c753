import Foundation

/// Reads JSON Lines of one shape.
enum LabelledRows {
  /// A row and its line, from 1.
  struct Numbered<Row> {
    let line: Int
    let row: Row
  }

  /// All rows of a file; none if there is no such file.
  ///
  /// - Parameters:
  ///   - row: what a line is read as.
  ///   - path: the file.
  ///   - shape: what a line should be, for people.
  ///   - fault: what is wrong with a row that has the shape, or nil.
  /// - Returns: the rows.
  /// - Throws: `InputError`, which names the file and line.
  static func read<Row: Decodable>(
    _ row: Row.Type, _ path: String, _ shape: String, fault: (Row) -> String? = { _ in nil }
  ) throws -> [Row] {
    try numbered(row, path, shape, fault: fault).map(\.row)
  }

  /// The same with the lines in which the rows stand.
  static func numbered<Row: Decodable>(
    _ row: Row.Type, _ path: String, _ shape: String, fault: (Row) -> String? = { _ in nil }
  ) throws -> [Numbered<Row>] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw InputError(path: path, problem: "can't be read")
    }
    let decoder = JSONDecoder()
    var rows: [Numbered<Row>] = []
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      let read: Row
      do { read = try decoder.decode(row, from: line) } catch {
        throw InputError(
          path: path, problem: "line \(number + 1) is no JSON of \(shape)\(place(of: error))")
      }
      if let fault = fault(read) {
        throw InputError(path: path, problem: "line \(number + 1): \(fault)")
      }
      rows.append(Numbered(line: number + 1, row: read))
    }
    return rows
  }

  /// Where in a line a mistake is; empty where it is no JSON at all.
  private static func place(of error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): #": there is no "\#(key.stringValue)""#
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.first.map { #": see "\#($0.stringValue)""# } ?? ""
    default: ""
    }
  }
}
