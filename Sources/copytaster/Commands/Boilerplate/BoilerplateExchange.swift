import ArgumentParser
import Foundation
import Settings
import Store
import Stories

/// `copytaster boilerplate export`
struct BoilerplateExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what people confirmed and rejected, for another store or for safekeeping.",
    discussion: """
      JSON of a version of its own, on standard output. What was learned is not in it: every store learns \
      its own.

      EXAMPLES
        copytaster boilerplate export > rulings.json
        copytaster boilerplate export --outlet ledger
      """)

  @OptionGroup var configuration: ConfigurationOption

  @Option(help: "Only what was said of this outlet's stories.")
  var outlet: String?

  func run() async throws {
    try await reporting {
      let reader = try StoreReader.open(try configuration.source.load())
      let rulings = try reader.rulings().map(\.ruling)
      let wanted = rulings.filter { outlet == nil || $0.outlet?.name == outlet }
      Terminal.say(try RulingsFile(wanted).encoded())
    }
  }
}

/// `copytaster boilerplate import`
struct BoilerplateImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over what people confirmed and rejected elsewhere.",
    discussion: """
      All of the file is taken, or nothing. Of two rulings on the same segment and outlet the later counts; \
      the same file twice changes nothing. A file that is not understood in full is refused.

      EXAMPLES
        copytaster boilerplate import rulings.json
        copytaster boilerplate import rulings.json --outlet ledger      as rulings on this outlet alone
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "A file that 'export' wrote.", completion: .file(extensions: ["json"]))
  var file: String

  @Option(help: "Take all of it as said of this outlet's stories.")
  var outlet: String?

  private struct Output: Encodable {
    let taken: Int
    let known: Int
    let older: Int
  }

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      let read = try RulingsFile.read(file).map { ruling in
        outlet.map { ruling.moved(to: Outlet($0)) } ?? ruling
      }
      let reader = try StoreReader.open(settings)
      let inForce = Dictionary(
        try reader.rulings().map { (Place($0.ruling), $0.ruling) }, uniquingKeysWith: { $1 })
      let known = read.count { inForce[Place($0)] == $0 }
      let newer = read.filter { ruling in
        inForce[Place(ruling)].map { $0.at < ruling.at } ?? true
      }
      if !newer.isEmpty {
        try Store(path: settings.store.path, mayUpgrade: false).add(newer.sorted { $0.at < $1.at })
      }
      let output = Output(
        taken: newer.count, known: known, older: read.count - newer.count - known)
      Terminal.say(
        try common.json
          ? JSON.line(output)
          : "\(output.taken) taken, \(output.known) known, \(output.older) older than what is in force"
      )
    }
  }

  private struct Place: Hashable {
    let segment: SegmentKey
    let outlet: Outlet?

    init(_ ruling: BoilerplateRuling) { (segment, outlet) = (ruling.segment, ruling.outlet) }
  }
}

extension BoilerplateRuling {
  /// The same said of an outlet's stories.
  fileprivate func moved(to outlet: Outlet) -> BoilerplateRuling {
    BoilerplateRuling(
      segment: segment, outlet: outlet, answer: answer, kind: kind, text: text, person: person,
      at: at)
  }
}
