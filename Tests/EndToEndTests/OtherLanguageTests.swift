import Foundation
import Testing

extension EndToEnd {
  @Suite("Languages that no table knows")
  struct OtherLanguageTests {
    private func workspace(_ stories: [(id: String, text: String)]) throws -> Workspace {
      let workspace = try Workspace()
      let lines = try stories.enumerated().map { number, story in
        let object = [
          "id": story.id, "outlet": "outlet-\(number)", "text": story.text,
          "published": "2026-03-03T07:\(10 + 5 * number):00Z",
        ]
        return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
      }
      try workspace.write(lines.joined(separator: "\n"), to: "stories.jsonl")
      return workspace
    }

    private func groups(_ workspace: Workspace) async throws -> Set<Set<String>> {
      let lines = try await workspace.run("group", "stories.jsonl", "--json").lines
      let rows = lines.map { JSONShape.object($0) }
      return Set(
        Dictionary(grouping: rows) { $0["group"] as? String ?? "" }.values.map {
          Set($0.map { $0["id"] as? String ?? "" })
        })
    }

    private func relation(
      _ one: String, _ other: String, in workspace: Workspace
    ) async throws -> [String: Any] {
      try workspace.write(#"{"a": "\#(one)", "b": "\#(other)"}"#, to: "pairs.jsonl")
      let told = try await workspace.run(
        "relate", "stories.jsonl", "--pairs", "pairs.jsonl", "--json")
      return JSONShape.object(try #require(told.lines.first))
    }

    @Test(
      "a form filled in for another company is a template, new figures of one company are a version",
      arguments: FilledForms.all)
    func forms(_ form: FilledForms.Form) async throws {
      let workspace = try workspace([
        ("agency", form.filled(with: form.one, FilledForms.figures)),
        ("update", form.filled(with: form.one, FilledForms.later)),
        ("company", form.filled(with: form.other, FilledForms.others)),
        ("unrelated", form.unrelated),
      ])
      #expect(try await groups(workspace) == [["agency", "update"], ["company"], ["unrelated"]])
      let company = try await relation("agency", "company", in: workspace)
      #expect(company["relation"] as? String == "template")
      let update = try await relation("agency", "update", in: workspace)
      #expect(update["relation"] as? String == "version")
    }

    /// News of one flood, told again with other figures and with other words throughout.
    private static let retold: [(text: String, figures: [String], words: [(String, String)])] = [
      (
        "Nach dem Hochwasser an der Lauter werden noch {n1} Menschen vermisst, wie der Landrat mitteilte. In Talbrunn "
          + "standen {n2} Keller unter Wasser, wie die Feuerwehr mitteilte. Die Bahn stellte {n3} Züge ein, wie ein "
          + "Sprecher mitteilte. Der Bürgermeister von Oberkirrach lobte die vielen Helfer, die seit dem frühen Morgen "
          + "Sandsäcke füllten und alte Leute aus ihren Häusern trugen. Am Abend soll der Pegel langsam fallen.",
        ["14", "320", "46"], [("mitteilte", "sagte")]
      ),
      (
        "Une crue de la Lauter a privé {n1} foyers de courant, ont indiqué les pompiers. Quelque {n2} habitants ont "
          + "quitté leurs maisons et {n3} routes restent coupées, ont indiqué les services du département. Le maire de "
          + "Vallons a remercié les bénévoles qui, depuis le petit matin, remplissent des sacs de sable et portent les "
          + "personnes âgées au sec. Le niveau devrait baisser dans la soirée, ont indiqué les experts.",
        ["840", "1250", "17"], [("indiqué", "déclaré"), ("maisons", "logements")]
      ),
      (
        "劳特河洪水造成{n1}人失踪，县长表示。塔尔镇有{n2}个地下室进水，消防部门表示。铁路公司停运{n3}趟列车。上基拉赫镇镇长赞扬许多志愿者从清晨起装填沙袋，并把老人背出家门。专家表示水位将在傍晚缓慢下降。",
        ["14", "320", "46"], [("表示", "声称")]
      ),
    ]

    @Test(
      "other figures and other words for the same throughout make no other event", arguments: 0..<3)
    func retold(_ number: Int) async throws {
      let event = Self.retold[number]
      func told(_ figures: [String]) -> String {
        figures.enumerated().reduce(event.text) {
          $0.replacingOccurrences(of: "{n\($1.offset + 1)}", with: $1.element)
        }
      }
      let later = event.words.reduce(told(["23", "517", "61"])) {
        $0.replacingOccurrences(of: $1.0, with: $1.1)
      }
      let workspace = try workspace([("first", told(event.figures)), ("later", later)])
      #expect(try await groups(workspace) == [["first", "later"]])
    }

    @Test(
      "news that has nothing in common shares nothing, whatever its words are",
      arguments: FilledForms.all)
    func unrelated(_ form: FilledForms.Form) async throws {
      let workspace = try workspace([
        ("agency", form.filled(with: form.one, FilledForms.figures)), ("other", form.unrelated),
      ])
      let row = try await relation("agency", "other", in: workspace)
      #expect(row["relation"] as? String == "none", "\(row)")
      #expect((row["share_a"] as? Double ?? 1) < 0.05)
    }

    @Test("of reports full of figures the few other words tell the language")
    func figures() async throws {
      func report(_ town: String, _ figures: [String]) -> String {
        "Wetter für \(town) am Dienstag: Früh \(figures[0]) Grad, mittags \(figures[1]) Grad, abends \(figures[2]) "
          + "Grad. Wind aus Nordwest mit \(figures[3]) km/h, Böen bis \(figures[4]) km/h. Regen \(figures[5]) Liter, "
          + "Luftdruck \(figures[6]) Hektopascal. In \(town) Sonnenaufgang \(figures[7]) Uhr, Sonnenuntergang \(figures[8]) Uhr."
      }
      let workspace = try workspace([
        ("one", report("Aldenburg", ["4", "11", "7", "18", "42", "3", "1014", "6.48", "18.02"])),
        ("two", report("Brennweiler", ["9", "16", "13", "27", "65", "8", "998", "6.31", "17.55"])),
      ])
      let row = try await relation("one", "two", in: workspace)
      #expect(!(row["reason"] as? String ?? "").contains("unknown words"), "\(row)")
      #expect(row["relation"] as? String == "template", "\(row)")
      #expect(try await groups(workspace) == [["one"], ["two"]])
    }
  }
}
