import Stories
import Wire

/// `measure read`
struct ReadCommand {
  private let megabytes: Int
  private let feed: Int

  init(_ arguments: inout Arguments) throws {
    megabytes = try arguments.takeNumber("--megabytes", standard: 3, in: 1...64)
    feed = try arguments.takeNumber("--feed", standard: 50, in: 1...240)
    try arguments.finish()
  }

  func run() throws {
    var samples = WireSamples(seed: 1)
    // First, while the process is small: its peak is what one large file costs.
    measureFeed(samples.file("RSS", bytes: feed << 20))
    print("format        MB a CPU-second   stories a CPU-second")
    for format in WireSamples.formats {
      let bytes = samples.file(format, bytes: megabytes << 20)
      var best = Double.infinity
      var stories = 0
      for _ in 0..<3 {
        let seconds = CPUClock.seconds { stories = Self.read(bytes) }
        best = min(best, seconds)
      }
      let rate = Double(bytes.count) / 1e6 / best
      print(
        Figures.left(format, 14) + Figures.right(Figures.fixed(rate, 1), 15)
          + Figures.right(Figures.fixed(Double(stories) / best, 0), 23))
    }
  }

  private func measureFeed(_ bytes: [UInt8]) {
    let before = PeakMemory.megabytes()
    var stories = 0
    let seconds = CPUClock.seconds { stories = Self.read(bytes) }
    let grown = PeakMemory.megabytes() - before
    print(
      "feed of \(bytes.count / 1_000_000) MB: \(stories) stories in \(Figures.fixed(seconds, 1)) s of CPU; "
        + "the peak of memory grew by \(Figures.fixed(grown, 1)) MB beyond the file itself")
  }

  private static func read(_ bytes: [UInt8]) -> Int {
    var limits = Limits()
    limits.textBytes = 1 << 30
    limits.lineBytes = 1 << 30
    var stories = 0
    bytes.withUnsafeBytes { buffer in
      Readers().read(buffer, of: Delivery(name: "sample", limits: limits)) { outcome in
        switch outcome {
        case .story: stories += 1
        case .refused(let refusal): Measure.complain("measure: \(refusal)")
        }
      }
    }
    return stories
  }
}
