import Stories

extension ContentDigest {
  /// Lower-case hexadecimal, 64 digits.
  var hexadecimal: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
