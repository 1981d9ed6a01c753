/// Judges pairs of stories by five sums of trees, trained on labelled pairs.
///
/// `together`: the two belong into one group; its probability is the strength with which they pull.
/// `same`: one is a version of the other, judged by themselves. `partial`: of two that are not the same,
/// that they share a passage worth showing. `contained`: of two that are, that one is a cut of the other
/// rather than another version of it. `context`: that two belong into one group, by what all stories of their
/// component say of it.
public struct RelationModel: Hashable, Sendable {
  /// Version of the model's shape and of what its features mean.
  public static let version = 2

  /// Which model this is, recorded with every decision.
  public let name: String
  /// That the two belong into one group.
  public let together: BoostedTrees
  /// That they are the same copy.
  public let same: BoostedTrees
  /// That they share a passage, if they are not the same copy.
  public let partial: BoostedTrees
  /// That one is a cut of the other, if they are the same copy; nil to go by the smaller share.
  public let contained: BoostedTrees?
  /// That they belong into one group, by the measurements of `ComponentFeature`; nil to go by pairs alone and review
  /// the groups.
  public var context: BoostedTrees?
  /// Probability from which two are the same copy.
  public var sameFrom: Double
  /// Probability from which two that are not the same share a passage.
  public let partialFrom: Double

  /// Makes a model.
  public init(
    name: String, together: BoostedTrees, same: BoostedTrees, partial: BoostedTrees,
    contained: BoostedTrees? = nil, context: BoostedTrees? = nil, sameFrom: Double = 0.5,
    partialFrom: Double = 0.5
  ) {
    (self.name, self.together, self.same, self.partial) = (name, together, same, partial)
    self.contained = contained
    self.context = context
    (self.sameFrom, self.partialFrom) = (sameFrom, partialFrom)
  }
}
