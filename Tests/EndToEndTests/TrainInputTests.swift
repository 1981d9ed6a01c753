import Foundation
import Glibc
import Testing

extension EndToEnd {
  @Suite("Training on labels of one's own")
  struct TrainInputTests {
    /// Six stories, of which the first two and the next two are one copy.
    private func workspace(_ labels: [String]) throws -> Workspace {
      let workspace = try Workspace()
      let texts = (0..<6).map { StoryTexts.text($0 / 2) }
      let stories = texts.enumerated().map { #"{"id": \#($0), "text": "\#($1)"}"# }
      try workspace.write(stories.joined(separator: "\n") + "\n", to: "stories.jsonl")
      try workspace.write(labels.joined(separator: "\n") + "\n", to: "pairs.jsonl")
      return workspace
    }

    private enum StoryTexts {
      static func text(_ number: Int) -> String {
        VoteTests.agency.map { "\($0) It was number \(number * 7) of \(number + 3)." }
          .joined(separator: " ")
      }
    }

    private static let enough = [
      #"{"a": 0, "b": 1, "label": "version"}"#, #"{"a": 2, "b": 3, "label": "cut"}"#,
      #"{"a": 0, "b": 2, "label": "partial"}"#, #"{"a": 1, "b": 5, "label": "none"}"#,
    ]

    @Test("labels without partial pairs are refused before anything is judged")
    func lacking() async throws {
      let finished = try await workspace([Self.enough[0], Self.enough[3]])
        .run("train", "relation", ".", "--output", "m.json")
      #expect(finished.ending == .exit(66) && finished.output.isEmpty, "\(finished.output)")
      #expect(finished.errors.contains("no pair is labelled partial"), "\(finished.errors)")
    }

    @Test(
      "a measurement that there is not is refused by name, and a model is made without one there is"
    )
    func without() async throws {
      let workspace = try workspace(Self.enough)
      let wrong = try await workspace.run("train", "relation", ".", "--without", "title")
      #expect(wrong.ending == .exit(64), "\(wrong.errors)")
      #expect(
        wrong.errors.contains("no measurement 'title'; there are shareMost"), "\(wrong.errors)")
      let made = try await workspace.run(
        "train", "relation", ".", "--without", "titles", "--quick", "--output", "m.json")
      #expect(made.ending == .exit(0) && made.output.contains("m.json: trained"), "\(made.errors)")
    }

    @Test("a place that can't be written to is refused before anything is judged")
    func place() async throws {
      let finished = try await workspace(Self.enough)
        .run("train", "relation", ".", "--output", "nowhere/m.json")
      #expect(finished.ending != .exit(0) && finished.output.isEmpty, "\(finished.output)")
      #expect(finished.errors.contains("nowhere/m.json"), "\(finished.errors)")
      let folder = try await workspace(Self.enough).run("train", "relation", ".", "--output", ".")
      #expect(folder.output.isEmpty && folder.errors.contains("s a directory"), "\(folder.errors)")
    }

    @Test(
      "a model that learned nothing of cuts or components says so, and no figures are made of nothing"
    )
    func lacks() async throws {
      let workspace = try workspace(Self.enough.filter { !$0.contains("cut") })
      let finished = try await workspace.run("train", "relation", ".", "--output", "m.json")
      #expect(finished.ending == .exit(0), "\(finished.errors)")
      #expect(finished.output.contains("no trees for cuts"), "\(finished.output)")
      #expect(finished.output.contains("no trees for components"), "\(finished.output)")
      #expect(finished.output.contains("too few labels to learn from"), "\(finished.output)")
      #expect(!finished.output.contains("F1 1.000"), "\(finished.output)")
    }

    @Test("a reader's labels that tell cuts from versions are learned from")
    func cuts() async throws {
      let workspace = try workspace(Self.enough)
      let finished = try await workspace.run("train", "relation", ".", "--output", "m.json")
      #expect(finished.ending == .exit(0), "\(finished.errors)")
      #expect(!finished.output.contains("no trees for cuts"), "\(finished.output)")
      #expect(workspace.text("m.json").contains(#""contained":"#))
    }

    @Test("further labels of a set are learned from, and nothing is judged by them")
    func further() async throws {
      let workspace = try workspace(Self.enough)
      let further = [
        #"{"a": 1, "b": 0, "label": "none"}"#, #"{"a": 4, "b": 5, "label": "expanded"}"#,
        #"{"a": 3, "b": 4, "label": "partial", "confidence": "low"}"#,
      ]
      for file in ["stories", "pairs"] {
        try workspace.write(workspace.text(file + ".jsonl"), to: "mine/\(file).jsonl")
      }
      try workspace.write(further.joined(separator: "\n"), to: "labels/mine.jsonl")
      let finished = try await workspace.run(
        "train", "relation", "mine", "--labels", "labels", "--output", "m.json")
      #expect(finished.ending == .exit(0), "\(finished.errors)")
      #expect(finished.output.contains("trained on 6 pairs"), "\(finished.output)")
      let quick = try await workspace.run(
        "train", "relation", "mine", "--labels", "labels", "--quick", "--output", "m.json")
      #expect(!quick.output.contains("held back"), "\(quick.output)")
      try workspace.write(#"{"a": 1, "b": 99, "label": "none"}"#, to: "labels/mine.jsonl")
      let refused = try await workspace.run(
        "train", "relation", "mine", "--labels", "labels", "--output", "m.json")
      #expect(refused.ending == .exit(66) && refused.errors.contains("99"), "\(refused.errors)")
    }

    @Test("a folder of further labels that is not there is refused, and one without any is told")
    func noFurther() async throws {
      let workspace = try workspace(Self.enough)
      for file in ["stories", "pairs"] {
        try workspace.write(workspace.text(file + ".jsonl"), to: "mine/\(file).jsonl")
      }
      func train(_ labels: String) async throws -> Workspace.Finished {
        try await workspace.run(
          "train", "relation", "mine/", "--quick", "--labels", labels, "--output", "m.json")
      }
      for (labels, problem) in [
        ("lables", "there is no such folder"), ("pairs.jsonl", "is a file"),
      ] {
        let refused = try await train(labels)
        #expect(refused.ending == .exit(66) && refused.output.isEmpty, "\(refused)")
        #expect(refused.errors.contains("\(labels): \(problem)"), "\(refused.errors)")
      }
      try workspace.write(Self.enough[0], to: "labels/mien.jsonl")
      let told = try await train("labels")
      #expect(told.ending == .exit(0) && told.output.contains("trained on 4 pairs"), "\(told)")
      #expect(told.errors.contains("looked for labels/mine.jsonl"), "\(told.errors)")
      try workspace.write(Self.enough[0], to: "labels/mine.jsonl")
      let found = try await train("labels/")
      #expect(found.ending == .exit(0) && !found.errors.contains("looked for"), "\(found.errors)")
    }

    @Test("a model of another version is told from one that is not there")
    func otherVersion() async throws {
      let workspace = try Workspace()
      try workspace.write(#"{"version": 1}"#, to: "models/relation.json")
      let child = try Child(
        ["version"], in: workspace.path,
        environment: ["COPYTASTER_MODELS": workspace.path + "/models"])
      #expect(try await child.ending() == .exit(0))
      #expect(child.output.contains("not usable: "), "\(child.output)")
    }

    /// Pages of outlets whose stories report and whose furniture is a call and a notice.
    private func pages(outlets: Int) -> String {
      (0..<outlets).flatMap { outlet in
        (0..<3).map { page in
          let news = VoteTests.agency.enumerated().map { number, sentence in
            #"{"text": "\#(sentence) \#(outlet * 3 + page + number) people heard it, the mayor said.", "content": true}"#
          }
          let furniture = [
            "Sign up for our newsletter and get the best of town \(outlet) every morning.",
            "All rights reserved. Town \(outlet) Media 2026.",
          ].map { #"{"text": "\#($0)", "content": false}"# }
          let paragraphs = (news + furniture).joined(separator: ", ")
          return
            #"{"id": "\#(outlet)-\#(page)", "outlet": "town\#(outlet)", "paragraphs": [\#(paragraphs)]}"#
        }
      }.joined(separator: "\n")
    }

    @Test("a boilerplate model is learned from pages alone, and can be loaded")
    func pagesAlone() async throws {
      let workspace = try Workspace()
      try workspace.write(pages(outlets: 12) + "\n", to: "pages.jsonl")
      try workspace.write("old", to: "card.md")
      #expect(symlink("card.md", workspace.path + "/b.md") == 0)
      let trained = try await workspace.run(
        "train", "boilerplate", "pages.jsonl", "--output", "b.json")
      #expect(trained.ending == .exit(0), "\(trained.errors)")
      #expect(workspace.text("card.md").contains("No wire was named"))
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: workspace.path + "/b.md")
          == "card.md")
      #expect(trained.output.contains("No wire was named"), "\(trained.output)")
      let judged = try await workspace.run(
        "eval", "boilerplate", "pages.jsonl", "--model", "b.json")
      #expect(judged.ending == .exit(0) && judged.output.contains("precision"), "\(judged.errors)")
    }

    @Test(
      "labelled lines that say nothing are refused, blank lines and numbers for ids are none the worse",
      arguments: [
        ("", "nothing in it is labelled"),
        (
          #"{"id": 1, "lines": [{"text": "Sign up.", "label": "furnitur"}]}"#,
          "nothing in it is labelled"
        ),
        (
          #"{"id": 1, "lines": [{"text": "Sign up."}]}"#,
          #"line 1 is no JSON of {"id","paragraphs""#
        ),
        (#"{"a": 1}"#, #"there is no "id""#),
        (#"{"id": 1, "lines": [{"text": "Sign up.", "label": "furniture"}]}"# + "\r\n\r\n", nil),
      ])
    func lines(text: String, says: String?) async throws {
      let workspace = try Workspace()
      try workspace.write(text, to: "lines.jsonl")
      let finished = try await workspace.run("eval", "boilerplate", "lines.jsonl")
      #expect(finished.ending == .exit(says == nil ? 0 : 66), "\(finished.errors)")
      if let says { #expect(finished.errors.contains(says), "\(finished.errors)") }
      if says == nil {
        #expect(
          finished.output.contains("of 7 characters of boilerplate and 0 of news"),
          "\(finished.output)")
      }
    }

    @Test("pages that teach too little are refused, and leave no model behind")
    func tooFewPages() async throws {
      let workspace = try Workspace()
      try workspace.write(
        #"{"id": "1", "outlet": "o", "paragraphs": [{"text": "A choir sang.", "content": true}]}"#
          + "\n",
        to: "pages.jsonl")
      let finished = try await workspace.run(
        "train", "boilerplate", "pages.jsonl", "--output", "b.json")
      #expect(finished.ending == .exit(66))
      #expect(finished.errors.contains("too few stories come of these pages"), "\(finished.errors)")
      #expect(!FileManager.default.fileExists(atPath: workspace.path + "/b.json"))
    }
  }
}
