import Stories

/// Signatures per CPU-second, the kernels taking turns inside each round so that a machine's drift falls on
/// all of them.
struct KernelSpeed {
  let kernels: [any SketchKernel]
  let rounds: Int
  let seed: UInt64

  private static let shingles = 446
  private static let texts = 200
  /// CPU seconds that a kernel's turn takes at least.
  private static let turn = 0.2

  /// Measures and prints.
  func print() {
    var numbers = SeededNumbers(seed: seed)
    let texts = (0..<KernelSpeed.texts).map { _ in
      (0..<KernelSpeed.shingles).map { _ in numbers.next() }
    }
    var speeds = [[Double]](repeating: [], count: kernels.count)
    for _ in 0..<rounds {
      for (index, kernel) in kernels.enumerated() { speeds[index].append(speed(kernel, texts)) }
    }
    Swift.print(
      "\nsignatures per CPU-second at \(KernelSpeed.shingles) shingles, median of \(rounds) rounds")
    for (kernel, speeds) in zip(kernels, speeds) {
      let range =
        "\(Figures.fixed(speeds.min() ?? 0, 0)) to \(Figures.fixed(speeds.max() ?? 0, 0))"
      Swift.print(
        Figures.left(kernel.name, 28) + Figures.right(Figures.fixed(Figures.median(speeds), 0), 10)
          + "   (\(range))")
    }
  }

  private func speed(_ kernel: any SketchKernel, _ texts: [[UInt64]]) -> Double {
    var (done, seconds, sum) = (0, 0.0, UInt32(0))
    while seconds < KernelSpeed.turn {
      seconds += CPUClock.seconds {
        for text in texts { sum &+= kernel.signature(of: text).registers[0] }
      }
      done += texts.count
    }
    precondition(sum != 1, "one in 2^32: the sum is only there so that the work is not left out")
    return Double(done) / seconds
  }
}
