internal import Stories

/// A line about the headline by which old wires tell editors of an embargo: `EMBARGOED`,
/// `(EMBARGO UNTIL 0001 GMT MARCH 3)`, `SPERRFRIST 18 UHR`, `For release Monday, March 3`, `$adv03`.
///
/// Headlines speak of embargoes too, and a story taken for an embargoed one would be told to nobody: so the line
/// stands in capitals or in parentheses, and says nothing besides or until when; in small letters it says nothing but
/// that and a time.
enum EmbargoMark {
  /// A phrase with which a mark begins.
  private struct Opening {
    let words: [Substring]
    /// Words that make a mark of it, whatever comes behind them.
    let links: Set<Substring>
    /// Whether it says enough by itself.
    var isWhole = true
    /// Whether a line in small letters may say it by itself.
    var isWholeInAnyCase = false
  }

  private static let until: Set<Substring> = [
    "UNTIL", "TILL", "TIL", "JUSQU", "JUSQUE", "HASTA", "FINO", "BIS",
  ]
  private static let openings = [
    Opening(words: ["EMBARGO"], links: until),
    Opening(
      words: ["EMBARGOED"], links: until.union(["TO", "FOR", "NOT", "AT"]), isWholeInAnyCase: true),
    Opening(words: ["EMBARGADO"], links: until),
    Opening(words: ["EMBARGADA"], links: until),
    Opening(words: ["EMBARGO", "ATÉ"], links: [], isWhole: false),
    Opening(words: ["EMBARGADA", "ATÉ"], links: [], isWhole: false),
    Opening(words: ["EMBARGADO", "ATÉ"], links: [], isWhole: false),
    Opening(words: ["ЭМБАРГО"], links: []),
    Opening(words: ["NO", "PUBLICAR"], links: [], isWhole: false),
    Opening(words: ["NO", "DIFUNDIR"], links: [], isWhole: false),
    Opening(words: ["NON", "PUBBLICARE"], links: [], isWhole: false),
    Opening(words: ["NON", "DIFFONDERE"], links: [], isWhole: false),
    Opening(words: ["NÃO", "PUBLICAR"], links: [], isWhole: false),
    Opening(words: ["NÃO", "DIVULGAR"], links: [], isWhole: false),
    Opening(words: ["НЕ", "ПУБЛИКОВАТЬ"], links: [], isWhole: false),
    Opening(
      words: ["SPERRFRIST"],
      links: until.union(["BEACHTEN", "MONTAG", "DIENSTAG", "MITTWOCH", "DONNERSTAG", "FREITAG"]),
      isWholeInAnyCase: true),
    Opening(
      words: ["NOT", "FOR", "RELEASE"], links: until.union(["BEFORE", "PRIOR"]), isWhole: false),
    Opening(
      words: ["NOT", "FOR", "PUBLICATION"], links: until.union(["BEFORE", "PRIOR"]), isWhole: false),
    Opening(
      words: ["NOT", "FOR", "USE"], links: until.union(["BEFORE", "PRIOR"]), isWhole: false),
    Opening(words: ["HOLD", "FOR", "RELEASE"], links: until),
    Opening(words: ["FOR", "RELEASE"], links: [], isWhole: false),
    Opening(words: ["FOR", "USE"], links: [], isWhole: false),
  ]

  /// Words that stand before a mark and say nothing of their own.
  private static let heralds: Set<Substring> = [
    "ATTENTION", "ACHTUNG", "STRICTLY", "STRICT", "STRENGE", "STRIKTE", "UNDER", "SOUS", "UNTER",
    "SOTTO", "BAJO", "SOB", "ПОД", "ATENCIÓN", "ATTENZIONE", "ATENÇÃO", "ВНИМАНИЕ",
    "ADVISORY", "ADVANCE", "EDITORS", "EDS", "URGENT", "REPEAT",
  ]

  /// Whether a line is such a mark.
  static func stands(in line: String) -> Bool {
    if isAdvance(line) { return true }
    let capitals = line.uppercased()
    let isSet = line == capitals || line.hasPrefix("(") && line.hasSuffix(")")
    let words = capitals.split { !$0.isLetter && !$0.isNumber }.drop { heralds.contains($0) }
    // "EMBARGO ATÉ" says more than "EMBARGO".
    let begun = openings.filter { words.starts(with: $0.words) }
    if let opening = begun.max(by: { $0.words.count < $1.words.count }) {
      let rest = words.dropFirst(opening.words.count)
      guard let next = rest.first else {
        return opening.isWhole && (isSet || opening.isWholeInAnyCase)
      }
      guard isSet else { return tellsDay(rest) }
      return opening.links.contains(next) || opening.isWhole && tellsTime(rest) || tellsDay(rest)
    }
    return false
  }

  /// Whether a headline bears a mark of its own: `EMBARGOED: Bridge to close`, `Bridge to close (EMBARGOED)`.
  static func stands(aboutHeadline line: String) -> Bool {
    if line.hasPrefix("EMBARGOED:") || line.hasPrefix("EMBARGOED -") { return true }
    if line.hasSuffix(")"), let open = line.lastIndex(of: "(") {
      return stands(in: String(line[open...]))
    }
    guard line.hasPrefix("("), let close = line.firstIndex(of: ")") else { return false }
    return stands(in: String(line[...close]))
  }

  /// Whether a slug says that the story is one in advance, as AP's do: `BC-NA--Bridge,ADV30`, `BC-AP Poll-HFR`.
  static func stands(inSlug slug: String) -> Bool {
    slug.split { !$0.isLetter && !$0.isNumber }.contains { $0 == "HFR" || isAdvance(String($0)) }
  }

  /// AP's `$adv30`, for the 30th.
  private static func isAdvance(_ word: String) -> Bool {
    let rest = word.drop { $0 == "$" }.lowercased()
    guard rest.hasPrefix("adv") else { return false }
    let days = rest.dropFirst(3).split(separator: "-", omittingEmptySubsequences: false)
    return days.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }

  /// Whether words are a time or a date: numbers first, and then nothing or what belongs to a clock or a calendar.
  /// `60 YEARS ON` is none.
  static func tellsTime(_ words: some Sequence<Substring>) -> Bool {
    var hasNumber = false
    for word in words {
      let unit = word.drop(while: \.isNumber).prefix { !$0.isNumber }
      hasNumber = hasNumber || word.first?.isNumber == true
      if unit.isEmpty || hasNumber && ordinals.contains(unit) { continue }
      return hasNumber && units.contains(unit)
    }
    return hasNumber
  }

  /// Whether words are a time or a date and nothing else, with a day, a month or an hour by its name among them:
  /// `MONDAY 0001 GMT`, `FÜR ALLE DIENSTE 18 UHR`. `AT 60` is none.
  private static func tellsDay(_ words: some Sequence<Substring>) -> Bool {
    var hasName = false
    for word in words {
      let unit = word.drop(while: \.isNumber).prefix { !$0.isNumber }
      if unit.isEmpty || ordinals.contains(unit) || fillers.contains(unit) { continue }
      guard units.contains(unit) else { return false }
      hasName = true
    }
    return hasName
  }

  /// What stands behind the number of a day, as in `3RD MARCH`.
  private static let ordinals: Set<Substring> = ["ST", "ND", "RD", "TH"]

  /// What stands between the parts of a time, and for whom it is.
  private static let fillers = Set(
    """
    AT ON THE OF IN AND OR A ALL AFTER BEFORE UNTIL TILL FOR NOT USE RELEASE PUBLICATION THEREAFTER LOCAL TIME
    EDITIONS PAPERS NEWSPAPERS MEDIA PRINT ONLINE BROADCAST WEB AMS PMS
    UM AB BIS FÜR ALLE DIENSTE MEDIEN UND ONLINE DEN DER DEM
    LE LA LES LAS À DE DU JUSQU JUSQUE HASTA EL ANTES DEL Y
    FINO ALLE ALLA DELLE PRIMA E ATÉ ÀS AS DAS DO DIA ДО В РАНЕЕ
    """.split(whereSeparator: \.isWhitespace))

  /// What stands behind the numbers of a time or a date in capitals, spelled out since `DECADES` is no month; `FOR` and
  /// `NOT` go on with the papers that it is for.
  private static let units = Set(
    """
    H HR HRS HOURS UHR HEURES HORAS A P AM PM M T Z NOON MIDNIGHT TODAY TONIGHT TOMORROW HEUTE MORGEN FOR NOT
    GMT UTC UT EST EDT CST CDT MST MDT PST PDT ET CT MT PT CET CEST BST MEZ MESZ
    JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER
    OCTOBER NOVEMBER DECEMBER JANUAR FEBRUAR MÄRZ MRZ MAI JUNI JULI OKT OKTOBER DEZ DEZEMBER
    MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY MON TUE WED THU FRI SAT SUN
    MONTAG DIENSTAG MITTWOCH DONNERSTAG FREITAG SAMSTAG SONNABEND SONNTAG
    LUNDI MARDI MERCREDI JEUDI VENDREDI SAMEDI DIMANCHE
    LUNES MARTES MIÉRCOLES JUEVES VIERNES SÁBADO DOMINGO
    LUNEDÌ MARTEDÌ MERCOLEDÌ GIOVEDÌ VENERDÌ SABATO DOMENICA SEGUNDA TERÇA QUARTA QUINTA SEXTA FEIRA
    ПОНЕДЕЛЬНИКА ВТОРНИКА СРЕДЫ ЧЕТВЕРГА ПЯТНИЦЫ СУББОТЫ ВОСКРЕСЕНЬЯ
    HORA ORE ORA ЧАСОВ ЧАСА МСК
    ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE
    GENNAIO FEBBRAIO APRILE MAGGIO GIUGNO LUGLIO SETTEMBRE OTTOBRE NOVEMBRE DICEMBRE
    JANEIRO FEVEREIRO MARÇO MAIO JUNHO JULHO SETEMBRO OUTUBRO NOVEMBRO DEZEMBRO
    ЯНВАРЯ ФЕВРАЛЯ МАРТА АПРЕЛЯ МАЯ ИЮНЯ ИЮЛЯ АВГУСТА СЕНТЯБРЯ ОКТЯБРЯ НОЯБРЯ ДЕКАБРЯ
    """.split(whereSeparator: \.isWhitespace))
}

extension StoryDraft {
  /// Notes an embargo that a line above the headline tells. Its end stands there in words, which are not guessed at.
  ///
  /// - Returns: whether the line is such a mark.
  mutating func embargoMark(_ line: String) -> Bool {
    guard EmbargoMark.stands(in: line) else { return false }
    embargo("")
    return true
  }
}
