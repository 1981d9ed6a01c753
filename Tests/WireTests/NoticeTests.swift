import Stories
import Testing

@testable import Wire

@Suite("Notices in words") struct NoticeTests {
  private static let news = [
    "URGENT: EDITORS KILLED IN RAID\n\nThe raid is withdrawn from the record, a court said of the story on Monday night.",
    "Retraction: what makes a study fail\n\nThe paper has been retracted. Its story is told by two of its authors.",
    "Zug zurückgezogen\n\nDer Hersteller hat den Zug zurückgezogen, weil die Bremsen heiß wurden.",
    "Tollard share sale - WITHDRAWN\n\nTollard has withdrawn its share sale. Eds: ADDS share price.",
    "Island troops - WITHDRAWAL\n\nEds: UPDATES with quotes. With photos.\nThe last platoon has been withdrawn.",
    "RATINGS: Tollard - HOLD\n\nEds: Adds details. Analysts hold the shares until further notice.",
    "Product recall: WITHDRAWN\n\nThis item has been withdrawn from sale. Customers should not use it.",
    "RELEASE: University finds new bee\n\nNote to editors: the image may be used with credit.",
    "HOLD - the musical\n\nEds: With photos. The show is on hold until further notice.",
    "RATINGS OF TOLLARD WITHDRAWN BY AGENCY\n\nThe agency said it has withdrawn its ratings of Tollard debt.",
    "12 KILLED IN BUS CRASH NEAR OBERKIRRACH\n\nThe driver, who has been killed, was 40, police said.",
    "HOSTAGE RELEASED IN BAY PORT\n\nThe hostage is released and may be used as a witness, officials said.",
    "TROOP WITHDRAWAL FROM THE ISLES\n\nAll troops will be withdrawn by June, the minister said.",
    "CENTRAL BANK SEEN ON HOLD\n\nRates will stay until further notice, economists said.",
    "SENATE TO HOLD HEARING\n\nThe committee will hold the hearing on Monday.",
    "Agency to HOLD hearing\n\nIt will hold the hearing in public.",
    "Observatory sets RELEASE of images\n\nThe images may be used by anybody.",
    "Patient information WITHDRAWN: leaflets were wrong\n\nThe leaflets are withdrawn. Do not use the tablets.",
    "Story kill: how a paper spiked its scoop\n\nThe memo said “do not use the story” in red letters.",
    "Hold notice lifted on pension fund\n\nThe court said the fund may now be used.",
    "Bank withdraws card\n\nIt sent customers a notice of withdrawal. It withdraws the card in May.",
    "BAY PORT, March 3 - Gunmen KILLED five. A boy has been killed, too.",
    "METAL UNION'S RETRAIT\n\nThe union has withdrawn from the talks.",
    "KILL SWITCH LAW PASSES\n\nPhones must not be used by thieves; the switch will kill the handset.",
    "WITHDRAWAL: what the treaty says\n\nThe army is withdrawn. Editors of three papers said: no story is withdrawn.",
    "Story removed: Courier apologises over spy claims\n\nThe Courier apologised on Sunday. The story has been removed from its site.",
    "Paper: story retracted\n\nThe paper said the story has been retracted and its author dismissed.",
    "Story withdrawn: broadcaster apologises\n\nThe broadcaster has withdrawn a story about the minister.",
    "Story withdrawn: broadcaster apologises\n\nThe story has been withdrawn, the broadcaster announced.",
    "Story withdrawn: Courier apologises\n\nThe Courier story has been withdrawn because it was wrong.",
    "RETRACTION: Magazine and its campus story\n\nThe story has been retracted. The magazine said on Monday that it had erred.",
    "Story withdrawn: mayor relieved\n\nThe mayor's story is withdrawn.",
    "KILL: Gangster film returns\n\nThe story has been withdrawn from cinemas once, and now the film returns.",
    "RELEASE: Hostages freed\n\nTwo were freed. Their story is cleared for a film.",
    "RELEASE: Hostages freed\n\nTheir story is released in June.",
    "Story kill: what the memo said\n\nThe network told its stations to kill the story about the mayor.",
    "KILL the bill, members say\n\nPlease kill the bill, they wrote.",
    "ADVISORY - Storm warning withdrawn\n\nThe warning is withdrawn.",
    "Bitte verwenden Sie die Meldung\n\nBitte verwenden Sie die Meldung mit dem neuen Bild.",
    "Editors walk out\n\nEditors of the paper said on Monday - after a long night - that the kill of a story went too far.",
  ]

  @Test("news about killing, holding, releasing and withdrawing is news", arguments: news)
  func stories(text: String) {
    let stories = outcomes(text).stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice == nil)
    #expect(stories.first?.story.text == text)
  }

  private static let notices: [(WireNotice.Kind, String)] = [
    (
      .kill,
      "REFILE-STORY WITHDRAWN-Bridge to close\n\nThe story is withdrawn. There will be no substitute."
    ),
    (.kill, "EDITORS: KILL ADVISORY\n\nKill the story slugged Bridge-Closing."),
    (.kill, "KILL KILL KILL KILL\n\nPlease kill the story headlined \"Bridge to close\"."),
    (.kill, "RETRACTION: Bridge to close\n\nThe story of March 2 has been retracted."),
    (.kill, "EILMELDUNG zurückgezogen: Brücke gesperrt\n\nDie Meldung wird zurückgezogen."),
    (.release, "RELEASE: Bridge to close\n\nEds: The story is cleared for publication."),
    (
      .kill,
      "BC-NA--Bridge Closing, KILL\n\nPORT ANSEL (NPA) _ Please kill the story headlined \"Bridge to close\"."
    ),
    (.kill, "KILL: Bridge to close\n\nEDITORS: Please kill BC-NA--Bridge Closing of Aug 29."),
    (
      .kill,
      "KILL: Bridge to close\n\nEditors: please do not use the story. The closure was an error."
    ),
    (
      .kill,
      "BULLETIN KILL\n\nEDITORS/NEWS DIRECTORS:\nKill the story slugged BC-NA--Bridge. A kill is mandatory."
    ),
    (
      .kill,
      "STORY WITHDRAWN - Bridge to close\n\nThe March 2 story headlined \"Bridge to close\" is withdrawn."
    ),
    (
      .kill,
      "WITHDRAWN: Bridge to close\n\nPlease disregard the story. There will be no substitute."
    ),
    (.kill, "BC-NA--Bridge-Closing, KILL NOTICE\n\nEds: The story moved at 0815 must not be used."),
    (.kill, "*** ANNULATION ***\n\nVeuillez annuler notre dépêche sur le pont."),
    (.kill, "Meldung zurückgezogen\n\nBitte verwenden Sie die Meldung über die Brücke nicht."),
    (.hold, "HOLD - Bridge to close\n\nEditors: Please hold the story until further notice."),
    (.hold, "HOLD FOR RELEASE: Bridge to close\n\nDo not use the story before the board has met."),
    (.release, "RELEASE: Bridge to close\n\nEds: The story may now be used."),
    (.kill, "KILL Bridge to close\n\nPlease kill the story \"Bridge to close\"."),
    (
      .kill,
      "ADVISORY-Story on bridge withdrawn\n\nThe Nov. 29 story headlined \"Bridge\" is withdrawn."
    ),
    (.kill, "MANDATORY KILL: Bridge\n\nA mandatory kill applies to \"Bridge to close\"."),
    (.kill, "MANDATORY KILL: Bridge\n\nWe are killing the story. It is wrong."),
    (.kill, "RETRACTION: Bridge\n\nWe retract our story \"Bridge to close\"."),
    (.kill, "Editors: please kill HARROW-BRIDGE\n\nPlease kill the story HARROW-BRIDGE."),
    (
      .kill,
      "Attention editors: KILL bridge story\n\nEditors, kindly kill our story \"Bridge to close\"."
    ),
    (
      .kill,
      "STORY REMOVED: Bridge\n\nThis story has been removed as it did not meet our standards."
    ),
    (
      .kill,
      "STORY WITHDRAWN: Bridge\n\nFENNICK (NPA) - The story, which said that it would close, is withdrawn."
    ),
    (
      .kill,
      "STORY WITHDRAWN: Bridge\n\nThe story \"Bridge to close\" is withdrawn. The board said it stays open."
    ),
    (.kill, "STORY WITHDRAWN: Bridge\n\nWe have withdrawn our story on the bridge."),
    (.kill, "Achtung: Meldung zurückgezogen\n\nDie Meldung \"Brücke\" wird zurückgezogen."),
    (
      .kill,
      "Bitte verwenden Sie die Meldung \"Brücke\" nicht\n\nBitte verwenden Sie die Meldung nicht."
    ),
    (.kill, "ANNULATION Pont de Corrin\n\nVeuillez annuler la dépêche \"Pont de Corrin\"."),
    (.release, "HOLD LIFTED\n\nThe story \"Bridge to close\" may now be used."),
  ]

  @Test("a label, and an order to editors or of a story, make a notice", arguments: notices)
  func orders(kind: WireNotice.Kind, text: String) {
    let stories = outcomes(text).stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice?.kind == kind)
    #expect(stories.first?.story.text == "")
    #expect(stories.first?.story.facts?.editorsNote?.isEmpty == false)
  }

  private static let named: [(text: String, names: [String])] = [
    (
      "KILL: notice\n\nEditors: please kill the story headlined \"Bridge to close,\" which moved at 0815.",
      ["Bridge to close"]
    ),
    (
      "KILL: notice\n\nEds: Kill the story 'Board's bridge to close' at once.",
      ["Board's bridge to close"]
    ),
    ("STORY WITHDRAWN-Bridge to close\n\nThe story has been withdrawn.", ["Bridge to close"]),
    (
      "KILL: notice\n\nEditors: please kill the story \"Bridge to close\". It is replaced by npa-bridge-22, "
        + "\"Bridge to close in spring\", which you may use.", ["Bridge to close"]
    ),
    (
      "KILL: notice\n\nEditors: kill the story \"Bridge to close\". The mayor, who said \"We never give up the quay\", "
        + "disputes it.", ["Bridge to close"]
    ),
  ]

  @Test(
    "a notice names the story it is about, and neither what replaces it nor what others said",
    arguments: named)
  func names(text: String, names: [String]) {
    #expect(outcomes(text).stories.first?.story.facts?.notice?.names == names)
  }

  @Test("a notice under a slug names the takes of that slug")
  func slug() {
    let line =
      #"{"id": "k", "outlet": "NPA", "slug": "BC-NA--Giant Lobster Death,KILL", "#
      + #""text": "EDITORS: Kill this story. A kill is mandatory."}"#
    let notice = outcomes(line).stories.first?.story.facts?.notice
    #expect(notice?.kind == .kill && notice?.names == ["BC-NA--Giant Lobster Death,KILL"])
  }

  @Test(
    "a notice that quotes a headline or an id does not name its own slug's stories, and any other does",
    arguments: [
      (#"Kill the story \"Bridge to close\"."#, ["Bridge to close"]),
      ("Kill the story npa-20260302-22 at once.", ["npa-20260302-22"]),
      (
        "Kill the story BC-NA--Bridge Closing at once.", ["BC-NA--Bridge", "BC-NA--Bridge Closing"]
      ),
      ("Kill the story on COVID-19 cases.", ["COVID-19", "BC-NA--Bridge Closing"]),
      ("Kill the story of 2026-03-02.", ["BC-NA--Bridge Closing"]),
      ("Kill this story.", ["BC-NA--Bridge Closing"]),
    ])
  func ownSlug(text: String, names: [String]) throws {
    let line =
      #"{"id": "k", "outlet": "NPA", "title": "KILL", "slug": "BC-NA--Bridge Closing", "text": "\#(text)"}"#
    #expect(try only(line).1.notice?.names == names)
  }

  @Test("that a party has withdrawn its story is an order of this party, and news of another")
  func parties() {
    let text = "STORY WITHDRAWN: Bridge\n\nNPA has withdrawn its story on the bridge."
    for (outlet, isNotice) in [("NPA", true), ("harrow", false)] {
      let stories = outcomes(text, outlet: outlet).stories
      #expect(stories.map { $0.story.facts?.notice != nil } == [isNotice])
    }
  }

  @Test(
    "a label above the headline of an old wire is one",
    arguments: ["KILL", "(KILL)", "(STORY WITHDRAWN)", "ADVISORY - KILL", "*** KILL ***"])
  func above(label: String) throws {
    let kill =
      "\u{1}npa070 1 i 50  npa 070\r\n\nHarrow/\r\n\u{2}\(label)\r\nBridge to close =\r\n"
      + "Editors: Please kill the story headlined \"Bridge to close\".\r\n\u{3}021237 GMT Mar 26\r\n\u{4}"
    let (story, facts) = try only(kill)
    #expect(facts.notice == WireNotice(.kill, names: ["Bridge to close"]))
    #expect(story.title?.hasSuffix("Bridge to close") == true)
  }

  @Test(
    "an old wire's line to hold for release is an embargo, and an order where the text gives one")
  func holdForRelease() throws {
    func message(_ text: String) -> String {
      "\u{1}npa070 1 i 50  npa 070\r\n\nHarrow/\r\n\u{2}HOLD FOR RELEASE\r\nBridge to close =\r\n"
        + "\(text)\r\n\u{3}021237 GMT Mar 26\r\n\u{4}"
    }
    let order = try only(message("Editors: Please hold the story until further notice.")).1
    let story = try only(message("The bridge will close.")).1
    #expect(order.notice?.kind == .hold && story.notice == nil)
    #expect(order.embargo == .never && story.embargo == .never)
  }
}
