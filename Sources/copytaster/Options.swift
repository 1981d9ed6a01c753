import ArgumentParser
import Inbox
import NearDuplicates
import Pipeline
import Settings
import Stories
import SystemPackage

/// Which configuration a command works with.
struct ConfigurationOption: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: """
      Configuration file. Otherwise $COPYTASTER_CONFIG, ./copytaster.yaml, \
      /etc/copytaster/copytaster.yaml, or the standard settings under ./var.
      """,
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  /// Where the settings are.
  var source: SettingsSource { SettingsSource.find(named: config) }
}

/// What nearly every command takes.
struct CommonOptions: ParsableArguments {
  @OptionGroup var configuration: ConfigurationOption

  @Flag(help: "Print JSON, one object a line.")
  var json = false

  /// The settings in force.
  func settings() throws -> Settings { try configuration.source.load() }
}

extension Settings {
  /// What shingles and signatures are made of.
  func signer() throws -> Signer {
    try ModelSource.standard.signer(
      shingler: Shingler(words: grouping.wordsPerShingle),
      sketch: FastSimilaritySketch(registers: grouping.registers))
  }

  /// What reads texts and knows their boilerplate.
  func copyReader() throws -> CopyReader {
    CopyReader(signer: try signer(), boilerplate: try ModelLocation.boilerplate())
  }

  /// The band plan that gives the recall wanted.
  func plan() throws -> BandPlan {
    guard
      let plan = BandPlan(
        recall: grouping.recall, at: grouping.atResemblance, registers: grouping.registers)
    else {
      throw SettingsErrors(
        path: "grouping",
        mistakes: [
          .init(
            line: nil, key: "grouping.recall",
            problem: """
              no plan finds \(grouping.recall) of pairs of resemblance \(grouping.atResemblance) with \
              \(grouping.registers) registers; lower recall, or raise at_resemblance or registers
              """)
        ])
    }
    return plan
  }

  /// What decides relations.
  func rule() throws -> RelationRule {
    var rule = RelationRule(model: try ModelSource.standard.relation())
    rule.model = rule.model?.sure(from: grouping.sameFrom)
    rule.versionsWithin = Int64(grouping.versionsWithinDays * Double(Instant.day))
    return rule
  }

  /// What a daemon needs to start.
  func foundation() throws -> IngestFoundation {
    IngestFoundation(
      folders: InboxFolders(
        inbox: FilePath(inbox.folder), work: FilePath(inbox.work), done: FilePath(inbox.done),
        refused: FilePath(inbox.refused)),
      shingler: Shingler(words: grouping.wordsPerShingle),
      sketch: FastSimilaritySketch(registers: grouping.registers), plan: try plan(),
      window: Int64(grouping.windowDays * Double(Instant.day)),
      maySignAnew: store.onOtherStamp == .resign, rarity: try ModelSource.standard.rarity(),
      boilerplate: try ModelLocation.boilerplate())
  }

  /// What a running daemon can be told anew.
  func ingestOptions() throws -> IngestOptions {
    var options = IngestOptions()
    options.limits = limits
    options.outlets = outlets
    options.fallbackCharset = wire.fallbackCharset
    options.settle = .seconds(inbox.settleSeconds)
    options.sweep = .seconds(inbox.sweepSeconds)
    options.disposal = inbox.afterCommit == .move ? .move : .delete
    options.rule = try rule()
    options.noise = grouping.noise
    options.retention = Int64(store.retentionDays * Double(Instant.day))
    options.eventRetention = Int64(events.retentionDays * Double(Instant.day))
    options.eventFile = events.file.map { file in
      EventFile(
        path: FilePath(file), rotateBytes: Int64(events.rotateMegabytes) << 20,
        keep: events.keepFiles)
    }
    return options
  }
}

/// Numbers of which less than one means nothing.
enum AtLeastOne {
  /// - Throws: `ValidationError` that names the option.
  static func check(_ option: String, _ value: Int) throws {
    if value < 1 { throw ValidationError("\(option) must be 1 or more") }
  }
}

/// How long a list is.
struct ListLimit: ParsableArguments {
  @Option(help: "Show at most so many. Otherwise tables have 50, and --json has all.")
  var limit: Int?

  func validate() throws {
    if let limit { try AtLeastOne.check("--limit", limit) }
  }

  /// The first ones of a list, as many as are asked for.
  func first<Element>(of list: [Element], json: Bool) -> ArraySlice<Element> {
    list.prefix(limit ?? (json ? .max : 50))
  }

  /// Tells people of what is not shown.
  func sayWhatIsLeft(_ all: Int, _ shown: Int) {
    if all > shown { Terminal.say("… and \(all - shown) more; see --limit") }
  }
}
