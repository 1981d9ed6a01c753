import ArgumentParser

/// The program. One file per command; this one only lists them.
@main
struct Copytaster: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copytaster",
    abstract: "Groups the near-duplicate versions of agency copy across outlets.",
    discussion: """
      A copy taster reads every story the agencies send and decides what is new. This one watches an inbox \
      of stories and keeps those that are the same copy in groups, or groups files in one go.

      EXAMPLES
        copytaster group stories.jsonl            group a file of stories, print a table
        copytaster group inbox/ --json            the same for a folder, a line of JSON a story
        copytaster compare a.txt b.txt            what two stories share
        copytaster serve                          run the daemon with the standard settings, under ./var
        copytaster events --follow                watch what the daemon does

      EXIT CODES
        0  done
        1  something failed while working; the message says what
        2  a question with the answer "no": check found something, a story or group is not there
        64 the command line is wrong
        66 an input is not there, some of it was refused, or nothing of it is a story
        69 the store or a library is not available; another daemon may hold it
        78 the configuration is wrong
      """,
    version: Version.short,
    subcommands: [
      Serve.self, GroupCommand.self, Relate.self, Compare.self, Show.self, Status.self, Events.self,
      Read.self, Live.self, Kills.self, Lead.self, Reread.self, BoilerplateCommand.self, Plan.self,
      Check.self, Train.self, Eval.self, VersionCommand.self,
    ])

  static func main() async {
    Terminal.keepDescriptors()
    await main(nil)
  }
}
