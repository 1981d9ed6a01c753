import Foundation

/// Reads JSON Lines of one shape.
enum LabelledRows {
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
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw InputError(path: path, problem: "can't be read")
    }
    let decoder = JSONDecoder()
    var rows: [Row] = []
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      guard let read = try? decoder.decode(row, from: line) else {
        throw InputError(path: path, problem: "line \(number + 1) is no JSON of \(shape)")
      }
      if let fault = fault(read) {
        throw InputError(path: path, problem: "line \(number + 1): \(fault)")
      }
      rows.append(read)
    }
    return rows
  }
}
