internal import NearDuplicates
internal import Stories
internal import Text

/// The names of a story that another has nowhere: words with capitals in the midst of a sentence, and at its start such
/// as are names elsewhere, or that hardly any story has.
///
/// Where nouns have capitals, and where all words have them, nothing is called a name. In a text most of whose words are
/// strange it says nothing that one is.
struct VersionNames {
  private let mine: VersionReader
  private let theirs: VersionReader
  private let known: Set<TokenKey>

  /// Part of the words that have capitals in the midst of sentences, from which nouns have them: in German it is one
  /// word in four, in other languages of the wire one in ten.
  private static let nounsFrom = 0.18
  /// The same of any text, from which it is set in capitals.
  private static let allFrom = 0.6

  init(_ mine: VersionReader, _ theirs: VersionReader) {
    (self.mine, self.theirs) = (mine, theirs)
    known = VersionNames.sure(mine.copy).union(VersionNames.sure(theirs.copy))
  }

  /// The names, each once, without the s of a possessive.
  var own: [String] {
    guard capitalsTell else { return [] }
    let (runs, areNames) = VersionNames.runs(of: mine.copy, mine.places, where: isName)
    var (names, seen) = ([String](), Set<String>())
    for words in runs.map(trimmed) {
      guard words.contains(where: { areNames[$0] && isOwn($0) }),
        words.contains(where: { areNames[$0] && isMore($0) })
      else { continue }
      let name = VersionWords.withoutPossessive(mine.places.text(of: words))
      if seen.insert(name).inserted { names.append(name) }
    }
    return names
  }

  private var capitalsTell: Bool {
    let copy = mine.copy
    let share = Double(copy.traits.count(where: \.isName)) / Double(max(1, copy.count))
    return share < (copy.isForeign ? Self.nounsFrom : Self.allFrom)
  }

  private static func sure(_ copy: Copy) -> Set<TokenKey> {
    Set(copy.keys.indices.filter { copy.traits[$0].isName }.map { copy.keys[$0] })
  }

  private func isName(_ place: Int) -> Bool {
    let copy = mine.copy
    return copy.traits[place].isName
      || copy.traits[place].contains(.capital)
        && (known.contains(copy.keys[place])
          || !copy.looksMisread && copy.weights[place] == Rarity.most)
  }

  /// Without the words before and behind that are no names wherever they stand.
  private func trimmed(_ run: Range<Int>) -> Range<Int> {
    var run = run
    while let first = run.first, isPlain(first) { run = run.dropFirst() }
    while let last = run.last, isPlain(last) { run = run.dropLast() }
    return run
  }

  private func isPlain(_ place: Int) -> Bool {
    let word = mine.places.text(of: place..<place + 1)
    return word.hasPrefix("I'") || word.hasPrefix("I’")
      || VersionNames.plain.contains(VersionWords.plain(word))
  }

  private func isOwn(_ place: Int) -> Bool {
    !theirs.all.keys.contains(mine.copy.keys[place])
      && !theirs.all.hasName(mine.places.text(of: place..<place + 1))
  }

  /// Whether a word is more than a day or a month, and than one that stands in small letters elsewhere.
  private func isMore(_ place: Int) -> Bool {
    let key = mine.copy.keys[place]
    return !DateWords.contains(key) && !mine.all.small.contains(key)
      && !theirs.all.small.contains(key)
  }

  /// Words that are no names though a sentence may begin with them, or a line be set in capitals.
  private static let plain = Set(
    """
    a about above after again against all also although am among an and another any anyone anything are around as at \
    be because been before behind being below between both but by can cannot could despite did do does done during each \
    earlier either else even ever every few first for former four from further given had has have having he her here \
    hers him his how however i if in inside instead into is it its itself just last late later least less like many may \
    maybe me meanwhile might mine more moreover most much must my near neither never nevertheless next no nobody none \
    nor not nothing now of off on once one only or other others our out over own per perhaps same several shall she \
    should since so some somebody someone something soon still such than that the their them then there therefore these \
    they this those though three through thus to today together tomorrow too toward towards two under unless until up \
    upon us very was we well were what whatever when where whether which while who whom whose why will with within \
    without would yes yesterday yet you your
    """.split(separator: " ").map(String.init))
}
