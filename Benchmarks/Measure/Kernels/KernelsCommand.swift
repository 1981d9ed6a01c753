import Stories

/// `measure kernels`
struct KernelsCommand {
  private let registers: Int
  private let pairCount: Int
  private let rounds: Int
  private let seed: UInt64

  init(_ arguments: inout Arguments) throws {
    registers = try arguments.takeNumber("--registers", standard: 128, in: 1...65_536)
    pairCount = try arguments.takeNumber("--pairs", standard: 4_000, in: 2...10_000_000)
    rounds = try arguments.takeNumber("--rounds", standard: 7, in: 1...1_000)
    seed = UInt64(try arguments.takeNumber("--seed", standard: 1, in: 0...Int.max))
    try arguments.finish()
  }

  func run() {
    let kernels: [any SketchKernel] = [
      ProductKernel(registers: registers), EqualityKernel(registers: registers),
      HalvesKernel(registers: registers), OnePermutationKernel(registers: registers, seed: seed),
      ClassicalKernel(registers: registers, seed: seed),
    ]
    printAccuracy(kernels)
    KernelSpeed(kernels: kernels, rounds: rounds, seed: seed).print()
  }

  private func printAccuracy(_ kernels: [any SketchKernel]) {
    print(
      """
      \(registers) registers, \(pairCount) pairs a class, J evenly over (0, 1), seed \(seed)
      each:   root of the mean of squared errors, each over its own J(1-J)/\(registers)
      pooled: root of the mean squared error over the root of the mean J(1-J)/\(registers)

      """)
    print(
      Figures.left("kernel", 28) + Figures.left("sets", 20)
        + ["pairs", "each", "pooled", "+/-", "bias", "its SE", "bias/SE"]
        .map { Figures.right($0, 10) }.joined())
    for kernel in kernels { printAccuracy(kernel) }
  }

  private func printAccuracy(_ kernel: any SketchKernel) {
    var together = AccuracyRow(kernel.name, "all together", registers)
    for size in SizeClass.all {
      var whole = AccuracyRow(kernel.name, size.name, registers)
      var even = AccuracyRow(kernel.name, "  of one size", registers)
      var uneven = AccuracyRow(kernel.name, "  one to two", registers)
      for pair in size.pairs(pairCount, seed: seed) {
        let estimate = kernel.estimate(pair)
        together.add(estimate, pair)
        whole.add(estimate, pair)
        if pair.isEven { even.add(estimate, pair) } else { uneven.add(estimate, pair) }
      }
      for row in [whole, even, uneven] { row.print() }
    }
    together.print()
  }
}

/// A line of the table of accuracy.
private struct AccuracyRow {
  private let kernel: String
  private let sets: String
  private var accuracy: Accuracy
  private var pairs = 0

  init(_ kernel: String, _ sets: String, _ registers: Int) {
    (self.kernel, self.sets, accuracy) = (kernel, sets, Accuracy(registers: registers))
  }

  mutating func add(_ estimate: Double, _ pair: SetPair) {
    accuracy.add(estimate: estimate, truth: pair.resemblance)
    pairs += 1
  }

  func print() {
    guard pairs > 1 else { return }
    let figures = [
      "\(pairs)", Figures.fixed(accuracy.meanRatio, 3), Figures.fixed(accuracy.pooledRatio, 3),
      Figures.fixed(accuracy.ratioError, 3), Figures.signed(accuracy.bias, 5),
      Figures.fixed(accuracy.biasError, 5), Figures.signed(accuracy.bias / accuracy.biasError, 2),
    ]
    Swift.print(
      Figures.left(kernel, 28) + Figures.left(sets, 20)
        + figures.map { Figures.right($0, 10) }.joined())
  }
}
