import Foundation

/// JSON for output: sorted keys in small letters with underscores, one line.
enum JSON {
  static func line(_ value: some Encodable) throws -> String {
    try line(value, keys: .convertToSnakeCase)
  }

  /// The same of one of very many values whose keys are such words already: half as long again is spent on looking.
  static func row(_ value: some Encodable) throws -> String {
    try line(value, keys: .useDefaultKeys)
  }

  private static func line(
    _ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = keys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// A share or resemblance as output shows it.
  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
