internal import NearDuplicates
internal import Stories

/// All words of a story, boilerplate too, by what another may have of them.
struct VersionWords {
  /// All words.
  let keys: Set<TokenKey>
  /// Words that stand in small letters somewhere.
  let small: Set<TokenKey>
  /// All that is quoted.
  let quotations: Quotations
  /// Names as they are without their signs, see `plain`.
  private var names: Set<String> = []
  /// Figures as they are however they are written.
  private var figures: Set<String> = []
  /// Figures of several parts without the spaces in them, and those that are digits alone.
  private var joined: Set<String> = []
  /// The signs and marks with which each word is read.
  private var readings: [TokenKey: Set<Reading>] = [:]

  private struct Reading: Hashable {
    let sign: FigureSign
    let mark: UInt32

    /// Whether it is another figure. Percent and currencies may be in words: they differ only from one another.
    func differs(from other: Reading) -> Bool {
      if mark != other.mark || isNegative != other.isNegative { return true }
      return sign != other.sign && sign != .none && other.sign != .none
    }

    private var isNegative: Bool { sign == .negative || sign == .negativeAmount }
  }

  /// - Parameters:
  ///   - whole: the whole text.
  ///   - places: where its words stand.
  ///   - isForeign: whether it is in a language other than English.
  init(_ whole: Copy, _ places: PlacedTokens, isForeign: Bool) {
    keys = Set(whole.keys)
    small = Set(
      whole.keys.indices.filter { whole.traits[$0].isDisjoint(with: [.capital, .figure]) }
        .map { whole.keys[$0] })
    quotations = Quotations(whole, places)
    let figuresOfParts = JoinedFigures(whole, places, isForeign: isForeign)
    var initials = ""
    for place in 0..<whole.count {
      let (key, traits) = (whole.keys[place], whole.traits[place])
      guard traits.contains(.capital) || traits.contains(.figure) || whole.mark(of: place) != 0
      else {
        initials = ""
        continue
      }
      let word = places.text(of: place..<place + 1)
      if let range = figuresOfParts.range(at: place), range.lowerBound == place {
        joined.insert(JoinedFigures.bare(places.text(of: range)))
      }
      if traits.contains(.capital) { add(word, &initials) }
      if traits.contains(.figure) {
        figures.insert(VersionWords.form(word))
        if word.allSatisfy(\.isNumber) { joined.insert(word) }
      }
      readings[key, default: []].insert(
        Reading(sign: traits.sign, mark: whole.mark(of: place)))
    }
  }

  /// Takes note of a name: U.S. is US, and J. K. is J.K.
  private mutating func add(_ word: String, _ initials: inout String) {
    let name = VersionWords.plain(word)
    names.insert(name)
    if word.contains(".") { names.formUnion(name.map(String.init)) }
    initials = name.count == 1 ? initials + name : ""
    if initials.count > 1 { names.insert(initials) }
  }

  /// Whether a word is a name of the story, with or without an apostrophe and full stops.
  func hasName(_ word: String) -> Bool { names.contains(VersionWords.plain(word)) }

  /// A name in small letters, without full stops and what makes it a possessive.
  static func plain(_ word: String) -> String {
    withoutPossessive(word).filter { $0 != "." }.lowercased()
  }

  /// A name without the apostrophe at its end and the s behind that.
  static func withoutPossessive(_ name: String) -> String {
    for ending in ["'s", "’s", "'S", "’S", "'", "’"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// Whether a word of another text is no figure, or one that the story has with the same signs.
  func hasFigure(_ place: Int, of copy: Copy) -> Bool {
    let mark = copy.mark(of: place)
    guard copy.traits[place].contains(.figure) || mark != 0 else { return true }
    let reading = Reading(sign: copy.traits[place].sign, mark: mark)
    guard let known = readings[copy.keys[place]] else {
      return mark == 0 && keys.contains(copy.keys[place])
    }
    return known.contains { !$0.differs(from: reading) }
  }

  /// Whether the story has a figure, however it is written. Where a comma stands before decimals only spaces are no matter.
  func hasForm(_ figure: String, isForeign: Bool) -> Bool {
    let form = isForeign ? figure : VersionWords.form(figure)
    return joined.contains(form) || !isForeign && figures.contains(form)
  }

  /// The same of a figure of several parts.
  func hasJoined(_ figure: String, isForeign: Bool) -> Bool {
    hasForm(JoinedFigures.bare(figure), isForeign: isForeign)
  }

  /// A figure without the commas between thousands and the noughts behind decimals: 1,000.50 is 1000.5.
  static func form(_ figure: String) -> String {
    let parts = figure.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return figure }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard groups.count == 1 || isGrouped, groups.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
      return figure
    }
    let plain = groups.joined()
    guard parts.count == 2 else { return plain }
    // Three figures behind a full stop may be thousands.
    guard parts[1].count <= 2, parts[1].allSatisfy(\.isNumber) else {
      return plain + "." + parts[1]
    }
    let decimals = parts[1].reversed().drop { $0 == "0" }.reversed()
    return decimals.isEmpty ? plain : plain + "." + String(decimals)
  }
}
