internal import Stories
internal import Yams

extension Settings {
  /// Reads settings from YAML. Missing keys have their standard values; an empty file is all standard.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - path: the file's name, for messages.
  /// - Throws: all mistakes at once. A configuration is taken whole or not at all.
  public init(yaml: String, path: String) throws(SettingsErrors) {
    self.init()
    let list = MistakeList()
    if let document = Settings.document(yaml, list) {
      Settings.refuseUnknownSections(document, list)
      readInbox(document, list)
      readStore(document, list)
      readGrouping(document, list)
      readText(document, list)
      readWire(document, list)
      readEvents(document, list)
      readLimits(document, list)
      readLog(document, list)
    }
    if !list.mistakes.isEmpty {
      let mistakes = list.mistakes.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
      throw SettingsErrors(path: path, mistakes: mistakes)
    }
  }

  private static func document(_ yaml: String, _ list: MistakeList) -> Node.Mapping? {
    do {
      guard let node = try Yams.compose(yaml: yaml), node.null == nil else { return nil }
      if let mapping = node.mapping { return mapping }
      list.add(node.mark?.line, "", "must consist of sections such as 'inbox:'")
    } catch let error as YamlError {
      list.add(nil, "", "is not YAML: \(error)")
    } catch {
      list.add(nil, "", "is not YAML")
    }
    return nil
  }

  private static func refuseUnknownSections(_ document: Node.Mapping, _ list: MistakeList) {
    let known = ["inbox", "store", "grouping", "text", "wire", "events", "limits", "log"]
    for (key, _) in document where !known.contains(key.string ?? "") {
      list.add(
        key.mark?.line, key.string ?? "?",
        "no such section; there are \(known.joined(separator: ", "))")
    }
  }

  private mutating func readInbox(_ document: Node.Mapping, _ list: MistakeList) {
    var section = SectionReader("inbox", in: document, list)
    section.text("folder", &inbox.folder)
    section.text("work", &inbox.work)
    section.text("done", &inbox.done)
    section.text("refused", &inbox.refused)
    section.choice("after_commit", &inbox.afterCommit)
    section.number("settle_seconds", &inbox.settleSeconds, in: 0...3600)
    section.number("sweep_seconds", &inbox.sweepSeconds, in: 0.05...3600)
    section.finish()
    let folders = [inbox.folder, inbox.work, inbox.done, inbox.refused]
    if Set(folders).count < folders.count {
      list.add(nil, "inbox", "folder, work, done and refused must be four different folders")
    }
  }

  private mutating func readStore(_ document: Node.Mapping, _ list: MistakeList) {
    var section = SectionReader("store", in: document, list)
    section.text("path", &store.path)
    section.number("retention_days", &store.retentionDays, in: 0.01...36_500)
    section.choice("on_other_stamp", &store.onOtherStamp)
    section.finish()
  }

  private mutating func readGrouping(_ document: Node.Mapping, _ list: MistakeList) {
    var section = SectionReader("grouping", in: document, list)
    section.number("window_days", &grouping.windowDays, in: 0.01...36_500)
    section.number("recall", &grouping.recall, in: 0.01...0.9999)
    section.number("at_resemblance", &grouping.atResemblance, in: 0.05...1)
    section.number("same_from", &grouping.sameFrom, in: 0.05...0.95)
    section.number("versions_within_days", &grouping.versionsWithinDays, in: 0.01...36_500)
    section.count("words_per_shingle", &grouping.wordsPerShingle, in: 1...16)
    section.count("registers", &grouping.registers, in: 16...1024)
    section.finish()
  }

  private mutating func readText(_ document: Node.Mapping, _ list: MistakeList) {
    var section = SectionReader("text", in: document, list)
    section.choice("noise", &grouping.noise)
    section.finish()
  }

  private mutating func readWire(_ document: Node.Mapping, _ list: MistakeList) {
    var section = SectionReader("wire", in: document, list)
    section.optionalText("outlets_file", &wire.outletsFile)
    section.optionalText("fallback_charset", &wire.fallbackCharset)
    section.choice("lead", &wire.lead)
    section.finish()
  }

  private mutating func readEvents(_ document: Node.Mapping, _ list: MistakeList) {
    var section = SectionReader("events", in: document, list)
    section.optionalText("file", &events.file)
    section.count("rotate_megabytes", &events.rotateMegabytes, in: 1...100_000)
    section.count("keep_files", &events.keepFiles, in: 1...10_000)
    section.number("retention_days", &events.retentionDays, in: 0.01...36_500)
    section.finish()
    guard let file = events.file else { return }
    if PathNames.same(file, store.path) {
      list.add(nil, "events", "file must be another one than the store")
    }
    for folder in [inbox.folder, inbox.work, inbox.done, inbox.refused]
    where PathNames.isInside(file, folder) {
      list.add(nil, "events", "file must not be in \(folder), where stories and their files are")
    }
  }

  private mutating func readLimits(_ document: Node.Mapping, _ list: MistakeList) {
    var section = SectionReader("limits", in: document, list)
    section.count("file_bytes", &limits.fileBytes, in: 1024...(1 << 31))
    section.count("line_bytes", &limits.lineBytes, in: 1024...(1 << 30))
    section.count("text_bytes", &limits.textBytes, in: 1024...(1 << 30))
    section.count("json_depth", &limits.jsonDepth, in: 2...512)
    section.count("json_file_bytes", &limits.jsonFileBytes, in: 1024...(1 << 30))
    section.count("xml_depth", &limits.xmlDepth, in: 8...250)
    section.count("folder_depth", &limits.folderDepth, in: 1...64)
    section.finish()
  }

  private mutating func readLog(_ document: Node.Mapping, _ list: MistakeList) {
    var section = SectionReader("log", in: document, list)
    section.choice("level", &logLevel)
    section.finish()
  }
}
