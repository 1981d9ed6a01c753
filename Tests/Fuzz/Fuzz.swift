import Foundation
import Stories
import Wire

// libFuzzer's two entry points. FUZZ_READER names the reader, FUZZ_SEEDS a folder that gets our fixtures as
// seeds. Built by scripts/fuzz; no target of the package.

/// What is fuzzed, and what must hold whatever comes in.
enum Fuzz {
  nonisolated(unsafe) static var reader: any StoryReader = PlainTextReader()
  static let limits: Limits = {
    var limits = Limits()
    limits.textBytes = 1 << 20
    return limits
  }()

  static func run(_ bytes: UnsafeRawBufferPointer) {
    _ = reader.recognises(bytes)
    var parts = 0
    reader.read(bytes, of: Delivery(name: "fuzz", limits: limits)) { outcome in
      parts += 1
      switch outcome {
      case .refused(let refusal):
        precondition(!refusal.problem.isEmpty && !refusal.remedy.isEmpty, "a refusal says nothing")
        precondition(refusal.line.map { $0 >= 1 } ?? true, "a line before the first")
        precondition(refusal.byte.map { $0 <= bytes.count } ?? true, "a byte past the end")
      case .story(let delivered):
        let isOrder = delivered.story.facts?.notice != nil
        precondition(isOrder || !delivered.story.text.isEmpty, "a story without a text")
        precondition(!delivered.story.text.utf8.contains(0), "a text with NUL")
      }
    }
    precondition(parts <= bytes.count + 1, "more parts than bytes")
    // Only lines may be empty, and nothing else says nothing.
    precondition(parts > 0 || reader is JSONLinesReader, "neither a story nor a refusal")
  }

  static func writeSeeds(to folder: String) {
    let seeds = [
      G2Fixtures.story, G2Fixtures.message, Fixtures.nitf, Fixtures.newsML1, Fixtures.rss,
      Fixtures.atom, Fixtures.html, Fixtures.iptc7901, Fixtures.anpa, Fixtures.ninjs1,
      Fixtures.ninjs3, "id: 1\nembargoed: 2026-03-02\n\nText", "{\"id\": 1, \"text\": \"one é\"}\n",
      "<RBNews><NewsID>1</NewsID><content>&lt;p&gt;Text&lt;/p&gt;</content></RBNews>",
      "From: a\nTo: b\nSubject: c\n\nd",
    ]
    for (number, seed) in seeds.enumerated() {
      try? Data(seed.utf8).write(to: URL(filePath: folder).appending(path: "seed-\(number)"))
    }
  }
}

/// Chooses the reader and writes the seeds.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<Int32>, _ words: UnsafeMutableRawPointer
) -> Int32 {
  let environment = ProcessInfo.processInfo.environment
  if let folder = environment["FUZZ_SEEDS"] { Fuzz.writeSeeds(to: folder) }
  let name = environment["FUZZ_READER"] ?? ""
  guard let reader = Readers().all.first(where: { $0.format == name }) else {
    let all = Readers().all.map(\.format).joined(separator: ", ")
    fatalError("FUZZ_READER must be one of \(all)")
  }
  Fuzz.reader = reader
  return 0
}

/// Reads one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  // An empty file is refused before any reader is asked.
  guard let bytes, count > 0 else { return 0 }
  Fuzz.run(UnsafeRawBufferPointer(start: bytes, count: count))
  return 0
}
