/// Sentences in which a story speaks of its own correction, by their first words.
enum CorrectionPhrases {
  /// Words in order; a stroke parts what may stand for each other, and "~" is up to four of any.
  private static let all: [[Set<Substring>]] = [
    "this ~ story|article|version|dispatch|copy corrects",
    "this ~ story|article|dispatch|headline|post ~ was|been|is corrected|amended",
    "an|a|the|in ~ earlier|previous|prior|original version|versions of this|our ~ \(english)",
    "in|eine|die ~ \(german) version|fassung dieses|dieser|unseres|unserer ~ artikels|textes|beitrags|meldung|berichts",
    "in|eine ~ \(german) version|fassung der meldung",
    "diese|dieser ~ meldung|artikel|text|beitrag ~ wurde|ist|wird ~ korrigiert|berichtigt",
    "une|la|dans ~ première|précédente version de cet|cette|notre article|dépêche|texte",
    "une|la|dans ~ version précédente|antérieure|initiale de cet|cette|notre article|dépêche|texte",
    "cet|cette article|dépêche ~ a|été ~ corrigé|corrigée|rectifié|rectifiée",
    "una|la|en ~ versión anterior|previa|inicial de este|esta ~ artículo|noticia|nota|información|texto",
    "este|esta artículo|noticia|nota|texto ~ corregido|corregida|rectificado|rectificada",
    "una|la|in ~ versione ~ di questo|questa|quest articolo|notizia|testo",
    "uma|a|numa ~ versão anterior deste|desta artigo|texto|reportagem|notícia",
    "in|een ~ eerdere versie van dit|deze artikel|bericht|verhaal|stuk",
    "i|en ~ tidligere version|versjon|udgave|utgave af|av ~ artiklen|artikkelen|saken|artikel|artikeln",
    "i|en ~ tidigare version av ~ artikeln|texten|artikel|text",
    "jutun|artikkelin|uutisen ~ aiemmassa|aikaisemmassa versiossa",
    "juttua|artikkelia|uutista on ~ korjattu|oikaistu",
  ].map { line in line.split(separator: " ").map { Set($0.split(separator: "|")) } }

  /// The words with which any of them begins; spares most sentences the closer look.
  private static let openings = all.compactMap(\.first).reduce(into: Set()) { $0.formUnion($1) }

  private static let english = "story|article|report|item|dispatch|headline|post"
  private static let german =
    "früheren|frühere|vorherigen|vorherige|ersten|erste|älteren|ursprünglichen|ursprüngliche"

  /// What a bracket may begin with that speaks of a correction, though a sentence of news might too.
  private static let verbs: Set<Substring> = [
    "corrects", "correcting", "berichtigt", "korrigiert", "corrige", "corrigeant", "rectifie",
    "rectifica",
    "corregge", "rettifica", "corrigeert", "rättar", "korrigerar", "korrigerer", "oikaisee",
    "korjaa",
  ]
  private static let saying: Set<Substring> = [
    "said", "gave", "misstated", "had", "incorrectly", "wrongly", "misspelled", "stated",
  ]

  /// Whether a sentence begins so.
  static func begin(_ sentence: Substring) -> Bool {
    let opening = sentence.drop { !$0.isLetter }.prefix { $0.isLetter }
    guard openings.contains(Substring(opening.lowercased())) else { return false }
    let words = words(sentence)
    return all.contains { matches($0[...], words[...]) }
  }

  /// Whether what stands in brackets begins so.
  static func beginBracket(_ text: Substring) -> Bool {
    var words = words(text)
    guard let first = words.first else { return false }
    if verbs.contains(first), words.count > 1 { return true }
    if first == "an" { words.removeFirst() }
    return words.count > 2 && ["earlier", "previous"].contains(words[0]) && words[1] == "version"
      && saying.contains(words[2])
  }

  private static func matches(
    _ phrase: ArraySlice<Set<Substring>>, _ words: ArraySlice<Substring>
  ) -> Bool {
    guard let next = phrase.first else { return true }
    if next == ["~"] {
      return (0...4).contains { matches(phrase.dropFirst(), words.dropFirst($0)) }
    }
    guard let word = words.first, next.contains(word) else { return false }
    return matches(phrase.dropFirst(), words.dropFirst())
  }

  private static func words(_ text: Substring) -> [Substring] {
    Substring(text.prefix(200).lowercased()).split { !$0.isLetter && !$0.isNumber }
  }
}
