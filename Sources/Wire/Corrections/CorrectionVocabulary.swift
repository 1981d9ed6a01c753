/// The words by which stories say that they are corrections, in all languages: the one place for them.
///
/// They are asked at two times. Of `labels` readers make a signal in the facts of a story (`CorrectionLabel`), for good:
/// facts are part of a story's digest, by which it is known again. All others are asked of the story whenever it
/// matters (`CorrectionWords`; whole sentences are in `CorrectionPhrases`), and so may change without making another story of one that is stored.
enum CorrectionVocabulary {
  // MARK: What readers make a signal of

  /// Labels in whatever letters.
  static let labels: Set<String> = [
    "richtigstellung", "erratum", "errata",
    "fe de errores", "fe de erratas", "corrección de errores",
    "retificação", "correcção",
    "исправлено", "исправление",
    "تصحيح", "تصويب", "सुधार", "भूल सुधार", "संशोधित", "शुद्धिपत्र",
    "更正", "勘误", "勘誤", "訂正", "おわびと訂正", "お詫びと訂正", "訂正とおわび",
    "정정", "정정보도", "바로잡습니다", "바로잡음",
  ]
  /// Labels in capitals or brackets: what they say is said in sentences too.
  static let labelsInCapitals: Set<String> = [
    "corregido", "corregida", "corretto", "corretta", "retificado", "retificada",
    "поправка", "уточнение", "исправлена", "исправленная версия",
  ]

  // MARK: What is asked of the story

  /// How words begin that announce a correction.
  static let stems = [
    "correct", "berichtig", "korrektur", "korrigier", "rectif", "corrig", "correzione", "rettific",
    "korrekt", "oikais", "rättelse", "rettelse", "correcci", "correç",
  ]
  /// Words that begin like those and say that something is right, or what prisons are called.
  static let others: Set<String> = [
    "correct", "correctly", "correctness", "correctional", "correctable", "correctionnel",
    "correctionnelle", "correctionnels", "correctionnelles", "correctement", "korrekt", "korrekte",
    "korrekten",
    "korrektes", "korrekter", "korrektheit",
  ]
  /// What a market does, too, and a teacher: "Börse: Korrektur".
  static let nouns: Set<String> = [
    "correction", "corrections", "korrektur", "korrekturen", "correzione", "correzioni",
    "corrección",
    "correcciones", "correção", "corrigé", "corrigés",
  ]
  /// What heads the answers to an examination, in small letters.
  static let answers: Set<String> = ["corrigé", "corrigés"]
  /// What prices do, too.
  static let ofPrices: Set<String> = ["correction", "korrektur", "corrección", "correzione"]
  /// Words in whose company those say nothing.
  static let markets: Set<String> = [
    "market", "markets", "stocks", "shares", "börse", "börsen", "aktien", "bourse", "bourses",
  ]
  /// What prisons are called in the plural, and in some words' company.
  static let ofPrisons: Set<String> = ["corrections", "korrekturen", "correcciones", "correzioni"]
  /// These words.
  static let prisons: Set<String> = [
    "officer", "officers", "official", "officials", "department", "commissioner", "chief",
    "facility", "center", "secretary", "system",
  ]

  /// Words that go before a mark or behind it and say nothing of their own.
  static let heralds: Set<String> = [
    "eds", "ed", "editors", "editor", "s", "note", "notes", "advisory", "attention", "bulletin",
    "urgent", "refile",
    "update", "roundup", "wdh", "eilmeldung", "version", "story", "lead", "ld", "fassung", "errata",
    "second",
    "first", "repeat", "anm", "d", "red", "redaktion", "anmerkung", "der", "hinweis", "hinweise",
    "ndlr", "nota",
    "del", "de", "la", "rédaction", "redacción",
  ]
  /// What may follow "Corrected to".
  static let showing: Set<String> = [
    "show", "say", "read", "fix", "reflect", "clarify", "make", "remove", "add", "state", "delete",
    "change", "give",
  ]

  /// Whether a word in small letters announces a correction by itself.
  static func announces(_ word: String) -> Bool {
    !others.contains(word) && stems.contains { word.hasPrefix($0) }
  }
}
