import Foundation
import Testing

extension EndToEnd {
  @Suite("Inputs larger than memory")
  struct LargeInputTests {
    private static let isSanitised = ProcessInfo.processInfo.environment["ASAN_OPTIONS"] != nil

    @Test(
      "a file may be larger than the memory that a command may take",
      .enabled(if: !isSanitised, "the sanitizer takes more memory than the limit"),
      arguments: ["group", "read"])
    func larger(command: String) async throws {
      let workspace = try Workspace()
      // Blank lines between two stories: what is large is the file, not what is in it.
      let path = try workspace.write(
        #"{"id": "one", "text": "The mill burned down on Tuesday night."}"# + "\n",
        to: "large.jsonl")
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.seekToEnd()
      let blank = Data(repeating: 0x20, count: 1 << 20) + Data([0x0A])
      for _ in 0..<128 { try file.write(contentsOf: blank) }
      try file.write(contentsOf: Data(#"{"id": "two", "text": "The bridge closed."}"#.utf8))
      try file.close()
      let child = try Child(
        ["-c", #"ulimit -d 98304 && exec "$0" "$1" large.jsonl --json"#, Program.path, command],
        in: workspace.path, program: "/bin/sh")
      let ending = try await child.ending()
      workspace.check(ending == .exit(0), child.errors)
      let ids = child.output.split(separator: "\n").map {
        JSONShape.object(String($0))["id"] as? String
      }
      workspace.check(ids == ["one", "two"], child.output)
    }
  }
}
