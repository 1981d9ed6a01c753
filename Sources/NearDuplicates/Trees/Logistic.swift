#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The logistic function and its inverse.
package enum Logistic {
  /// The probability, from 0 to 1, that log odds stand for.
  package static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// The log odds that a probability between 0 and 1 stands for.
  static func logOdds(_ probability: Double) -> Double { log(probability / (1 - probability)) }
}

/// Logarithms of what is measured.
enum Logarithm {
  /// To the base e.
  static func natural(_ value: Float) -> Float { logf(value) }
}
