/// What a walk through two texts takes for shared: more where a machine misread one of them.
///
/// Where three words in ten are misread, neighbours that both came through are few, and what came through between
/// them are mostly the short words that every text has. Such words say nothing about which texts to compare, but
/// that the very same stand in the same place behind a passage says a good deal.
struct Tolerance {
  /// What two neighbouring words must weigh together to begin a passage, in sixteenths of a bit.
  let leastSeed: UInt16
  /// Words of less weight that begin a passage all the same if so many agree in a row.
  let leastRun: Int
  /// Tokens that may differ between two matches of one passage, on either side.
  let maximumGap: Int
  /// What a single word must weigh to go on with a passage, in sixteenths of a bit.
  let leastSingle: UInt8
  /// What a word that agrees counts beyond its weight when stretches are weighed, in sixteenths of a bit.
  let wordBonus: Int

  /// For texts as they were written: two words that say something (5 bits), and no single ones.
  static let written = Tolerance(
    leastSeed: 80, leastRun: .max, maximumGap: 9, leastSingle: .max, wordBonus: 0)
  /// For texts of which one looks misread.
  static let misread = Tolerance(
    leastSeed: 0, leastRun: 3, maximumGap: 12, leastSingle: 32, wordBonus: 24)

  /// What is fit for two texts.
  @inline(__always)
  static func between(_ one: CopyView, _ other: CopyView) -> Tolerance {
    one.looksMisread || other.looksMisread ? .misread : .written
  }

  /// Where single words are looked for behind a match, nearest to its diagonal first.
  static let shifts = [0, 1, -1, 2, -2]
  /// Tokens behind a match at which something is tried without a seed.
  var reach: Int { leastSingle == .max ? 1 : maximumGap }
}
