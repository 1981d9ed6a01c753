extension BoilerplateParameters {
  /// Refuses what makes no sense: another format, unknown features, tables that don't fit together.
  func check(tokeniser expected: Int) throws(BoilerplateModelError) {
    guard format == BoilerplateParameters.format, version == BoilerplateParameters.version else {
      throw .otherFormat(found: "\(format) version \(version)")
    }
    guard tokeniser == expected else {
      throw .otherTokeniser(found: tokeniser, expected: expected)
    }
    try check(words, wordWeights.count, "words")
    try check(known, knownFlags.count, "known")
    try check(textWeights, known: TextFeature.allCases.map(\.name), "textWeights")
    try check(contextWeights, known: ContextFeature.allCases.map(\.name), "contextWeights")
    guard chain.isSound else {
      throw .inconsistent(field: "chain", problem: "holds what is no probability")
    }
    for (name, value) in [
      ("threshold", threshold), ("foreignThreshold", foreignThreshold),
      ("growThreshold", growThreshold), ("bridgeThreshold", bridgeThreshold),
    ] where !(0...1).contains(value) {
      throw .inconsistent(field: name, problem: "is \(value), which is no probability")
    }
  }

  private func check(
    _ keys: [UInt32], _ values: Int, _ field: String
  ) throws(BoilerplateModelError) {
    guard keys.count == values else {
      throw .inconsistent(
        field: field, problem: "has \(keys.count) keys and \(values) values")
    }
    guard zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }), keys.first != 0 else {
      throw .inconsistent(field: field, problem: "is not in rising order, each key once")
    }
  }

  private func check(
    _ weights: [String: Double], known: [String], _ field: String
  ) throws(BoilerplateModelError) {
    for name in weights.keys.sorted() where !known.contains(name) {
      throw .inconsistent(field: field, problem: "has a feature '\(name)', which is not known")
    }
    for name in known where weights[name]?.isFinite != true {
      throw .inconsistent(field: field, problem: "has no weight for '\(name)'")
    }
  }
}
