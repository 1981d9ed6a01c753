import Foundation
import Settings
import Stories
import Testing

@Suite struct SettingsTests {
  @Test(
    "an empty file means the standard settings",
    arguments: ["", "# nothing but a comment\n", "inbox:\n"])
  func standard(_ yaml: String) throws {
    #expect(try Settings(yaml: yaml, path: "a.yaml") == Settings())
  }

  @Test("every key is read")
  func reads() throws {
    let settings = try Settings(
      yaml: """
        inbox: {folder: a, work: b, done: c, refused: d, after_commit: delete, settle_seconds: 0.5, sweep_seconds: 9}
        store: {path: s.sqlite, retention_days: 7, on_other_stamp: refuse}
        grouping: {window_days: 3, recall: 0.9, at_resemblance: 0.5, same_from: 0.7, versions_within_days: 2,
          words_per_shingle: 4, registers: 256}
        events: {file: e.jsonl, rotate_megabytes: 5, keep_files: 3, retention_days: 2}
        limits: {file_bytes: 2000, line_bytes: 2001, text_bytes: 2002, json_depth: 5, folder_depth: 2}
        text: {noise: ocr}
        log: {level: debug}
        """, path: "a.yaml")
    #expect(settings.grouping.noise == .ocr && settings.grouping.sameFrom == 0.7)
    #expect(settings.inbox.folder == "a" && settings.inbox.afterCommit == .delete)
    #expect(settings.inbox.settleSeconds == 0.5 && settings.inbox.sweepSeconds == 9)
    #expect(settings.store.onOtherStamp == .refuse && settings.store.retentionDays == 7)
    #expect(settings.grouping.registers == 256 && settings.grouping.wordsPerShingle == 4)
    #expect(settings.events.file == "e.jsonl" && settings.events.keepFiles == 3)
    #expect(settings.limits.jsonDepth == 5 && settings.limits.lineBytes == 2001)
    #expect(settings.logLevel == .debug)
  }

  @Test(
    "the event file is no part of the inbox and not the store, however its path is written",
    arguments: [
      "var/inbox/e.jsonl", "./var/refused/e", "var//done/2026-01-01/e", "var/refused",
      "var/./copytaster.sqlite", "./var/copytaster.sqlite",
    ])
  func eventFile(_ path: String) throws {
    let error = #expect(throws: SettingsErrors.self) {
      try Settings(yaml: "events: {file: \(path)}", path: "a.yaml")
    }
    #expect(error?.mistakes.map(\.key) == ["events"])
    for path in ["var/inbox.jsonl", "/var/inbox/e.jsonl", "var/events/e.jsonl"] {
      #expect(try Settings(yaml: "events: {file: \(path)}", path: "a.yaml").events.file == path)
    }
  }

  @Test("all mistakes come at once, each with its line and key")
  func mistakes() throws {
    let error = #expect(throws: SettingsErrors.self) {
      try Settings(
        yaml: """
          inbox:
            settle_seconds: soon
            sweep_secnds: 3
          grouping:
            recall: 1.5
          limts:
            file_bytes: 1
          """, path: "bad.yaml")
    }
    let mistakes = try #require(error).mistakes
    #expect(
      mistakes.map { "\($0.line ?? 0) \($0.key)" } == [
        "2 inbox.settle_seconds", "3 inbox.sweep_secnds", "5 grouping.recall", "6 limts",
      ])
    #expect("\(try #require(error))".contains("bad.yaml:5: grouping.recall: must be a number from"))
  }

  @Test(
    "what is not YAML, or of the wrong shape, is refused and never crashes",
    arguments: [
      ":\n  - [", "- a\n- b", "inbox: 3", "inbox: [1, 2]", "a: &x [*x]", "log: {level: loud}",
    ])
  func shapes(_ yaml: String) {
    #expect(throws: SettingsErrors.self) { try Settings(yaml: yaml, path: "a.yaml") }
  }

  @Test("four folders must be four")
  func sameFolder() {
    #expect(throws: SettingsErrors.self) {
      try Settings(yaml: "inbox: {folder: a, work: a}", path: "a.yaml")
    }
  }

  @Test("the configuration that is shipped is accepted, and names every key")
  func shipped() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "config/copytaster.yaml").path
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    let settings = try Settings(yaml: yaml, path: path)
    #expect(settings.grouping == Settings().grouping)
    #expect(settings.limits == Settings().limits)
    for key in [
      "folder", "work", "done", "refused", "after_commit", "settle_seconds", "sweep_seconds",
      "path",
      "retention_days", "on_other_stamp", "window_days", "recall", "at_resemblance",
      "same_from", "noise", "versions_within_days", "words_per_shingle", "registers", "file",
      "rotate_megabytes", "keep_files", "file_bytes", "line_bytes", "text_bytes", "json_depth",
      "folder_depth", "level",
    ] {
      #expect(yaml.contains("  \(key):"), "\(key) is not in the shipped configuration")
    }
  }
}
