import Pipeline
import Store
import Stories
import TestSupport
import Testing

/// A story with a figure that is wrong at first, as JSON holds it.
enum Smokehouse {
  static let paragraphs = [
    """
    SALTMERE, March 2 (NPA) - The cannery Orrin & Vale will shut its smokehouse on the north mole in May, ending \
    ninety years of curing fish in the town, its owner Hanne Corvin said on Monday.
    """,
    """
    The 46 people who work there were told in the net loft before the morning shift. Corvin said that 19 of them \
    would be offered places at the packing hall in Tarn Street, a mile inland.
    """,
    """
    She said that three buyers had looked at the building, and that each of them had wanted nothing but the view \
    from its roof.
    """,
    """
    The smokehouse was put up in 1931 and came through the gale of 1962, when the sea broke two of its doors. It \
    lost 3.2 million crowns last year, after 2.7 million the year before.
    """,
  ]
  static let wrong = text()
  static let mended = wrong.replacing("46 people", with: "64 people")
  static let difference = #""46" instead of "64""#

  /// The story with one paragraph by other words, or without it.
  static func text(_ index: Int = 0, as words: String? = nil) -> String {
    var all = paragraphs
    if let words { all[index] = words }
    return all.filter { !$0.isEmpty }.joined(separator: #"\n\n"#)
  }
}

@Suite("Words that a correction mends") struct MendedWordsTests {
  /// Publishes an agency's story and outlets' copies, then the correction, then copies that come after it.
  private func entries(
    _ first: String = Smokehouse.wrong, mended: String, copies: [String: String],
    later: [String: String] = [:]
  ) throws -> (live: [LiveList.Entry], told: Int) {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    let more = #""agency": "NPA", "version": "#
    try desk.drop(line("n", "NPA", first, more: more + "1"))
    for (outlet, text) in copies.sorted(by: { $0.key < $1.key }) {
      try desk.drop(line(outlet, outlet, text, at: "2026-03-02T08:30:00Z"))
    }
    ingest.settle()
    try desk.take(
      line(
        "n", "NPA", mended, title: "CORRECTED: Smokehouse", at: "2026-03-02T10:00:00Z",
        more: more + "2"), by: ingest)
    for (outlet, text) in later.sorted(by: { $0.key < $1.key }) {
      try desk.drop(line(outlet, outlet, text, at: "2026-03-02T11:00:00Z"))
    }
    ingest.settle()
    let reader = try desk.bench.reader()
    let group = try #require(try reader.stories(id: "n").first?.group)
    let event = try reader.events(after: 0, limit: .max).last { $0.draft.kind == "story.corrected" }
    let told = try #require(event).draft.body
    return (try LiveList(reader).entries(of: group), EventFieldsRead(told).live.count)
  }

  private func differences(_ live: [LiveList.Entry]) -> [String: [String]] {
    live.reduce(into: [:]) { $0[$1.story.story.id] = $1.differences }
  }

  @Test(
    "what a correction says of itself is nothing that an outlet must have",
    arguments: [
      #"(Corrects number of workers in second paragraph.)\n\n@"#,
      #"[CORRECTION: number of workers in second paragraph]\n\n@"#,
      #"Corrects number of workers in second paragraph.\n\n@"#,
      #"CORRECTED\n\n@"#,
      #"CORRECTED-@"#,
      #"CORRECTION: An earlier version gave another number of workers.\n\n@"#,
      #"(Berichtigung: Im zweiten Absatz muss die Zahl der Arbeiter 64 heissen.)\n\n@"#,
      #"@\n\nThis story corrects the number of workers in the second paragraph."#,
      #"@\n\nAn earlier version of this story gave the wrong number of workers. There are 64."#,
      #"@ (This March 2 story has been corrected to show that 64 people work there.)"#,
      #"@\n\nUne version précédente de cet article donnait un autre nombre."#,
    ])
  func notices(frame: String) throws {
    let found = try entries(
      mended: frame.replacing("@", with: Smokehouse.mended),
      copies: ["wrong": Smokehouse.wrong, "early": Smokehouse.mended],
      later: ["right": Smokehouse.mended])
    #expect(differences(found.live) == ["wrong": [Smokehouse.difference]])
    #expect(found.told == 1)
  }

  @Test("an outlet that says what it had wrong before does not carry it")
  func ownNotice() throws {
    let note =
      #"\n\nCorrection: An earlier version of this story said that the 46 people who work there were told."#
    let found = try entries(
      mended: Smokehouse.mended, copies: ["wrong": Smokehouse.wrong],
      later: ["right": Smokehouse.mended + note])
    #expect(differences(found.live) == ["wrong": [Smokehouse.difference]])
  }

  @Test("an outlet is listed for words that stand in its copy, and for no others")
  func placed() throws {
    let dropped = "Staff were told in the net loft before the morning shift, Corvin said."
    let reworded =
      "Before the morning shift Corvin had told the 46 people of the smokehouse in the net loft."
    let found = try entries(
      mended: Smokehouse.mended,
      copies: [
        "cut": Smokehouse.text(1, as: ""), "dropped": Smokehouse.text(1, as: dropped),
        "reworded": Smokehouse.text(1, as: reworded),
      ], later: ["late": Smokehouse.text(1, as: reworded)])
    #expect(
      differences(found.live) == [
        "reworded": [Smokehouse.difference], "late": [Smokehouse.difference],
      ])
  }

  @Test("a word that the correction leaves elsewhere is no sign of the version before it")
  func elsewhere() throws {
    let more = #"\n\nThe 46 people of the packing hall keep their places."#
    let found = try entries(
      Smokehouse.wrong + more, mended: Smokehouse.mended + more,
      copies: ["wrong": Smokehouse.wrong], later: ["right": Smokehouse.mended + more])
    #expect(differences(found.live) == ["wrong": [Smokehouse.difference]])
  }

  @Test("of a copy from before the correction with other words in that place nothing is claimed")
  func unclear() throws {
    let found = try entries(
      mended: Smokehouse.mended,
      copies: [
        "spelled": Smokehouse.wrong.replacing("46 people", with: "forty-six people"),
        "wrong": Smokehouse.wrong,
      ], later: ["late": Smokehouse.wrong.replacing("46 people", with: "sixty-four people")])
    #expect(
      differences(found.live) == [
        "spelled": [#"can't tell: "forty-six" where the correction has "64""#],
        "wrong": [Smokehouse.difference],
      ])
    #expect(found.live.filter(\.isCertain).map(\.story.story.id) == ["wrong"])
    #expect(found.told == 1)
  }

  @Test("a figure of the version before it that stands among other words is told, not claimed")
  func amongOthers() throws {
    let brief = "Fish is out of fashion, and with it go 46 jobs."
    let found = try entries(
      mended: Smokehouse.mended, copies: ["brief": Smokehouse.text(1, as: brief)])
    let told = #"can't tell: has "46" among other words, the correction has "64""#
    #expect(differences(found.live) == ["brief": [told]])
    #expect(found.live.allSatisfy { !$0.isCertain } && found.told == 0)
  }

  @Test("capitals at the beginning of a sentence hide nothing")
  func capitals() throws {
    let turned = Copy.one.replacing(
      "The Corrin Bridge at Port Ansel will close for eleven weeks from the ninth of March,",
      with: "Eleven weeks from the ninth of March the Corrin Bridge will close,")
    let found = try entries(Copy.one, mended: Copy.mended, copies: ["turned": turned])
    #expect(differences(found.live) == ["turned": [#""eleven" instead of "twelve""#]])
  }

  @Test("scripts without spaces are compared by their characters")
  func unspaced() throws {
    func text(_ people: String, _ opening: String) -> String {
      """
      \(opening)，镇上的熏鱼厂将在五月关闭，厂主星期一宣布了这个决定。在那里工作的\(people)人清晨在网棚里得到通知，其中\
      十九人可以到塔恩街的包装厂继续工作。三位买主看过那座建筑，但他们想要的只是屋顶上的海景。
      """
    }
    let found = try entries(
      text("四十六", "据报道"), mended: text("六十四", "据报道"), copies: ["wrong": text("四十六", "本报消息")],
      later: ["right": text("六十四", "本报消息")])
    #expect(found.live.map(\.story.story.id) == ["wrong"])
    #expect(found.live.allSatisfy { $0.isCertain && $0.differences.joined().contains("四") })
  }

  @Test("sentences that come with a correction are nothing that an outlet must have")
  func added() throws {
    let added = #"\n\nThe county will hear the harbour's shopkeepers on Thursday."#
    let found = try entries(
      mended: Smokehouse.mended + added, copies: ["wrong": Smokehouse.wrong],
      later: ["right": Smokehouse.mended])
    #expect(differences(found.live) == ["wrong": [Smokehouse.difference]])
  }

  @Test("a word that was put in is missed where the words about it stand")
  func putIn() throws {
    let first = Smokehouse.wrong.replacing("would be offered", with: "would not be offered")
    let found = try entries(
      Smokehouse.wrong, mended: first, copies: ["wrong": Smokehouse.wrong],
      later: ["right": first])
    #expect(differences(found.live) == ["wrong": [#"without "not""#]])
  }

  @Test("a correction late in a long text is found, also beside one at its beginning")
  func long() throws {
    let clauses = (1...500).map {
      "Clause \($0) of the treaty binds the county to keep weir number \($0) clear of reeds by spring."
    }.joined(separator: " ")
    func text(_ share: String, _ cost: String) -> String {
      "Both towns pay \(share) of every toll. \(clauses) The work will cost \(cost) million crowns in all."
    }
    let found = try entries(
      text("half", "31"), mended: text("a third", "13"), copies: ["wrong": text("a third", "31")])
    #expect(differences(found.live) == ["wrong": [#""31" instead of "13""#]])
  }
}
