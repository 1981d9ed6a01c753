#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The CPU time this process has used, which a loaded machine stretches less than time on the wall.
enum CPUClock {
  /// CPU seconds since the process began.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// CPU seconds that some work takes.
  static func seconds(_ work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }
}
