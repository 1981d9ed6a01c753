extension NoticeLanguage {
  static let italian = NoticeLanguage(
    labels: [
      "annullamento", "notizia annullata", "lancio annullato", "notizia ritirata",
      "annullare la notizia", "annullamento notizia",
    ],
    capitals: ["annullare", "annulla", "annullata", "annullato", "ritirata", "ritirato"],
    stories: words("notizia lancio dispaccio informazione nota testo servizio take"),
    vague: words("lancio nota testo servizio informazione"),
    articles: words("il lo la le i gli l un una questa questo tale"),
    possessives: words("nostra nostro nostre nostri sua propria"),
    which: words(
      """
      dal dalle dalla del della delle dell di d titolo titolata intitolata con numero n data diffusa diffuso inviata
      trasmessa pubblicata ore alle oggi ieri che e per errore errori un contenente contiene
      è stata stato sono da considerarsi considerare deve essere va
      lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio
      agosto settembre ottobre novembre dicembre gen feb mar apr mag giu lug ago set ott nov dic
      """),
    sent: words("diffusa diffuso inviata inviato trasmessa trasmesso precedente"),
    turns: words(
      "su sul sulla sulle sugli sui circa relativa relativo riguardante perché in poiché a causa"),
    speech: words(
      "detto dice dicono disse afferma affermato spiegato spiega scrive scritto secondo annunciato dichiarato legge chiede chiesto"
    ),
    addresses: [
      "attenzione redazioni", "attenzione, redazioni", "attenzione alle redazioni", "redazioni",
      "alle redazioni", "avviso alle redazioni", "nota redazioni", "nota alle redazioni",
    ],
    callings: words("attenzione redazioni redazione colleghi abbonati alle ai"),
    courtesies: phrases(
      """
      si prega di
      si prega
      si pregano
      preghiamo
      vi preghiamo di
      pregasi
      i clienti sono pregati di
      le redazioni sono pregate di
      gli abbonati sono pregati di
      """),
    pleas: phrases("per favore"),
    kills: words(
      """
      annullamento annullare annullate annullarla annullarlo annullata annullato ritirare ritirate cancellare cestinare ignorare
      eliminare cassare
      """),
    commands: words("annullare annullate annulliamo ritiriamo"),
    uses: words(
      "utilizzare utilizzate utilizzarla utilizzarlo usare usate usarla pubblicare pubblicate pubblicarla diffondere"
    ),
    negations: ["non"],
    pronouns: words("la lo le li"),
    doings: words("annulla annullato ritira ritirato"),
    agencies: words("agenzia dell"),
    statements: forms(
      ["a", "o"],
      of: "è annullat", "è stata annullat", "è stato annullat", "va considerata annullat",
      "va considerato annullat", "è da considerarsi annullat", "deve essere considerata annullat",
      "deve ritenersi annullat", "è ritirat", "è stata ritirat", "è stato ritirat")
      + ["è da annullare", "va annullata", "va annullato"],
    reasons: ["per ", "perché", "in quanto", "e non ", "e sarà sostituit"])
}
