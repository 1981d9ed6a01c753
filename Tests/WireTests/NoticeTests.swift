import Stories
import Testing
import Wire

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
}
