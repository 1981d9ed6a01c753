import Foundation
import Glibc
import Models
import Stories
import TestSupport
import Testing

@Suite("Where models are written to") struct ModelPlaceTests {
  private let folder = FreshFolder()
  private let counts = [TokenKey(bits: 7): 1, TokenKey(bits: 9): 2]

  private func save(to name: String) throws {
    try RarityFile(path: "\(folder.path)/\(name)").save(counts, documents: 1000, tokeniser: 1)
  }

  private func type(_ name: String) throws -> FileAttributeType? {
    let path = "\(folder.path)/\(name)"
    return try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }

  @Test("what a link points to is written and the link stays, whole where it was longer")
  func link() throws {
    try folder.write(String(repeating: "old ", count: 1000), to: "kept.json")
    try #require(symlink("kept.json", "\(folder.path)/link.json") == 0)
    try save(to: "plain.json")
    try save(to: "link.json")
    #expect(try type("link.json") == .typeSymbolicLink && type("kept.json") == .typeRegular)
    let files = ["plain.json", "kept.json"].map {
      FileManager.default.contents(atPath: "\(folder.path)/\($0)")
    }
    #expect(files[0] != nil && files[0] == files[1])
  }

  @Test("a named pipe is written into and stays one")
  func pipe() throws {
    let path = "\(folder.path)/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    try #require(reader >= 0)
    defer { close(reader) }
    try save(to: "plain.json")
    try save(to: "pipe")
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(reader, &bytes, bytes.count)
    #expect(try type("pipe") != .typeRegular)
    #expect(
      Data(bytes.prefix(max(0, count)))
        == FileManager.default.contents(atPath: "\(folder.path)/plain.json"))
  }

  @Test("where nothing can be written the file is named")
  func nowhere() {
    let error = #expect(throws: ModelError.self) { try save(to: "no/model.json") }
    #expect(error?.description.contains("no/model.json: can't be written") == true)
  }
}
