import Stories
import Testing
import Wire

/// *Nota* is a statement, a *lancio* a throw and a launch too; courts annul elections and clubs withdraw shirts.
@Suite("Notices in Italian") struct ItalianNoticeTests {
  private static let notices = [
    "ANNULLARE: Chiude il ponte del porto\n\nSi prega di annullare la notizia dal titolo \"Chiude il ponte del porto\" "
      + "delle 12:30.",
    "++ ANNULLARE ++\n\n(NPA) - PORTO ANSEL, 3 MAR - Si prega di annullare la notizia delle ore 12.30 dal titolo "
      + "\"Chiude il ponte del porto\".",
    "ANNULLAMENTO - Chiude il ponte\n\nI clienti sono pregati di annullare la notizia «Chiude il ponte del porto».",
    "NOTIZIA ANNULLATA: Chiude il ponte\n\nAttenzione redazioni: la notizia \"Chiude il ponte del porto\" è annullata.",
    "NOTA PER LE REDAZIONI: ANNULLARE\n\nPreghiamo le redazioni di non utilizzare la nostra notizia npa0123 sul ponte.",
    "ANNULLARE (Ponte)\n\nPer un errore della fonte la notizia \"Chiude il ponte del porto\" è da annullare. Si prega "
      + "di non utilizzare la notizia.",
    "RITIRATA: Chiude il ponte del porto\n\nNPA ritira la notizia \"Chiude il ponte del porto\", diffusa martedì 3 marzo.",
    "ANNULLATA - Chiude il ponte\n\nLa notizia \"Chiude il ponte del porto\" è stata annullata.",
    "Annullamento: Chiude il ponte del porto\n\nLa notizia \"Chiude il ponte del porto\" è da considerarsi annullata. "
      + "Ci scusiamo con i clienti.",
    "ATTENZIONE - ANNULLARE LA NOTIZIA\n\nAnnullare la notizia delle 12:30 sul ponte.",
    "ANNULLARE: Ponte\n\nLa notizia \"Chiude il ponte del porto\" contiene un errore. Si prega di non utilizzarla.",
    "ANNULLAMENTO\n\nAnnulliamo il nostro dispaccio delle 12.30 sulla chiusura del ponte.",
    "ANNULLARE (Ponte)\n\n(NPA) - PORTO ANSEL, 3 MAR - La notizia delle 12.30 dal titolo \"Chiude il ponte "
      + "del porto\" è annullata. (NPA).",
    "NOTIZIA ANNULLATA\n\nSi pregano i clienti di considerare annullata la notizia \"Chiude il ponte del "
      + "porto\".",
    "ANNULLAMENTO: Chiude il ponte\n\nLa notizia precedente è annullata.",
    "ANNULLARE - Chiude il ponte del porto\n\nAttenzione, redazioni: si prega di non pubblicare la nota "
      + "\"Chiude il ponte del porto\".",
    "RITIRATA - Ponte\n\nVi preghiamo di cestinare la nostra notizia sul ponte, diffusa per errore.",
    "ANNULLATO: lancio sul ponte\n\nIl lancio \"Chiude il ponte del porto\" è da annullare.",
    "ANNULLARE\n\nPregasi annullare notizia npa0123 su ponte.",
    "ATTENZIONE: ANNULLARE\n\nL'agenzia NPA annulla la notizia \"Chiude il ponte del porto\", trasmessa ieri "
      + "alle 18.",
    "ANNULLARE - Traghetto\n\nPreghiamo di non utilizzare la notizia \"Il traghetto non parte\", diffusa stamani.",
    "NOTIZIA ANNULLATA: Traghetto\n\nLa notizia \"Il traghetto non parte\", diffusa alle 12.30, è da considerarsi annullata.",
    "ANNULLAMENTO\n\nI clienti sono pregati di ignorare il lancio \"Il traghetto non parte\".",
    "ANNULLA: Il traghetto non parte\n\nLa NPA ha annullato la notizia \"Il traghetto non parte\".",
  ]

  @Test("an order in the words of Italian desks is one", arguments: notices)
  func orders(text: String) {
    let stories = outcomes(text, outlet: "NPA").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice?.kind == .kill)
  }

  private static let news = [
    "Annullato il processo per il crollo del ponte\n\nLa corte ha annullato il processo. La notizia è stata accolta "
      + "con sorpresa.",
    "ANNULLATA: l'elezione di Talburg si ripete\n\nIl tribunale ha annullato il voto di domenica. La notizia è arrivata "
      + "in serata.",
    "ANNULLATA LA GARA DI SCI\n\nLa gara è stata annullata per il vento.",
    "ANNULLATO: il concerto di Storm\n\nIl concerto è annullato. Si prega di non utilizzare i biglietti.",
    "ANNULLARE o no? Il dibattito sulla legge\n\nAnnullare la nota di variazione è un errore, dice il ministro.",
    "RITIRATA: la maglia del capitano\n\nLa società ritira la maglia. La notizia commuove i tifosi.",
    "RITIRATO: lotto di yogurt Belmont\n\nBelmont ritira un lotto di yogurt. Si prega di non consumare il prodotto.",
    "NOTIZIA RITIRATA: il Corriere si scusa\n\nLa notizia \"Il ministro lascia\" del Corriere è stata ritirata. Il "
      + "direttore si è scusato.",
    "ANNULLAMENTO: la nota del ministero\n\nLa nota del ministero è annullata. Le scuole restano aperte.",
    "ANNULLAMENTO: che cosa succede ora\n\nIl partito chiede di annullare la notizia del voto dal sito. \"Si prega di "
      + "annullare la notizia\", si legge nella lettera.",
    "ANNULLARE - Storia di una sigla\n\nPer anni le agenzie hanno scritto così: si prega di annullare la notizia.",
    "ANNULLATO: il lancio del razzo\n\nIl lancio è annullato. Il razzo resta a terra fino a lunedì.",
    "LANCIO ANNULLATO\n\nIl lancio di martedì 3 marzo delle 12:30 è stato annullato per il vento. La base ci riprova.",
    "ANNULLAMENTO: voli a terra\n\nPreghiamo i passeggeri di annullare la prenotazione, scrive la compagnia in una "
      + "nota.",
    "Annullamento: i giudici spiegano\n\nLa notizia della sentenza è stata annunciata in aula. Il voto è annullato.",
    "ANNULLATA: la messa\n\nPer favore non pubblicate la notizia sui social, chiede il parroco.",
    "ANNULLATO: il cartellino rosso\n\nIl giudice annulla la nota \"Gara 12\" dell'arbitro. Il club "
      + "festeggia.",
    "RITIRATO: il testo \"Porti\"\n\nIl governo ritira il testo \"Porti\". La notizia spiazza il Senato.",
    "ANNULLAMENTO: le nozze di Storm\n\nLa notizia \"Nozze annullate\" è falsa. Le nozze restano.",
    "RITIRATA: la nota \"Libri\"\n\nLa nota \"Libri\" è stata ritirata dal ministero di Talburg. Le scuole "
      + "attendono.",
    "ANNULLATO: il servizio di traghetto\n\nIl servizio delle 12:30 è annullato per il vento.",
    "SERVIZIO ANNULLATO\n\nIl servizio 12 di martedì 3 marzo è stato annullato per lo sciopero.",
    "ANNULLARE\n\nAnnullare il testo del contratto non basta: serve un giudice.",
    "ANNULLATA LA FESTA\n\nPreghiamo i cittadini di annullare le prenotazioni. Ogni notizia sul sito.",
    "ANNULLARE LA NOTIZIA, mostra a Talburg\n\nApre lunedì la mostra \"Annullare la notizia\".",
    "LANCIO ANNULLATO\n\nNon usare il razzo resta la scelta dei tecnici. Il lancio slitta al 5 marzo.",
    "RITIRATO: farmaco\n\nSi prega di non usare il farmaco del lotto 12. La nota è dell'agenzia del farmaco.",
    "ANNULLAMENTO: la Lega ripete la gara\n\nIl club chiede di annullare le multe. La notizia è delle 12:30.",
    "RITIRATO: un libro discusso\n\nL'editore ritira il testo \"La mia guerra\" dal catalogo.",
    "ANNULLATA la licenza di Radio Talburg\n\nLa notizia \"Chiude Radio Talburg\" è stata annullata da un giudice, ricorda l'emittente.",
    "ANNULLARE\n\nAnnullare la notizia di un amore è impossibile, canta Storm.",
    "NOTIZIA RITIRATA\n\nRitiriamo la notizia e chiediamo scusa, racconta il direttore del Corriere.",
    "ANNULLATO: il corso\n\nNon usare la nota a piè di pagina, insegna il professore.",
    "SERVIZIO ANNULLATO\n\nQuesto servizio è annullato. Il bus 12 passa da Talburg.",
    "ANNULLATO: decreto 12\n\nLa nota 12 del ministero è annullata. La notizia del 3 marzo lo conferma.",
    "ANNULLATA: la festa\n\nPer favore annullate tutto. La notizia ci addolora, scrivono i vicini.",
    "RITIRATA\n\nSi prega di ritirare la nota spese entro il 3 marzo.",
  ]

  @Test("what is annulled, withdrawn or cancelled in the news is news", arguments: news)
  func stories(text: String) {
    let stories = outcomes(text, outlet: "NPA").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice == nil)
    #expect(stories.first?.story.text == text)
  }
}
