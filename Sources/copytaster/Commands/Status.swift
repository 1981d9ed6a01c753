import ArgumentParser
import Foundation
import Glibc
import Inbox
import Pipeline
import Settings
import Store
import Stories
import SystemPackage

/// `copytaster status`
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Show how the daemon is: backlog, rate, sizes, the oldest waiting file, what is stuck, the last error.",
    discussion: """
      The backlog is counted in the inbox itself; the rest is what the daemon last said of itself.

      EXAMPLE
        copytaster status --json
      """)

  @OptionGroup var common: CommonOptions

  private struct Output: Encodable {
    let running: Bool
    /// When a running daemon was heard of last, where that is longer ago than it should be.
    let silentSince: String?
    let daemon: IngestStatus?
    let backlog: Int
    let unfinished: Int
    let oldestWaiting: String?
    let oldestWaitingSince: String?
    let stories: Int
    let groups: Int
    let groupsOfSeveral: Int
    let deliveries: Int
    let refusals: Int
    let lastRefusal: String?
    let firstEvent: Int64?
    let lastEvent: Int64
    let storeBytes: Int64

    private enum CodingKeys: String, CodingKey {
      case running, daemon, backlog, unfinished, stories, groups, deliveries, refusals
      case silentSince = "silent_since"
      case oldestWaiting = "oldest_waiting"
      case oldestWaitingSince = "oldest_waiting_since"
      case groupsOfSeveral = "groups_of_several"
      case lastRefusal = "last_refusal"
      case firstEvent = "first_event"
      case lastEvent = "last_event"
      case storeBytes = "store_bytes"
    }
  }

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      let output = try gather(settings, try StoreReader.open(settings))
      if common.json { Terminal.say(try JSON.line(output)) } else { show(output) }
    }
  }

  private func gather(_ settings: Settings, _ reader: StoreReader) throws -> Output {
    let daemon = try reader.status().flatMap {
      try? JSONDecoder().decode(IngestStatus.self, from: Data($0.utf8))
    }
    let depth = settings.limits.folderDepth
    var inbox = Sweeper(FilePath(settings.inbox.folder), settle: .zero, depth: depth)
    var work = Sweeper(FilePath(settings.inbox.work), settle: .zero, depth: .max)
    let waiting = inbox.sweep(through: SystemFileDoor(), now: .now, wall: .now()).ready
    let unfinished = work.sweep(through: SystemFileDoor(), now: .now, wall: .now()).ready
    let counts = try reader.counts()
    let refusal = try reader.lastRefusals(limit: 1).first
    let running = daemon.map { $0.state != "stopped" && kill($0.process, 0) == 0 } ?? false
    let silent = daemon?.isSilent(at: .now(), sweep: .seconds(settings.inbox.sweepSeconds)) ?? false
    return Output(
      running: running, silentSince: running && silent ? daemon?.at : nil,
      daemon: daemon, backlog: waiting.count, unfinished: unfinished.count,
      oldestWaiting: waiting.first?.relative.string,
      oldestWaitingSince: waiting.first?.modified.description, stories: counts.stories,
      groups: counts.groups, groupsOfSeveral: counts.groupsOfSeveral,
      deliveries: counts.deliveries, refusals: counts.refusals,
      lastRefusal: refusal.map { "\($0.name): \($0.reason ?? "")" },
      firstEvent: counts.firstEvent, lastEvent: counts.lastEvent, storeBytes: counts.bytes)
  }

  private func showWork(of daemon: IngestStatus, _ line: (String, String) -> Void) {
    line(
      "since then",
      "\(daemon.accepted) taken, \(daemon.known) known before, \(daemon.refused) refused")
    line("rate", "\(daemon.rate) stories a second in the last busy stretch")
    line(
      "index",
      "\(daemon.indexedStories) stories, \(Words.bytes(Int64(daemon.indexBytes))) in memory")
  }

  private func show(_ output: Output) {
    func line(_ name: String, _ value: String) {
      for (number, part) in Terminal.lines(value, indentation: 17).enumerated() {
        Terminal.say("\((number == 0 ? name : "").fitted(to: 16)) \(part)")
      }
    }
    if let daemon = output.daemon {
      let state = output.running ? daemon.state : "not running"
      line("daemon", "\(state), process \(daemon.process), since \(daemon.started)")
      if let silent = output.silentSince {
        line(
          "silent",
          "since \(silent): it can't write to the store, such as for want of room, or is in the midst of something "
            + "long; its log says which")
      }
      if let progress = daemon.progress, output.running { line("progress", progress) }
      if let problem = daemon.problem, output.running { line("waiting for", problem) }
      if daemon.progress == nil { showWork(of: daemon, line) }
    } else {
      line("daemon", "none has run on this store")
    }
    line(
      "backlog", "\(Words.count(output.backlog, "file", "files")), \(output.unfinished) being read")
    if let daemon = output.daemon, output.running, let problem = daemon.stuckProblem {
      let (inInbox, inWork) = (daemon.stuckInInbox ?? 0, daemon.stuckInWork ?? 0)
      line(
        "stuck",
        "\(Words.count(inInbox, "file", "files")) in the inbox, \(inWork) in work, such as: "
          + problem)
    }
    if let oldest = output.oldestWaiting {
      line("oldest waiting", "\(oldest), since \(output.oldestWaitingSince ?? "")")
    }
    line(
      "store",
      "\(Words.count(output.stories, "story", "stories")) in "
        + "\(Words.count(output.groups, "group", "groups")), "
        + "\(output.groupsOfSeveral) of several; \(Words.bytes(output.storeBytes))")
    let kept = output.firstEvent.map { $0 > 1 ? ", kept from \($0) on" : "" } ?? ", none is kept"
    line("events", "the last has sequence \(output.lastEvent)" + (output.lastEvent > 0 ? kept : ""))
    line("deliveries", "\(output.deliveries), \(output.refusals) refused in whole or part")
    if let refusal = output.lastRefusal { line("last refusal", refusal) }
  }
}
