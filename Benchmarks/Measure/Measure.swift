#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The benchmark program: signature kernels against each other, and the road from text to groups.
enum Measure {
  static let usage = """
    usage: measure kernels [--registers K] [--pairs N] [--rounds N] [--seed S]
           measure road [--limit N] [--models FOLDER] [--passages 1] CORPUS.jsonl
           measure read [--megabytes N] [--feed N]
           measure boilerplate [--limit N] MODEL.json CORPUS.jsonl
           measure recurrence [--stories N] [--outlets N] [--window N] [--seed S]

    kernels   Accuracy and speed of signature kernels on synthetic sets of shingles.
              --registers K   registers of a signature (128)
              --pairs N       pairs in each class of size (4000)
              --rounds N      rounds of the speed measurement (7)
              --seed S        seed of pairs and kernels (1)
    road      Stories from text to signatures and to groups, on one thread. Prints one line of JSON.
              --limit N       read so many stories (all)
              --models F      folder of the models (models)
              --passages 1    look for passages beside versions, as the daemon does (0)
    read      Files of every format to stories, on one thread, and a large feed with its memory.
              --megabytes N   size of each file (3)
              --feed N        megabytes of the feed (50)
    boilerplate  What marking boilerplate adds to tokenising, in the same run. Prints one line of JSON.
    recurrence  Memory and time of what remembers recurring text, over a synthetic stream.
              --stories N     stories of the stream (1000000)
              --outlets N     outlets, very uneven (60)
              --window N      stories in a window, after which counts age (never)
              --seed S        seed of the stream (1)
    """

  /// Runs a command line without the program's name. Returns the status to exit with.
  static func run(_ words: [String]) -> Int32 {
    do {
      var arguments = Arguments(words)
      switch arguments.takeWord() {
      case "kernels": try KernelsCommand(&arguments).run()
      case "read": try ReadCommand(&arguments).run()
      case "road": try RoadCommand(&arguments).run()
      case "boilerplate": try BoilerplateCommand(&arguments).run()
      case "recurrence": try RecurrenceCommand(&arguments).run()
      case "help", "--help", "-h": print(usage)
      case let other: throw UsageError(other.map { "there is no command '\($0)'" } ?? "no command")
      }
      return 0
    } catch let error as UsageError {
      complain("measure: \(error.problem)\n\(usage)")
      return 64
    } catch {
      complain("measure: \(error)")
      return 1
    }
  }

  /// Prints a line on standard error.
  static func complain(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
