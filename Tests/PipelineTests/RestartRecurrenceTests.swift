import Foundation
import Inbox
import Models
import NearDuplicates
import Store
import Stories
import TestSupport
import Testing
import Text

@testable import Pipeline

@Suite struct RestartRecurrenceTests {
  /// What a model knows for furniture, longer than the briefs above it.
  private static let known = (0..<4).map { _ in
    """
    We use cookies to improve your experience on this website and to show you advertising. By \
    continuing to browse you agree to our use of cookies. Read our privacy policy and our terms \
    and conditions. Sign up for our newsletter and follow us on Facebook and Twitter. All rights \
    reserved.
    """
  }.joined(separator: " ")

  /// What a model finds not unlikely to be furniture, and does not mark.
  private static let unknown = """
    Join the conversation. We keep the space beneath our articles open to anybody who has something \
    to add, and ask that you behave there as you would at a neighbour's table. Please use the name \
    you are known by, and stick to the subject of the article.

    We take down remarks that threaten or belittle people, that advertise goods, or that could \
    prejudice a trial. If one of yours is removed you will receive a short letter giving the reason.

    By posting you allow us to quote your remark in the printed edition, shortened where space \
    demands, with your name and town beside it. You may have your words deleted whenever you wish. To \
    report a remark, press the small flag next to it. To suggest a change to these rules, write to \
    the readers' editor at our office.
    """

  private func foundation(_ bench: Bench) throws -> IngestFoundation {
    let models =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "models").path + "/"
    let plain = bench.foundation()
    return IngestFoundation(
      folders: plain.folders, shingler: Shingler(), sketch: FastSimilaritySketch(),
      plan: bench.plan, window: plain.window, maySignAnew: true,
      boilerplate: try BoilerplateModelFile(path: models + BoilerplateModelFile.name)
        .load(tokeniser: Tokeniser.version))
  }

  private func ingest(_ bench: Bench) throws -> Ingest<SystemFileDoor> {
    try Ingest(
      foundation: foundation(bench), options: bench.options, store: Store(path: bench.storePath),
      door: SystemFileDoor(), tracker: WriteTracker(),
      log: IngestLog.silent,
      wall: { Instant(milliseconds: 1_772_500_000_000) })
  }

  @Test(
    "briefs above a policy that the model knows, or half knows, are counted alike after a restart",
    arguments: [known, unknown])
  func counted(policy: String) throws {
    let bench = Bench()
    var generator = StoryGenerator(seed: 8)
    for number in 0..<8 {
      let body = generator.text(words: 60).replacing("\n", with: " ")
      try bench.drop(
        Story(
          id: "echo-\(number)", outlet: Outlet("echo"),
          published: Instant(milliseconds: 1_772_400_000_000 + Int64(number) * Instant.hour),
          text: body + "\n\n" + policy))
    }
    func counted(_ daemon: Ingest<SystemFileDoor>) -> Int {
      let reader = daemon.taster.reader
      return reader.ledger.storyCount(of: reader.number(of: Outlet("echo")))
    }
    let daemon = try ingest(bench)
    daemon.settle()
    #expect(counted(daemon) == 8)
    #expect(try counted(ingest(bench)) == 8)
  }
}
