import Testing

extension EndToEnd {
  @Suite("Exit codes")
  struct ExitCodeTests {
    @Test("a wrong command line ends with 64")
    func wrongCommandLine() async throws {
      let workspace = try Workspace()
      for arguments in [
        ["group", "--no-such-flag"], ["dance"], ["compare", "one"], ["plan", "--at", "x"],
      ] {
        let child = try Child(arguments, in: workspace.path)
        let ending = try await child.ending()
        workspace.check(ending == .exit(64), "\(arguments) ended with \(ending): \(child.errors)")
      }
    }

    @Test("numbers that mean nothing are a wrong command line")
    func wrongNumbers() async throws {
      let workspace = try Workspace()
      for arguments in [
        ["group", ".", "--limit=-1"], ["group", "--at-least=0"],
        ["eval", "relations", ".", "--worst=-1"],
        ["kills", "--limit=0"], ["events", "--limit=-1"], ["boilerplate", "list", "--at-least=0"],
      ] {
        let child = try Child(arguments, in: workspace.path)
        let ending = try await child.ending()
        workspace.check(
          ending == .exit(64) && child.errors.contains("or more"), "\(arguments): \(child.errors)")
      }
    }

    @Test("output that can't be written ends with 1 and is said", arguments: [">/dev/full", ">&-"])
    func outputLost(redirection: String) async throws {
      let workspace = try Workspace()
      try workspace.write("{\"id\": \"a\", \"text\": \"words\"}", to: "a.jsonl")
      for arguments in [["group", "a.jsonl"], ["group", "a.jsonl", "--json"], ["version"]] {
        let child = try Child(arguments, in: workspace.path, redirection: redirection)
        let ending = try await child.ending()
        workspace.check(
          ending == .exit(1) && child.errors.contains("output can't be written"),
          "\(arguments) ended with \(ending): \(child.errors)")
      }
    }

    @Test("lost output ends with 1 and is said though input was refused too")
    func outputLostBesideRefusal() async throws {
      let workspace = try Workspace()
      let story = #"{"id": "a", "text": "words"}"#
      try workspace.write(story + "\n{}\n", to: "a.jsonl")
      let pairs = #"{"a": "a", "b": "b"}"# + "\n" + #"{"a": "a", "b": "none"}"#
      try workspace.write(pairs, to: "pairs.jsonl")
      try workspace.write(story + "\n" + story.replacing("\"a\"", with: "\"b\""), to: "b.jsonl")
      for (arguments, reason) in [
        (["group", "a.jsonl", "--json"], "line 2"), (["read", "a.jsonl", "--json"], "written"),
        (["relate", "b.jsonl", "--pairs", "pairs.jsonl"], "'none'"),
      ] {
        let child = try Child(arguments, in: workspace.path, redirection: ">/dev/full")
        let ending = try await child.ending()
        workspace.check(
          ending == .exit(1) && child.errors.contains("output can't be written")
            && child.errors.contains(reason), "\(arguments): \(ending), \(child.errors)")
      }
    }

    @Test("a missing or refused input ends with 66 and is named")
    func missingInput() async throws {
      let workspace = try Workspace()
      let missing = try await workspace.run("group", "not-there.txt")
      workspace.check(
        missing.ending == .exit(66) && missing.errors.contains("not-there.txt"), missing.errors)
      try workspace.write("{\"id\": \"torn", to: "torn.jsonl")
      let torn = try await workspace.run("group", "torn.jsonl", "--json")
      workspace.check(
        torn.ending == .exit(66) && torn.errors.contains("torn.jsonl: line 1"), torn.errors)
      try workspace.write("{\"id\": \"a\", \"text\": \"words\"}", to: "a.jsonl")
      try workspace.write("{\"a\": \"a\", \"b\": \"b\"}", to: "pairs.jsonl")
      let pairs = try await workspace.run("relate", "a.jsonl", "--pairs", "pairs.jsonl")
      workspace.check(
        pairs.ending == .exit(66)
          && pairs.errors.contains("1 id is not among the stories, such as 'b' in line 1"),
        pairs.errors)
    }

    @Test("a file that is mistyped is told as such where there is no store to look it up in")
    func mistyped() async throws {
      let workspace = try Workspace()
      try workspace.write("words", to: "a.txt")
      let typed = try await workspace.run("compare", "a.txt", "wire/b.txt")
      workspace.check(
        typed.ending == .exit(66) && typed.errors.contains("wire/b.txt: there is no such file"),
        typed.errors)
      let number = try await workspace.run("compare", "a.txt", "#2")
      workspace.check(number.ending == .exit(69), number.errors)
    }

    @Test("a missing store ends with 69 and a way out")
    func missingStore() async throws {
      let workspace = try Workspace()
      for arguments in [["group"], ["status"], ["events"], ["check"], ["show", "g1"]] {
        let child = try Child(arguments, in: workspace.path)
        let ending = try await child.ending()
        workspace.check(
          ending == .exit(69) && child.errors.contains("there is no store at"),
          "\(arguments) ended with \(ending): \(child.errors)")
      }
    }

    @Test(
      "a folder of models that lacks them ends with 69 and is named, though others are installed")
    func missingModels() async throws {
      let workspace = try Workspace()
      try workspace.write("{\"id\": \"a\", \"text\": \"words\"}", to: "a.jsonl")
      let child = try Child(
        ["group", "a.jsonl"], in: workspace.path, environment: ["COPYTASTER_MODELS": "no/models"])
      let ending = try await child.ending()
      workspace.check(
        ending == .exit(69) && child.errors.contains("no/models"),
        "ended with \(ending): \(child.errors)")
    }

    @Test("a wrong configuration ends with 78 and all of its mistakes, each with its line")
    func wrongConfiguration() async throws {
      let workspace = try Workspace()
      try workspace.configure(
        """
        inbox:
          sweep_seconds: never
          foldr: inbox
        mailbox:
          folder: inbox
        log:
          level: loud
        """)
      for command in ["serve", "status", "plan"] {
        let finished = try await workspace.run(command)
        workspace.check(finished.ending == .exit(78), "ended with \(finished.ending)")
        for mistake in [
          "copytaster.yaml:2: inbox.sweep_seconds", "copytaster.yaml:3: inbox.foldr",
          "copytaster.yaml:4: mailbox", "copytaster.yaml:7: log.level",
        ] {
          workspace.check(finished.errors.contains(mistake), "\(mistake): \(finished.errors)")
        }
      }
    }

    @Test("a story or group that is not there ends with 2")
    func notThere() async throws {
      let workspace = try Workspace()
      try workspace.drop("id: only\n\nthe only story", as: "only.txt")
      try await workspace.drain()
      for name in ["nobody", "g999", "#999"] {
        let finished = try await workspace.run("show", name)
        workspace.check(finished.ending == .exit(2), "\(name): \(finished.ending)")
        workspace.check(finished.errors.contains(name), "\(name): \(finished.errors)")
      }
      let there = try await workspace.run("show", "only")
      workspace.check(there.ending == .exit(0), there.errors)
    }

    @Test("a store named without a folder works like any other")
    func storeWithoutFolder() async throws {
      let workspace = try Workspace()
      let text = Workspace.configuration().replacing("store/copytaster.sqlite", with: "bare.sqlite")
      try workspace.configure(text)
      try workspace.drop("id: only\n\nthe only story", as: "only.txt")
      try await workspace.drain()
    }
  }
}
