/// A sum of trees in the shape in which it is judged fastest: every tree filled up to one depth, so that
/// going down takes no question whether a leaf has been reached, and four trees go down side by side.
///
/// What a processor waits for in a tree is the comparison before; four paths keep it busy. Values are compared as
/// whole numbers in the same order, which takes it fewer steps than fractions.
struct LevelledTrees: Hashable, Sendable {
  private let depth: Int
  private let trees: Int
  /// 2^depth a tree; of these the first is unused, the root is node 1, children of node i are 2i and 2i+1.
  private let features: [UInt8]
  private let thresholds: [UInt32]
  /// 2^depth a tree.
  private let leaves: [Float]

  /// Deeper trees would be filled up to too many leaves.
  static let deepest = 6

  /// Nil for trees that are deeper than `deepest` or ask about too many features.
  init?(_ trees: [[BoostedTrees.Node]]) {
    let depth = trees.map { LevelledTrees.depth(of: $0, 0) }.max() ?? 0
    guard depth <= LevelledTrees.deepest else { return nil }
    guard trees.allSatisfy({ $0.allSatisfy { $0.feature < 256 } }) else { return nil }
    let size = 1 << depth
    var features = [UInt8](repeating: 0, count: trees.count * size)
    var thresholds = [UInt32](repeating: .max, count: trees.count * size)
    var leaves = [Float](repeating: 0, count: trees.count * size)
    for (number, tree) in trees.enumerated() {
      func fill(_ place: Int, from node: Int) {
        let isLeaf = tree[node].feature < 0
        guard place < size else {
          leaves[number * size + place - size] = tree[node].value
          return
        }
        if !isLeaf {
          features[number * size + place] = UInt8(tree[node].feature)
          thresholds[number * size + place] = LevelledTrees.inOrder(tree[node].threshold)
        }
        fill(2 * place, from: isLeaf ? node : Int(tree[node].left))
        fill(2 * place + 1, from: isLeaf ? node : Int(tree[node].left) + 1)
      }
      fill(1, from: 0)
    }
    (self.depth, self.trees) = (depth, trees.count)
    (self.features, self.thresholds, self.leaves) = (features, thresholds, leaves)
  }

  private static func depth(of tree: [BoostedTrees.Node], _ node: Int) -> Int {
    guard tree[node].feature >= 0 else { return 0 }
    let left = Int(tree[node].left)
    return 1 + max(depth(of: tree, left), depth(of: tree, left + 1))
  }

  /// A number that is larger where the value is; what is no number comes below all.
  @inline(__always)
  private static func inOrder(_ value: Float) -> UInt32 {
    // Adding nothing makes the two zeros one.
    let bits = (value + 0).bitPattern
    return value.isNaN ? 0 : bits ^ (bits >> 31 == 0 ? 0x8000_0000 : 0xFFFF_FFFF)
  }

  /// The sum, added up in the order of the trees, so that it equals that of any other way down.
  ///
  /// Complexity: trees · depth comparisons, without branches.
  func score(_ values: [Float], base: Float) -> Float {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: values.count) { ordered in
      for index in values.indices {
        ordered.initializeElement(at: index, to: LevelledTrees.inOrder(values[index]))
      }
      return features.withUnsafeBufferPointer { features in
        thresholds.withUnsafeBufferPointer { thresholds in
          leaves.withUnsafeBufferPointer { leaves in
            let paths = Paths(
              values: UnsafeBufferPointer(ordered), features: features, thresholds: thresholds,
              leaves: leaves, depth: depth)
            return paths.sum(over: trees, base)
          }
        }
      }
    }
  }

  /// The trees without the checks of arrays, and what they are asked about.
  private struct Paths {
    let values: UnsafeBufferPointer<UInt32>
    let features: UnsafeBufferPointer<UInt8>
    let thresholds: UnsafeBufferPointer<UInt32>
    let leaves: UnsafeBufferPointer<Float>
    let depth: Int

    @inline(__always)
    func step(_ place: Int, in start: Int) -> Int {
      let node = start &+ place
      return place &+ place &+ (thresholds[node] < values[Int(features[node])] ? 1 : 0)
    }

    func sum(over trees: Int, _ base: Float) -> Float {
      let size = 1 << depth
      var (sum, start) = (base, 0)
      let (end, whole) = (trees &* size, (trees & ~3) &* size)
      while start < whole {
        let (two, three, four) = (start &+ size, start &+ 2 &* size, start &+ 3 &* size)
        var (first, second, third, fourth) = (1, 1, 1, 1)
        for _ in 0..<depth {
          first = step(first, in: start)
          second = step(second, in: two)
          third = step(third, in: three)
          fourth = step(fourth, in: four)
        }
        sum += leaves[start &- size &+ first]
        sum += leaves[start &+ second]
        sum += leaves[two &+ third]
        sum += leaves[three &+ fourth]
        start = four &+ size
      }
      while start < end {
        var place = 1
        for _ in 0..<depth { place = step(place, in: start) }
        sum += leaves[start &- size &+ place]
        start &+= size
      }
      return sum
    }
  }
}
