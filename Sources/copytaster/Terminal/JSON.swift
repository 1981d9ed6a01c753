import Foundation

/// JSON for output: sorted keys in small letters with underscores, one line.
enum JSON {
  static func line(_ value: some Encodable) throws -> String {
    String(decoding: try lines.encode(value), as: UTF8.self)
  }

  /// The same of one of very many values whose keys are such words already: half as long again is spent on looking.
  static func row(_ value: some Encodable) throws -> String {
    String(decoding: try rows.encode(value), as: UTF8.self)
  }

  private static let lines = encoder(keys: .convertToSnakeCase)
  private static let rows = encoder(keys: .useDefaultKeys)

  private static func encoder(keys: JSONEncoder.KeyEncodingStrategy) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = keys
    return encoder
  }

  /// A share or resemblance as output shows it.
  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
