/// A story's MinHash signature: k registers of 32 bits. Equal registers estimate resemblance.
public struct Signature: Hashable, Sendable {
  /// The registers; empty for a text with no shingles.
  public var registers: [UInt32]

  /// Makes a signature.
  public init(registers: [UInt32]) {
    self.registers = registers
  }

  /// The part of equal registers, from 0 to 1: an unbiased estimate of resemblance. 0 if either is empty.
  ///
  /// Complexity: O(k).
  public func estimatedResemblance(to other: Signature) -> Double {
    guard !registers.isEmpty, registers.count == other.registers.count else { return 0 }
    var equal = 0
    for index in registers.indices where registers[index] == other.registers[index] { equal += 1 }
    return Double(equal) / Double(registers.count)
  }
}

/// Everything that decides a signature's bytes. Signatures with different stamps are never compared.
public struct SignatureStamp: Hashable, Sendable, Codable {
  /// The sketch's name and version, such as `fast-similarity-sketch/1`.
  public let scheme: String
  /// Registers in a signature.
  public let registers: Int
  /// Seed of the register hashes.
  public let seed: UInt64
  /// Words to a shingle.
  public let wordsPerShingle: Int
  /// What made the tokens.
  public let tokeniser: TokeniserStamp

  /// Makes a stamp.
  public init(
    scheme: String, registers: Int, seed: UInt64, wordsPerShingle: Int, tokeniser: TokeniserStamp
  ) {
    self.scheme = scheme
    self.registers = registers
    self.seed = seed
    self.wordsPerShingle = wordsPerShingle
    self.tokeniser = tokeniser
  }
}
