import ArgumentParser
import Foundation
import Inbox
import Logging
import Pipeline
import ServiceLifecycle
import Settings
import Store
import SystemPackage
import UnixSignals

/// `copytaster serve`
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the daemon: watch the inbox and keep its stories in groups.",
    discussion: """
      Drop files into the inbox: write them elsewhere on the same file system and rename them in, or write \
      them in place. Sub-folders name outlets. SIGTERM ends it within seconds; SIGHUP makes it read its \
      configuration again, and a configuration with a mistake is refused as a whole.

      EXAMPLES
        copytaster serve
        copytaster serve --config /etc/copytaster/copytaster.yaml
      """)

  @OptionGroup var configuration: ConfigurationOption

  func run() async throws {
    try await reporting {
      let source = configuration.source
      let settings = try source.load()
      LoggingSetUp.start(settings.logLevel)
      try SystemFileDoor().makeFolder(FilePath(settings.store.path).removingLastComponent())
      let storePath = StorePlace.of(settings.store.path)
      let lock = try FileLock(FilePath(storePath + ".lock"))
      let (log, notices) = (IngestLog(Logger(label: "copytaster")), SystemdNotices())
      let opened = try await Room(log, notices).waiting {
        try await Task.sleep(for: $0)
        return true
      } _: {
        try Store(path: storePath)
      }
      guard let store = opened else { return }
      let service = IngestService(
        foundation: try settings.foundation(), options: try settings.ingestOptions(), store: store,
        log: log, notices: notices,
        process: ProcessInfo.processInfo.processIdentifier, fault: FaultInjection.hook)
      let reload = ReloadService(source: source, running: settings, service: service)
      let group = ServiceGroup(
        configuration: .init(
          services: [.init(service: service), .init(service: reload)],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: LoggingSetUp.lifecycleLogger))
      try await group.run()
      withExtendedLifetime(lock) {}
    }
  }
}

/// Reads the configuration again on SIGHUP.
private struct ReloadService: Service {
  let source: SettingsSource
  let running: Settings
  let service: IngestService

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      do {
        let settings = try source.load()
        if let change = running.needsRestart(for: settings) {
          service.noteRefusedOptions("\(change) can't change while the daemon runs; restart it")
        } else {
          let level = settings.logLevel
          service.adopt(try settings.ingestOptions()) { LoggingSetUp.level = level }
        }
      } catch {
        service.noteRefusedOptions("\(error)")
      }
    }
  }
}

extension Settings {
  /// The first setting that differs and that a running daemon can't take over.
  func needsRestart(for new: Settings) -> String? {
    let fixed: [(String, Bool)] = [
      ("inbox.folder", inbox.folder == new.inbox.folder),
      ("inbox.work", inbox.work == new.inbox.work),
      ("inbox.done", inbox.done == new.inbox.done),
      ("inbox.refused", inbox.refused == new.inbox.refused),
      ("store.path", store.path == new.store.path),
      ("store.on_other_stamp", store.onOtherStamp == new.store.onOtherStamp),
      ("grouping.window_days", grouping.windowDays == new.grouping.windowDays),
      ("grouping.recall", grouping.recall == new.grouping.recall),
      ("grouping.at_resemblance", grouping.atResemblance == new.grouping.atResemblance),
      ("grouping.words_per_shingle", grouping.wordsPerShingle == new.grouping.wordsPerShingle),
      ("grouping.registers", grouping.registers == new.grouping.registers),
    ]
    return fixed.first { !$0.1 }?.0
  }
}
