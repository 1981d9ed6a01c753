public import NearDuplicates
public import Stories
internal import Text

/// Reads texts and knows what of them is boilerplate: at first sight by the model, and by what recurs under
/// an outlet's stories.
///
/// Not `Sendable`: one task owns it.
public final class CopyReader {
  let signer: Signer
  let lexicon: Lexicon
  private let fingerprinter = Fingerprinter()
  let segmenter = Segmenter()
  let model: BoilerplateModel?
  /// Whether boilerplate is set aside. Otherwise it counts like the rest, to see what marking it buys.
  public var setsAside = true
  /// What people said of segments.
  var rulings = Rulings()
  private var outlets = OutletNumbers()
  private(set) var ledger = RecurrenceLedger()
  private var learned = LearnedRarity()

  /// Makes a reader that has seen nothing.
  ///
  /// - Parameters:
  ///   - signer: makes tokens and signatures.
  ///   - boilerplate: what judges first-seen text; nil to judge by recurrence alone.
  public init(signer: Signer, boilerplate: BoilerplateModel?) {
    (self.signer, model) = (signer, boilerplate)
    lexicon = Lexicon(signer.rarity, boilerplate)
  }

  /// Bytes held.
  var byteCount: Int { ledger.byteCount + learned.byteCount }

  /// Reads a text.
  public func read(_ text: String, outlet: Outlet?) -> StoryReading {
    reading(signer.read(text), of: text, outlet: outlet, judged: true)
  }

  /// Reads a text of no outlet that is known, and says where in it, in Unicode scalars, what stands that is boilerplate
  /// at first sight.
  func readAndPlace(_ text: String) -> (reading: StoryReading, firstSight: [Range<Int>]) {
    let read = signer.read(text)
    let reading = reading(read, of: text, outlet: nil, judged: true)
    guard !reading.firstSight.isEmpty else { return (reading, []) }
    return (reading, scalars(reading.firstSight, of: text, read.tokens))
  }

  /// What was read as a reading.
  ///
  /// - Parameters:
  ///   - read: the text's tokens.
  ///   - text: the text.
  ///   - outlet: who published it.
  ///   - judged: whether the model and people are asked; not where it was decided before what does not count.
  /// - Returns: the reading.
  func reading(
    _ read: ReadText, of text: String, outlet: Outlet?, judged: Bool
  ) -> StoryReading {
    let known = lexicon.read(read.tokens.keys)
    let sight = judged ? firstSight(text, read.tokens, known) : FirstSight()
    return StoryReading(
      whole: Copy(
        keys: read.tokens.keys, weights: known.weights, traits: read.traits, marks: read.marks),
      outlet: outlet.map { outlets.number(of: $0) },
      firstSight: sight.marked, doubted: sight.doubted, likely: sight.likely,
      ruled: judged ? ruled(text, read.tokens, outlet) : nil)
  }

  /// The number of an outlet.
  func number(of outlet: Outlet) -> UInt32 { outlets.number(of: outlet) }

  /// Counts the story's words, and what may recur in its outlet. Stories are counted once each.
  public func count(_ reading: StoryReading, as story: UInt32) {
    count(reading, as: story, without: reading.firstSight) { reading.likely }
  }

  /// Counts a story of which it was decided before what does not count, so that the model is asked again only where
  /// that is not enough.
  func count(
    _ reading: StoryReading, as story: UInt32, without marked: [Range<Int>], of text: String
  ) {
    count(reading, as: story, without: marked) {
      let tokens = signer.tokens(of: text)
      return firstSight(text, tokens, lexicon.read(tokens.keys)).likely
    }
  }

  private func count(
    _ reading: StoryReading, as story: UInt32, without marked: [Range<Int>],
    likely: () -> [BoilerplateLikelihood]
  ) {
    learned.count(reading.whole, as: story)
    guard let outlet = reading.outlet else { return }
    ledger.count(
      story: story, outlet: outlet, reading.whole.keys, reading.whole.traits, without: marked,
      likely: likely)
  }

  /// Lets go of what recurred before the window before the last.
  func age(at now: Instant, window: Int64) {
    ledger.age(at: now, window: window)
    learned.age(at: now, window: window)
  }

  /// Outlets of which something was learned since this was last asked.
  func takeLearned() -> Set<UInt32> { ledger.takeLearned() }

  /// The tokens that are boilerplate by all that is known now.
  public func boilerplate(_ reading: StoryReading) -> [Range<Int>] {
    guard setsAside else { return [] }
    return reading.ruled.map { apply($0, to: unruled(reading)) } ?? unruled(reading)
  }

  /// The tokens that are boilerplate by the model and by what recurs, before people are heard.
  func unruled(_ reading: StoryReading) -> [Range<Int>] {
    guard let outlet = reading.outlet else { return reading.firstSight }
    let recurring = ledger.recurring(outlet: outlet, reading.whole.keys, reading.whole.traits)
    return TokenRanges.union(believed(reading, outlet, recurring), recurring)
  }

  /// What the model marked, without what it was not very sure of where the outlet is well known and nothing
  /// of it recurs: news is said once, furniture again and again.
  private func believed(
    _ reading: StoryReading, _ outlet: UInt32, _ recurring: [Range<Int>]
  ) -> [Range<Int>] {
    guard !reading.doubted.isEmpty,
      ledger.storyCount(of: outlet) >= RecurrenceLedger.wellKnown
    else { return reading.firstSight }
    let once = TokenRanges.apart(reading.doubted, from: recurring)
    return TokenRanges.without(reading.firstSight, once)
  }

  /// Ranges of a text's tokens as ranges of its Unicode scalars, without the line ends between them.
  func scalars(_ ranges: [Range<Int>], of text: String) -> [Range<Int>] {
    scalars(ranges, of: text, signer.tokens(of: text))
  }

  private func scalars(
    _ ranges: [Range<Int>], of text: String, _ tokens: Tokens
  ) -> [Range<Int>] {
    let offsets = ScalarOffsets(text)
    return lines(ranges, of: text, tokens).map { offsets.scalars(tokens.byteRange(of: $0)) }
  }

  /// Ranges of tokens cut at line ends that part one unit of the text from the next.
  func lines(
    _ ranges: [Range<Int>], of text: String, _ tokens: Tokens
  ) -> [Range<Int>] {
    guard !ranges.isEmpty else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      let units = segmenter.units(of: bytes, tokens: tokens, keyed: false)
      let starts = Set(units.map(\.tokens.lowerBound))
      return ranges.flatMap { range in
        var start = range.lowerBound
        var lines: [Range<Int>] = []
        for token in range.dropFirst() where starts.contains(token) {
          let between = Int(tokens.ends[token - 1])..<Int(tokens.starts[token])
          guard bytes[between].contains(where: { $0 == 0x0A || $0 == 0x0D }) else { continue }
          lines.append(start..<token)
          start = token
        }
        return lines + [start..<range.upperBound]
      }
    }
  }

  /// The story as it is compared by all that is known now.
  public func copy(_ reading: StoryReading) -> Copy { copy(reading, without: boilerplate(reading)) }

  /// The story as it is compared without some of its tokens, its words weighed by all that is known now.
  func copy(_ reading: StoryReading, without boilerplate: [Range<Int>]) -> Copy {
    learned.weighed(reading.whole).without(boilerplate)
  }

  /// The signature of a text without some of its tokens.
  public func signature(of text: String, without boilerplate: [Range<Int>]) -> Signature {
    let reading = reading(signer.read(text), of: text, outlet: nil, judged: false)
    let known = boilerplate.filter { $0.upperBound <= reading.whole.count }
    return signer.signature(of: reading.whole.without(known).keys)
  }

  func fingerprints(of copy: Copy) -> [UInt32] { fingerprinter.fingerprints(of: copy) }

  /// Signature and fingerprints of a text as it is compared.
  func sign(_ copy: Copy) -> (signature: Signature, fingerprints: [UInt32]) {
    (signer.signature(of: copy.keys), fingerprinter.fingerprints(of: copy))
  }
}
