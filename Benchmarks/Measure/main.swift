#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

exit(Measure.run(Array(CommandLine.arguments.dropFirst())))
