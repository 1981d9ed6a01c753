/// How far estimates lie from the truth, gathered pair by pair.
struct Accuracy {
  private let registers: Int
  private var count = 0.0
  private var errors = 0.0
  private var squares = 0.0
  private var variances = 0.0
  private var normalised = 0.0

  /// Starts empty.
  ///
  /// - Parameter registers: k of the yardstick sqrt(J(1−J)/k).
  init(registers: Int) { self.registers = registers }

  /// Adds an estimate of a resemblance strictly between 0 and 1.
  mutating func add(estimate: Double, truth: Double) {
    let error = estimate - truth
    let variance = truth * (1 - truth) / Double(registers)
    count += 1
    errors += error
    squares += error * error
    variances += variance
    normalised += error * error / variance
  }

  /// Root of the mean of squared errors, each divided by its own J(1−J)/k.
  var meanRatio: Double { (normalised / count).squareRoot() }

  /// Root of the mean squared error over the root of the mean J(1−J)/k.
  var pooledRatio: Double { (squares / variances).squareRoot() }

  /// Standard error of either ratio, as if errors were normally distributed.
  var ratioError: Double { meanRatio / (2 * count).squareRoot() }

  /// The mean error.
  var bias: Double { errors / count }

  /// The mean error's standard error.
  var biasError: Double { ((squares / count - bias * bias) / (count - 1)).squareRoot() }
}
