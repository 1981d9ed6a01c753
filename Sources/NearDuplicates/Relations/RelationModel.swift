/// Judges pairs of stories by five sums of trees, trained on labelled pairs.
///
/// `together`: the two belong into one group; its probability is the strength with which they pull.
/// `same`: one is a version of the other, judged by themselves. `partial`: of two that are not the same,
/// that they share a passage worth showing. `contained`: of two that are, that one is a cut of the other
/// rather than another version of it. `context`: that two belong into one group, by what all stories of their
/// component say of it.
public struct RelationModel: Hashable, Sendable {
  /// Version of the model's shape and of what its features mean.
  public static let version = 3

  /// What its maker calls it.
  public let name: String
  /// A number that all trees have a part in, so that no two models pass for one because they are called alike.
  let mark: UInt32
  /// That the two belong into one group.
  public private(set) var together: BoostedTrees
  /// That they are the same copy.
  public let same: BoostedTrees
  /// That they share a passage, if they are not the same copy.
  public let partial: BoostedTrees
  /// That one is a cut of the other, if they are the same copy; nil to go by the smaller share.
  public let contained: BoostedTrees?
  /// That they belong into one group, by the measurements of `ComponentFeature`; nil to go by pairs alone and review
  /// the groups.
  public private(set) var context: BoostedTrees?
  /// Probability from which two are the same copy.
  public private(set) var sameFrom: Double
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
    mark = RelationModel.mark(of: [together, same, partial, contained, context])
  }

  /// The same model, asked to be more or less sure: of what is called the same copy, and of what is put into one
  /// group, by a pair alone and by its component.
  ///
  /// - Parameter probability: what the model must give at least, between 0 and 1; 0.5 leaves it as it was trained.
  /// - Returns: a model whose sums of trees for groups say one half where this one says that probability.
  public func sure(from probability: Double) -> RelationModel {
    var model = self
    model.together = together.halved(at: probability)
    model.context = context?.halved(at: probability)
    model.sameFrom = probability
    return model
  }

  /// Name and mark, and the probability from which two are the same copy where it is not the trained one: recorded
  /// with every decision.
  public var fullName: String {
    let hex = String(mark, radix: 16)
    let trained = "\(name).\(String(repeating: "0", count: 8 - hex.count))\(hex)"
    return sameFrom == 0.5 ? trained : "\(trained)@\(sameFrom)"
  }

  /// The upper half of a chain over all sums and nodes: each step mixes the last one with a number, `Mixing.finalise`.
  /// Of a sum that is missing 0 is mixed in; of the others 1, the base, and of each node feature, threshold, left child
  /// and value, floats by their bits.
  private static func mark(of sums: [BoostedTrees?]) -> UInt32 {
    var chain: UInt64 = 0
    func mix(_ value: UInt64) { chain = Mixing.finalise(chain ^ value) &+ 0x9E37_79B9_7F4A_7C15 }
    for trees in sums {
      guard let trees else {
        mix(0)
        continue
      }
      mix(1)
      mix(UInt64(trees.base.bitPattern))
      for node in trees.nodes {
        mix(UInt64(UInt16(bitPattern: node.feature)) << 32 | UInt64(node.threshold.bitPattern))
        mix(UInt64(UInt16(bitPattern: node.left)) << 32 | UInt64(node.value.bitPattern))
      }
    }
    return UInt32(truncatingIfNeeded: chain >> 32)
  }
}
