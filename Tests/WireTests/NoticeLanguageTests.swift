import Stories
import Testing
import Wire

/// *Meldung* and *dépêche* are a wire's story, and what candidates, companies and the weather service have said.
@Suite("Notices in German and French") struct NoticeLanguageTests {
  private static let notices = [
    "ZURÜCKGEZOGEN: Hafenbrücke gesperrt\n\nAchtung Redaktionen: Die Meldung „Hafenbrücke gesperrt“ ist hinfällig "
      + "und darf nicht mehr verwendet werden.",
    "ZURÜCKGEZOGEN: Hafenbrücke gesperrt\n\nDie Meldung „Hafenbrücke gesperrt“ darf nicht mehr verwendet werden.",
    "Meldung zurückgezogen: Hafenbrücke in Velmar\n\n(Achtung: Die Meldung npa0123 von Dienstag, 18.05 Uhr, wird "
      + "ersatzlos zurückgezogen. Grund: sachlicher Fehler.)",
    "Meldung zurückgezogen\n\nDie Meldung npa0123 vom Dienstag, 3. März, 18.05 Uhr, wird ersatzlos zurückgezogen.",
    "Meldung zurückgezogen\n\nDie Meldung wird zurückgezogen. Grund ist ein Fehler. Wir bitten um Entschuldigung.",
    "RÜCKZUG: Hafenbrücke gesperrt\n\nDie npa zieht ihre Meldung „Hafenbrücke gesperrt“ zurück. Bitte nicht mehr "
      + "verwenden.",
    "RÜCKZUG: Hafenbrücke gesperrt\n\nWir ziehen unsere Meldung über die Hafenbrücke zurück.",
    "ZURÜCKGEZOGEN: Hafenbrücke\n\nDie Meldung „Hafenbrücke gesperrt“ war falsch. Bitte nicht mehr verwenden.",
    "Meldung zurückgezogen\n\nBitte nicht mehr verwenden.",
    "ZURÜCKGEZOGEN: Brücke\n\nDie Meldung „Brücke gesperrt“ (npa 0123) vom Montag, 18.05 Uhr, ist hinfällig. Die "
      + "Angaben waren falsch. Bitte nicht verwenden.",
    "ATTENTION - dépêche annulée\n\nLa dépêche « Le pont du port fermé » est annulée. Merci de ne pas l’utiliser.",
    "ANNULATION - Pont\n\nNotre dépêche de mardi 3 mars, 18h05, est annulée.",
    "DÉPÊCHE RETIRÉE : Le pont\n\nNous retirons notre dépêche sur le pont.",
  ]

  @Test("an order in the words of German and French desks is one", arguments: notices)
  func orders(text: String) {
    let stories = outcomes(text, outlet: "npa").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice?.kind == .kill)
  }

  @Test(
    "what stands between »…« is quoted as between other marks",
    arguments: [
      "ZURÜCKGEZOGEN: Hafenbrücke\n\nDie Meldung »Hafenbrücke gesperrt« ist hinfällig. Sie wird ersetzt durch npa-0124.",
      "Meldung zurückgezogen\n\nDie Meldung »Hafenbrücke gesperrt« wird zurückgezogen. Ersetzt wird sie von npa-0124.",
      "KILL: notice\n\nEditors: please kill the story »Hafenbrücke gesperrt«. It is replaced by npa-0124.",
      "ANNULATION\n\nVeuillez annuler la dépêche « Hafenbrücke gesperrt ». Elle est remplacée par npa-0124.",
    ])
  func pointed(text: String) {
    let notice = outcomes(text, outlet: "npa").stories.first?.story.facts?.notice
    #expect(notice?.kind == .kill && notice?.names.first == "Hafenbrücke gesperrt", "\(text)")
    #expect(notice?.names.contains { $0.contains("0124") } == false)
  }

  private static let news = [
    "Zurückgezogen: Storm\n\nDie Meldung »Storm tritt an« des »Boten« ist zurückgezogen. Storm fehlt.",
    "ZURÜCKGEZOGEN: Ein Satz\n\n»Die Meldung ist zurückgezogen«, sagte Clara Storm. Sie lachte.",
    "ZURÜCKGEZOGEN: Ein Satz\n\nStorm sagte: »Die Meldung wird zurückgezogen.« Und: »Bitte nicht verwenden.«",
    "Zurückgezogen\n\nMarienfeld (npa) - Die Meldung der Kandidatin zur Wahl ist zurückgezogen. Clara Storm will aus "
      + "persönlichen Gründen nicht antreten.",
    "Meldung zurückgezogen: Entwarnung für Trinkwasser\n\nMarienfeld (npa) - Die Meldung über verunreinigtes "
      + "Trinkwasser wird zurückgezogen. Bürger können das Wasser wieder trinken.",
    "Meldung zurückgezogen - Kein Bombenfund in Talburg\n\nDie Meldung wird zurückgezogen. In Talburg war am Mittwoch "
      + "von einem Bombenfund die Rede gewesen, die Polizei sucht nun den Urheber.",
    "Zurückgezogen: Storm fehlt im Finale\n\nDie Meldung wurde zurückgezogen. Clara Storm leidet an einer Grippe.",
    "Zurückgezogen: Storm fehlt im Finale\n\nDie Meldung für das Finale wurde zurückgezogen.",
    "Zurückgezogen: „Bote“ löscht Bericht\n\nDie Meldung „Minister tritt zurück“ des „Boten“ wurde zurückgezogen. "
      + "Der Chefredakteur bat um Entschuldigung.",
    "KILL: the film\n\nPlease do not use spoilers when you tell the story of the film.",
    "ZURÜCKGEZOGEN: Babybrei\n\nDie Meldung vom 3. März des Amtes ist klar. Bitte nicht verwenden.",
    "ZURÜCKGEZOGEN: Babybrei\n\nDie Meldung des Herstellers ist klar. Bitte nicht mehr verwenden.",
    "ZURÜCKGEZOGEN: Babybrei\n\nBelmont ruft Babybrei zurück. Bitte nicht verwenden, schreibt das Amt.",
    "ZURÜCKGEZOGEN: Babybrei\n\nDie Meldung des Herstellers lautet: Kunden sollten die Gläser nicht verwenden.",
    "RÜCKZUG: Verein meldet Mannschaft ab\n\nDer Verein zieht seine Meldung für die Liga zurück.",
    "WITHDRAWN: Tablets\n\nBelmont recalls its tablets. Please do not use them, it wrote to doctors.",
    "ANNULATION - Le festival\n\nTALBURG (NPA) - La dépêche du maire est annulée. Le festival aura lieu.",
    "RETRAIT - Vestergaard quitte la course\n\nNotre dépêche de lundi le laissait prévoir. La candidature est annulée.",
  ]

  @Test("what is told of others, of a subject, or before news goes on, is news", arguments: news)
  func stories(text: String) {
    let stories = outcomes(text, outlet: "npa").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice == nil)
    #expect(stories.first?.story.text == text)
  }
}
