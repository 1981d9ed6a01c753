internal import Stories

/// A line above the headline by which old wires tell editors of an embargo: `EMBARGOED`,
/// `(EMBARGO UNTIL 0001 GMT MARCH 3)`, `SPERRFRIST 18 UHR`.
///
/// Headlines speak of embargoes too, and a story taken for an embargoed one would be told to nobody: so the line
/// stands in capitals or in parentheses, and says nothing besides or until when.
enum EmbargoMark {
  private static let links: [Substring: Set<Substring>] = [
    "EMBARGO": ["UNTIL", "TILL"], "EMBARGOED": ["UNTIL", "TILL", "TO", "FOR", "NOT", "AT"],
    "SPERRFRIST": ["BIS", "MONTAG", "DIENSTAG", "MITTWOCH", "DONNERSTAG", "FREITAG"],
  ]

  /// Whether a line is such a mark.
  static func stands(in line: String) -> Bool {
    let capitals = line.uppercased()
    guard line == capitals || line.hasPrefix("(") && line.hasSuffix(")") else { return false }
    let words = capitals.split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first, let links = links[first] else { return false }
    guard let second = words.dropFirst().first else { return true }
    return links.contains(second) || tellsTime(words.dropFirst())
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

  /// What stands behind the number of a day, as in `3RD MARCH`.
  private static let ordinals: Set<Substring> = ["ST", "ND", "RD", "TH"]

  /// What stands behind the numbers of a time or a date in capitals, spelled out since `DECADES` is no month; `FOR` and
  /// `NOT` go on with the papers that it is for.
  private static let units = Set(
    """
    H HR HRS HOURS UHR HEURES A P AM PM T Z NOON MIDNIGHT TODAY TONIGHT TOMORROW HEUTE MORGEN FOR NOT
    GMT UTC UT EST EDT CST CDT MST MDT PST PDT ET CT MT PT CET CEST BST MEZ MESZ
    JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER
    OCTOBER NOVEMBER DECEMBER JANUAR FEBRUAR MÄRZ MRZ MAI JUNI JULI OKT OKTOBER DEZ DEZEMBER
    MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY MON TUE WED THU FRI SAT SUN
    MONTAG DIENSTAG MITTWOCH DONNERSTAG FREITAG SAMSTAG SONNABEND SONNTAG
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
