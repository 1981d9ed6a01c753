public import NearDuplicates

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A relation model as a file of JSON.
public struct RelationModelFile: Sendable {
  /// The name under which it is installed.
  public static let name = "relation.json"

  private struct Shape: Codable {
    let version: Int
    let name: String
    let features: [String]
    let together: Trees
    let same: Trees
    let partial: Trees
    let contained: Trees?
    let context: Trees?
    let contextFeatures: [String]?
    let sameFrom: Double
    let partialFrom: Double
  }

  /// Trees as rows of numbers: feature, threshold, left child, value; thresholds and values in
  /// ten-thousandths so that files are short and the same on every machine.
  private struct Trees: Codable {
    let base: Int
    let nodes: [[[Int]]]

    init(_ trees: BoostedTrees) {
      base = Trees.whole(trees.base)
      nodes = trees.trees.map { tree in
        tree.map { node in
          node.feature < 0
            ? [Trees.whole(node.value)]
            : [
              Int(node.feature), Trees.whole(node.threshold), Int(node.left),
              Trees.whole(node.value),
            ]
        }
      }
    }

    /// The trees; nil where a row is no node, or leads out of its tree.
    var trees: BoostedTrees? {
      var trees: [[BoostedTrees.Node]] = []
      for rows in nodes {
        let tree = rows.compactMap(Trees.node)
        guard tree.count == rows.count else { return nil }
        trees.append(tree)
      }
      return BoostedTrees(base: Trees.part(base), trees: trees)
    }

    private static func node(_ row: [Int]) -> BoostedTrees.Node? {
      if row.count == 1 { return .init(feature: -1, threshold: 0, left: 0, value: part(row[0])) }
      guard row.count == 4, let feature = Int16(exactly: row[0]), feature >= 0,
        let left = Int16(exactly: row[2])
      else { return nil }
      return .init(feature: feature, threshold: part(row[1]), left: left, value: part(row[3]))
    }

    private static func whole(_ value: Float) -> Int { Int((value * 10_000).rounded()) }
    private static func part(_ whole: Int) -> Float { Float(whole) / 10_000 }
  }

  /// Where it is.
  public let path: String

  /// Names a file; nothing is read yet.
  public init(path: String) { self.path = path }

  /// Reads and checks it.
  ///
  /// - Throws: `ModelError`, which names the file.
  public func load() throws(ModelError) -> RelationModel {
    let shape = try ModelJSON.read(Shape.self, path, kind: "relation model")
    guard shape.version == RelationModel.version, shape.features == RelationModelFile.features,
      shape.context == nil || shape.contextFeatures == RelationModelFile.contextFeatures
    else {
      throw .unreadable(
        path: path,
        problem:
          "version \(shape.version) was trained for other features than this program measures")
    }
    return RelationModel(
      name: shape.name, together: try checked(shape.together), same: try checked(shape.same),
      partial: try checked(shape.partial), contained: try checked(ifThere: shape.contained),
      context: try checked(ifThere: shape.context, RelationModelFile.contextFeatures),
      sameFrom: shape.sameFrom, partialFrom: shape.partialFrom)
  }

  /// Writes a model.
  ///
  /// - Throws: `ModelError.failed`.
  public func save(_ model: RelationModel) throws(ModelError) {
    try ModelJSON.write(
      Shape(
        version: RelationModel.version, name: model.name, features: RelationModelFile.features,
        together: Trees(model.together), same: Trees(model.same), partial: Trees(model.partial),
        contained: model.contained.map(Trees.init), context: model.context.map(Trees.init),
        contextFeatures: model.context.map { _ in RelationModelFile.contextFeatures },
        sameFrom: model.sameFrom, partialFrom: model.partialFrom), path)
  }

  private static let features = PairFeatures.Name.allCases.map { "\($0)" }
  private static let contextFeatures = ComponentFeature.allCases.map { "\($0)" }

  private func checked(
    _ trees: Trees, _ features: [String] = RelationModelFile.features
  ) throws(ModelError) -> BoostedTrees {
    guard let made = trees.trees, made.highestFeature < features.count else {
      throw .unreadable(path: path, problem: "a tree leads nowhere")
    }
    return made
  }

  private func checked(
    ifThere trees: Trees?, _ features: [String] = RelationModelFile.features
  ) throws(ModelError) -> BoostedTrees? {
    guard let trees else { return nil }
    return try checked(trees, features)
  }
}
