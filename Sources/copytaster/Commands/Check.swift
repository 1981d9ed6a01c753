import ArgumentParser
import Inbox
import Pipeline
import Settings
import Store
import Stories
import SystemPackage

/// `copytaster check`
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check configuration, store and index against each other.",
    discussion: """
      Reads the configuration, looks at the folders, lets SQLite check the store, looks for rows that \
      contradict each other, signs a sample of the stored texts again and builds an index of them to see that \
      each can be found in it. What the documented limits bring about is a note. Exit code 0 when all is well, 2 \
      when something was found.

      EXAMPLE
        copytaster check --config /etc/copytaster/copytaster.yaml
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "Sign every so-manieth story again; 1 for all.")
  var every = 17

  private struct Output: Encodable {
    let findings: [String]
    let notes: [String]
    let stories: Int
    let signedAgain: Int

    private enum CodingKeys: String, CodingKey {
      case findings, notes, stories
      case signedAgain = "signed_again"
    }
  }

  func validate() throws { try AtLeastOne.check("--every", every) }

  func run() async throws {
    try await reporting {
      let settings = try common.settings()
      var findings = folderFindings(settings)
      let reader = try StoreReader.open(settings)
      let stories = try reader.counts().stories
      var sample = SignedAgain(try settings.copyReader())
      findings += try examine(reader, stamp: try settings.signer().stamp, stories, &sample)
      let lost = LostInIndex(sample.signatures, try settings.plan())
      findings += lost.findings
      let output = Output(
        findings: findings, notes: lost.notes, stories: stories,
        signedAgain: sample.signatures.count)
      if common.json {
        Terminal.say(try JSON.line(output))
      } else {
        for finding in findings { Terminal.say(Style.yellow("found: ") + finding) }
        for note in output.notes { Terminal.say("note: " + note) }
        Terminal.say(
          "\(Words.count(output.stories, "story", "stories")) checked, \(output.signedAgain) signed again, "
            + Words.count(findings.count, "finding", "findings"))
      }
      if !findings.isEmpty { throw Exit.answerIsNo }
    }
  }

  /// What SQLite, the tables and a sample that is signed again say.
  private func examine(
    _ reader: StoreReader, stamp: SignatureStamp, _ stories: Int, _ sample: inout SignedAgain
  ) throws(StoreError) -> [String] {
    var progress = Progress("signing again", total: stories / every)
    // Also where the store turns out to be damaged: what is said of it must not stand behind the bar.
    defer { progress.finish() }
    // SQLite tells nobody how far it is.
    progress.announce("SQLite checks the store …")
    let findings = try reader.findings(stamp: stamp)
    try sample.read(reader, every: every) { progress.update($0, detail: Words.stories($0)) }
    return findings + sample.findings
  }

  private func folderFindings(_ settings: Settings) -> [String] {
    let inbox = settings.inbox
    return [inbox.folder, inbox.work, inbox.done, inbox.refused].compactMap { folder in
      do throws(FileError) {
        _ = try SystemFileDoor().list(FilePath(folder))
        return nil
      } catch {
        return "\(error)"
      }
    }
  }
}
