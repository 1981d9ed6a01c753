/// The fields that an object has, of the many that it may have.
///
/// A decoder is asked only for what is there: to be told that a field is not there costs nearly as much as a short
/// field itself.
struct PresentFields<Key: CodingKey & Equatable> {
  private let container: KeyedDecodingContainer<Key>
  private let names: [Key]

  init(_ container: KeyedDecodingContainer<Key>) {
    (self.container, names) = (container, container.allKeys)
  }

  /// Whether a field is there, if only as null.
  func has(_ name: Key) -> Bool { names.contains(name) }

  /// A field's text, nil where it is not there or null.
  ///
  /// - Throws: what the decoder throws for a value of another kind.
  func text(_ name: Key) throws -> String? {
    has(name) ? try container.decodeIfPresent(String.self, forKey: name) : nil
  }

  /// An id as text or a whole number; nil where it is not there, null or empty.
  ///
  /// - Throws: what the decoder throws for a value of another kind.
  func identity(_ name: Key) throws -> String? {
    guard has(name), try !container.decodeNil(forKey: name) else { return nil }
    if let number = try? container.decode(Int64.self, forKey: name) { return String(number) }
    // Hashes of 64 bits are ids as well.
    if let number = try? container.decode(UInt64.self, forKey: name) { return String(number) }
    return try container.decode(String.self, forKey: name).nonEmpty
  }

  /// A field's text without white space at its ends; nil where there is none, and for a value of another kind.
  func word(_ name: Key) -> String? {
    guard has(name) else { return nil }
    return (try? container.decodeIfPresent(String.self, forKey: name))?.trimmed.nonEmpty
  }

  /// The texts of a field that holds a list of them or one; nil for a value of another kind.
  func words(_ name: Key) -> [String]? {
    guard has(name) else { return nil }
    return (try? container.decodeIfPresent([String].self, forKey: name)) ?? word(name).map { [$0] }
  }

  /// A whole number, or one that stands there as text; nil for a value of another kind.
  func number<Number: FixedWidthInteger & Decodable>(_ name: Key) -> Number? {
    guard has(name) else { return nil }
    return (try? container.decodeIfPresent(Number.self, forKey: name))
      ?? word(name).flatMap { Number($0) }
  }
}
