import Stories
import Testing
import Wire

@testable import Pipeline

/// With the shipped table of words: without it every word is a strange one.
@Suite("What is told as changed is so") struct ToldChangesTests {
  private static let body =
    "The ferry Skerrow Star caught fire on Tuesday night, ten miles off the northern isles, with 212 people aboard. "
  private static let rest =
    " The board of the harbour will meet again on Thursday, and a second report is to follow in the autumn."
  private let reader: CopyReader

  init() throws { reader = try .shipped() }

  private func story(
    _ text: String, at hour: Int, aside: [Range<Int>] = []
  ) -> ComparableStory {
    let published = Instant(milliseconds: Int64(hour) * Instant.hour)
    return reader.comparable(
      DeliveredStory(
        Story(id: "\(hour)", outlet: nil, published: published, title: nil, text: text),
        identityIsGiven: false), decided: aside)
  }

  private func changes(_ old: String, _ new: String) -> VersionChanges {
    reader.changes(
      from: story(Self.body + old + Self.rest, at: 1),
      to: story(Self.body + new + Self.rest, at: 2))
  }

  @Test("what stands in both is neither added nor dropped where one has it as boilerplate")
  func aside() {
    let notice =
      "Tickets that were bought before the fire are good for all ferries of Nordlink until 31 May."
    let text = Self.body + Self.rest.dropFirst()
    let start = text.split(whereSeparator: { $0 == " " }).count
    let whole = text + "\n" + notice
    let aside = start..<start + notice.split(separator: " ").count
    for (one, other) in [([aside], []), ([], [aside])] {
      let told = reader.changes(
        from: story(whole, at: 1, aside: one), to: story(whole, at: 2, aside: other))
      for side in [told.added, told.dropped] {
        #expect(side.passages.isEmpty && side.figures.isEmpty && side.names.isEmpty, "\(side)")
      }
    }
  }

  @Test("times of day are told whole, whichever half of them is another")
  func times() {
    let told = changes(
      "The train leaves Tarnford at 10:15 and reaches the capital at 6:40, the railways said.",
      "The train leaves Tarnford at 10:50 and reaches the capital at 7:40, the railways said, and stops at 11:25 in Merrow."
    )
    #expect(
      told.wordsChanged.map { "\($0.before) \($0.after)" }.prefix(2) == [
        "10:15 10:50", "6:40 7:40",
      ], "\(told)")
    #expect(told.added.figures == ["10:50", "7:40", "11:25"], "\(told)")
    #expect(told.dropped.figures == ["10:15", "6:40"], "\(told)")
  }

  @Test(
    "a paragraph that moved is told from its first word on, though the next begins with the same")
  func slid() {
    let paragraphs = [
      "The pool will cost 14 million pounds and open in three years, as a town clerk put it on Monday.",
      "The swimming club has 900 members and has been training in Calder since its own bath was shut.",
      "The council had asked for two lanes more, and for seats on both sides of them besides.",
    ]
    let (old, new) = (paragraphs, [paragraphs[1], paragraphs[0], paragraphs[2]])
    let told = reader.changes(
      from: story(Self.body + "\n\n" + old.joined(separator: "\n\n"), at: 1),
      to: story(Self.body + "\n\n" + new.joined(separator: "\n\n"), at: 2))
    #expect(told.passagesMoved.count == 1, "\(told)")
    #expect(
      told.passagesMoved.allSatisfy { $0.hasPrefix("The ") && !$0.hasSuffix("The") }, "\(told)")
  }

  @Test("words that only stand elsewhere are moved, and neither added, dropped nor changed")
  func moved() {
    let told = changes(
      "Hilda Vossen told the board that the bridge has never been safer. Alan Roe told it that the bridge will surely burst this winter.",
      "Hilda Vossen told the board that the bridge will surely burst this winter. Alan Roe told it that the bridge has never been safer."
    )
    let stretches = ["has never been safer", "will surely burst this winter"]
    #expect(!told.wordsMoved.isEmpty && told.wordsMoved.allSatisfy(stretches.contains), "\(told)")
    #expect(told.added.passages.isEmpty && told.dropped.passages.isEmpty, "\(told)")
    #expect(told.wordsChanged.isEmpty, "\(told)")
  }

  @Test("a quotation that both have is neither added nor dropped, whoever says it")
  func exchangedSpeakers() {
    let (one, two) = (
      "We told them in March that the pumps would not last the year",
      "Nobody has ever shown me a letter that says anything of the kind"
    )
    let told = changes(
      "\"\(one),\" said Hilda Vossen. \"\(two),\" said the engineer.",
      "\"\(two),\" said Hilda Vossen. \"\(one),\" said the engineer.")
    #expect(told.added.quotations.isEmpty && told.dropped.quotations.isEmpty, "\(told)")
    #expect(told.alteredQuotations.isEmpty)
  }

  @Test("quotations that follow each other are two, one of several paragraphs is one")
  func adjacent() {
    let (one, two) = ("I will never resign from this post", "You will resign by Friday at noon")
    let old = "The two men spoke in turn.\n\n\"\(one).\"\n\n\"\(two).\"\n\n"
    #expect(changes(old, "The two men spoke.").dropped.quotations == [one, two])
    #expect(changes("The two men spoke.", old).added.quotations == [one, two])
    let onward = "The man spoke.\n\n\"\(one).\n\n\"\(two).\"\n\n"
    let added = changes("The man spoke.", onward).added.quotations
    #expect(added.count == 1 && added[0].hasPrefix(one) && added[0].hasSuffix(two), "\(added)")
  }

  @Test("that words were put into quotation marks, or taken out, is told")
  func marks() {
    let (plain, marked) = (
      "The minister called it a very bad day for the islands and left.",
      "The minister called it \"a very bad day for the islands\" and left."
    )
    #expect(changes(plain, marked).added.quoted == ["a very bad day for the islands"])
    #expect(changes(plain, marked).dropped.quoted.isEmpty)
    #expect(changes(marked, plain).dropped.quoted == ["a very bad day for the islands"])
  }

  @Test("of changed words is told what faces what, and nothing that is the same on both sides")
  func pairs() {
    let told = changes(
      "The rate rose by 0.50 points to 1,000 in May, the bank said in a short note on Monday.",
      "The rate rose by 0.75 points to 1000 in May, the bank indicated in a short note.")
    #expect(
      told.wordsChanged == [
        .init(before: "0.50", after: "0.75"), .init(before: "said", after: "indicated"),
        .init(before: "on Monday", after: ""),
      ])
    #expect(told.dropped.wordsInPlace == ["0.50", "said", "on", "Monday"])
    #expect(told.added.figures == ["0.75"] && told.dropped.figures == ["0.50"])
  }

  @Test(
    "a figure that is written otherwise is none that came or went",
    arguments: [("1,000", "1000"), ("2.50", "2.5"), ("12,500,000.00", "12500000")])
  func written(_ old: String, _ new: String) {
    let told = changes("It will cost \(old) a week.", "It will cost \(new) a week.")
    #expect(told.wordsChanged.isEmpty && told.added.figures.isEmpty && told.dropped.figures.isEmpty)
  }

  @Test("a fraction is named among the figures, and a currency")
  func figures() {
    let told = changes(
      "The rate rose by ¼ point to 5¼ and it paid ¥500 for it.",
      "The rate rose by ¾ point to 5¾ and it paid ₩500 for it.")
    #expect(told.dropped.figures == ["¼ point", "5¼", "¥500"])
    #expect(told.added.figures == ["¾ point", "5¾", "₩500"])
  }

  @Test(
    "a name stays where only its ending, its full stops or its spaces change",
    arguments: [
      ("Taiwan's ships", "ships of Taiwan"), ("a word to Osborne", "Osborne's word"),
      ("in the U.S. today", "in the US today"), ("by J.K. Rowling", "by J. K. Rowling"),
    ])
  func names(_ old: String, _ new: String) {
    let told = changes("Some were \(old), it said.", "Some were \(new), it said.")
    #expect(told.added.names.isEmpty && told.dropped.names.isEmpty, "\(told)")
    let named = changes("It said so.", "It said so of the boat of Hilda Vossen's.").added.names
    #expect(named == ["Hilda Vossen"])
  }

  @Test("words that begin sentences or stand in capitals are no names")
  func plainWords() {
    let told = changes(
      "It was late.",
      "It was late. \"We knew. However, it went on. These could wait.\" Could they? CARGO FROM TROMSVIK."
    )
    #expect(
      told.added.names.allSatisfy { ["CARGO", "TROMSVIK", "CARGO FROM TROMSVIK"].contains($0) })
  }

  @Test("where nouns have capitals they are not called names")
  func nouns() {
    let german =
      "Die Fähre geriet am Dienstag vor der Küste in Brand, und an Bord waren nach Angaben der Polizei viele Menschen. "
      + "Der Kapitän ließ die Boote zu Wasser, während die Besatzung mit Schläuchen gegen das Feuer kämpfte. "
    let told = reader.changes(
      from: story(german + "Die Ursache ist noch nicht bekannt.", at: 1),
      to: story(german + "Die Ursache des Unglücks und die Höhe des Schadens sind unklar.", at: 2))
    #expect(told.added.names.isEmpty && told.dropped.names.isEmpty, "\(told)")
  }
}
