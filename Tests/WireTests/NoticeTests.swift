import Stories
import Testing
import Wire

@Suite("Notices in words") struct NoticeTests {
  private static let news = [
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
}
