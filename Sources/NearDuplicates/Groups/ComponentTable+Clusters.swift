internal import Stories

extension ComponentTable {
  /// The groups into which the component is cut by its pairs alone, each in ascending order, ordered by first story.
  /// What comes of it is reviewed, which asks for all that trees that know the component would have asked.
  ///
  /// Lists of positions; every story is in exactly one. Stories that the source gives one identity are in one.
  ///
  /// Complexity: O(n²).
  var clusters: [[Int]] {
    var review = ClusterReview(linked, ties: ties { strengths[$0] > 0 })
    return review.clusters()
  }

  /// The same by the component's votes.
  ///
  /// - Parameter votes: what `refined` made of this table.
  /// - Returns: lists of positions.
  func clusters(voted votes: ComponentTable) -> [[Int]] {
    let clusters = votes.linked
    guard isIdentity.contains(true) else { return clusters }
    var review = ClusterReview(clusters, ties: ties { isIdentity[$0] })
    return review.joined()
  }

  private var linked: [[Int]] {
    AverageLink.clusters(
      count: count, threshold: GroupKeeper.joinStrength, strength: strength)
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
