import ArgumentParser
import Foundation
import Inbox
import Settings
import Store
import Stories
import SystemPackage
import Wire

/// `copytaster reread`
struct Reread: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the archive again: what do today's readers make of it that the store has not?",
    discussion: """
      The archive is the original bytes in inbox.done and inbox.refused; inbox.after_commit: move keeps them, \
      delete does not. Files from days past store.retention_days are left alone.

      Without --apply nothing is changed. With it, files that give anything new are put into the inbox, where \
      the daemon takes them the usual way: what it has is recognised by its content, what is read better \
      becomes the next version of the story.

      EXAMPLES
        copytaster reread
        copytaster reread --apply

      OUTPUT with --json: a line a file that gives anything new, {"file","format","known","new","refused"}.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Put files that give anything new into the inbox.")
  var apply = false

  private struct Row: Encodable {
    let file: String
    let format: String
    var known = 0
    var new = 0
    var refused = 0
  }

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      let reader = try StoreReader.open(settings)
      var (files, better) = (0, 0)
      for file in try Archive(settings).files() {
        files += 1
        guard let row = try look(at: file, settings, reader), row.new > 0 else { continue }
        better += 1
        if apply { try file.putBack(into: settings.inbox.folder) }
        Terminal.say(
          common.json
            ? try JSON.line(row)
            : "\(row.file)  \(row.format): \(row.new) new, \(row.known) known, \(row.refused) refused"
              .printable)
      }
      if !common.json {
        let done = apply ? "put into the inbox" : "would be read anew with --apply"
        Terminal.say("\(Words.count(files, "file", "files")) looked at, \(better) \(done)")
      }
    }
  }

  private func look(at file: Archive.File, _ settings: Settings, _ reader: StoreReader) throws
    -> Row?
  {
    guard let bytes = FileManager.default.contents(atPath: file.path) else { return nil }
    return try bytes.withUnsafeBytes { buffer in
      var row = Row(file: file.path, format: Readers().format(of: buffer) ?? "not known")
      let delivery = Delivery(
        name: file.name, outlet: file.outlet.map { Outlet($0) }, limits: settings.limits,
        outlets: settings.outlets, fallbackCharset: settings.wire.fallbackCharset)
      try Readers().read(buffer, of: delivery) { outcome in
        switch outcome {
        case .refused: row.refused += 1
        case .story(let delivered):
          if try reader.knows(delivered.digest) { row.known += 1 } else { row.new += 1 }
        }
      }
      return row
    }
  }
}
