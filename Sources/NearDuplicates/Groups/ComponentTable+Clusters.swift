internal import Stories

extension ComponentTable {
  /// The groups into which the component is cut, each in ascending order, ordered by first story.
  ///
  /// - Parameter context: trees that know the component; nil to go by pairs alone and to review what comes of it,
  ///   which asks for all that such trees have asked already.
  /// - Returns: lists of positions; every story is in exactly one. Stories that the source gives one identity are
  ///   in one.
  ///
  /// Complexity: O(n²), and that of `refined`.
  func clusters(by context: BoostedTrees?) -> [[Int]] {
    let table = context.map { refined(by: $0) } ?? self
    let clusters = AverageLink.clusters(
      count: count, threshold: GroupKeeper.joinStrength, strength: table.strength)
    guard context != nil else {
      var review = ClusterReview(clusters, ties: ties { strengths[$0] > 0 })
      return review.clusters()
    }
    guard isIdentity.contains(true) else { return clusters }
    var review = ClusterReview(clusters, ties: ties { isIdentity[$0] })
    return review.joined()
  }

  private func ties(where isWanted: (_ place: Int) -> Bool) -> [[ClusterReview.Tie]] {
    (0..<count).map { row in
      (0..<count).filter { isWanted(row * count + $0) }.map { column in
        let place = row * count + column
        return ClusterReview.Tie(
          item: column, isIdentity: isIdentity[place], covered: Coverage(bits: covered[place]))
      }
    }
  }
}
