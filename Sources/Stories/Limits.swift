/// Bounds on what one delivery may ask of the machine. Past any of them it is refused with a reason.
public struct Limits: Hashable, Sendable {
  /// Most bytes in a file. A day of a large wire in JSON Lines is about 30 MB.
  public var fileBytes = 256 << 20
  /// Most bytes in one line of JSON Lines: one story with its markup. Longer lines are broken files.
  public var lineBytes = 16 << 20
  /// Most bytes in a story's text. The longest newspaper stories are about 200 KB.
  public var textBytes = 4 << 20
  /// Most brackets open at once in a JSON line. Stories need 2; deep nesting is an attack on parsers.
  public var jsonDepth = 32
  /// Most bytes in a file of JSON that is not one object a line; such a file stands in memory as a whole.
  public var jsonFileBytes = 64 << 20
  /// Most elements open at once in XML. The deepest real items have 20; libxml2 itself ends at 256.
  public var xmlDepth = 100
  /// Most folders between the inbox and a file. The first names the outlet.
  public var folderDepth = 8

  /// Makes limits with the standard values.
  public init() {}
}
