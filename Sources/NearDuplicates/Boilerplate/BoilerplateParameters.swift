/// All that a boilerplate model knows, as `models/boilerplate.json` holds it.
///
/// Words are here as keys alone (31 bits of a hash), runs of words as hashes of hashes: no text.
public struct BoilerplateParameters: Hashable, Sendable, Codable {
  /// The format's name, always `BoilerplateParameters.format`.
  public var format: String
  /// The format's version, `BoilerplateParameters.version` for what this program understands.
  public var version: Int
  /// `Tokeniser.version` of the keys.
  public var tokeniser: Int
  /// BCP 47 tags of the languages that it was trained on.
  public var languages: [String]
  /// From what probability on a segment is marked.
  public var threshold: Double
  /// The same in languages that it was not trained on; a cue or an address is needed besides.
  public var foreignThreshold: Double
  /// From what probability on a segment beside a marked one is marked with it.
  public var growThreshold: Double
  /// From what probability on a segment between two that are marked is marked with them.
  public var bridgeThreshold: Double
  /// Weights by name of `TextFeature`.
  public var textWeights: [String: Double]
  /// Weights by name of `ContextFeature`.
  public var contextWeights: [String: Double]
  /// How boilerplate follows on boilerplate.
  package var chain: SegmentChain
  /// Keys of words and of runs of two words, in rising order.
  public var words: [UInt32]
  /// Their weights in thousandths, in the same order.
  public var wordWeights: [Int]
  /// Keys of words and runs about which something is known, in rising order.
  public var known: [UInt32]
  /// Their `WordFlags`, in the same order.
  public var knownFlags: [UInt32]

  /// The format's name.
  public static let format = "copytaster boilerplate model"
  /// The version of the format, features and keys.
  public static let version = 1

  /// Makes parameters that mark nothing.
  public init(tokeniser: Int, languages: [String]) {
    (format, version) = (BoilerplateParameters.format, BoilerplateParameters.version)
    (self.tokeniser, self.languages) = (tokeniser, languages)
    (threshold, foreignThreshold, growThreshold, bridgeThreshold) = (0.5, 0.6, 0.5, 0.5)
    (textWeights, contextWeights) = ([:], [:])
    chain = SegmentChain(
      startsInHead: 0.5, headStays: 0.5, insideBegins: 0.25, tailBegins: 0.25, insideStays: 0.5,
      share: 0.5, scale: 1)
    (words, wordWeights, known, knownFlags) = ([], [], [], [])
  }
}

/// Why parameters make no model.
public enum BoilerplateModelError: Error, Hashable, CustomStringConvertible {
  /// It is no boilerplate model, or one of another version.
  case otherFormat(found: String)
  /// Its keys are those of another tokeniser.
  case otherTokeniser(found: Int, expected: Int)
  /// A field holds what it can't.
  case inconsistent(field: String, problem: String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .otherFormat(let found):
      "this is '\(found)', not '\(BoilerplateParameters.format)' version "
        + "\(BoilerplateParameters.version); train it anew with 'copytaster train boilerplate'"
    case .otherTokeniser(let found, let expected):
      "its words are keyed by tokeniser \(found), this program's is \(expected); train it anew with "
        + "'copytaster train boilerplate'"
    case .inconsistent(let field, let problem):
      "\(field) \(problem); the file was damaged or edited: restore it, or train it anew"
    }
  }
}
