/// A sum of trees in the shape in which it is judged fastest: every tree filled up to one depth, so that
/// going down takes no question whether a leaf has been reached, and four trees go down side by side.
///
/// What a processor waits for in a tree is the comparison before; four paths keep it busy.
struct LevelledTrees: Hashable, Sendable {
  private let depth: Int
  private let trees: Int
  /// Inner nodes of each tree level by level; children of node i are 2i+1 and 2i+2.
  private let features: [UInt8]
  private let thresholds: [Float]
  /// 2^depth a tree.
  private let leaves: [Float]

  /// Deeper trees would be filled up to too many leaves.
  static let deepest = 6

  /// Nil for trees that are deeper than `deepest` or ask about too many features.
  init?(_ trees: [[BoostedTrees.Node]]) {
    let depth = trees.map { LevelledTrees.depth(of: $0, 0) }.max() ?? 0
    guard depth <= LevelledTrees.deepest else { return nil }
    guard trees.allSatisfy({ $0.allSatisfy { $0.feature < 256 } }) else { return nil }
    let (inner, outer) = ((1 << depth) - 1, 1 << depth)
    var features = [UInt8](repeating: 0, count: trees.count * inner)
    var thresholds = [Float](repeating: .infinity, count: trees.count * inner)
    var leaves = [Float](repeating: 0, count: trees.count * outer)
    for (number, tree) in trees.enumerated() {
      func fill(_ place: Int, from node: Int) {
        let isLeaf = tree[node].feature < 0
        guard place < inner else {
          leaves[number * outer + place - inner] = tree[node].value
          return
        }
        if !isLeaf {
          features[number * inner + place] = UInt8(tree[node].feature)
          thresholds[number * inner + place] = tree[node].threshold
        }
        fill(2 * place + 1, from: isLeaf ? node : Int(tree[node].left))
        fill(2 * place + 2, from: isLeaf ? node : Int(tree[node].left) + 1)
      }
      fill(0, from: 0)
    }
    (self.depth, self.trees) = (depth, trees.count)
    (self.features, self.thresholds, self.leaves) = (features, thresholds, leaves)
  }

  private static func depth(of tree: [BoostedTrees.Node], _ node: Int) -> Int {
    guard tree[node].feature >= 0 else { return 0 }
    let left = Int(tree[node].left)
    return 1 + max(depth(of: tree, left), depth(of: tree, left + 1))
  }

  /// The sum, added up in the order of the trees, so that it equals that of any other way down.
  ///
  /// Complexity: trees · depth comparisons, without branches.
  func score(_ values: [Float], base: Float) -> Float {
    let (inner, outer) = ((1 << depth) - 1, 1 << depth)
    var sum = base
    values.withUnsafeBufferPointer { values in
      features.withUnsafeBufferPointer { features in
        thresholds.withUnsafeBufferPointer { thresholds in
          leaves.withUnsafeBufferPointer { leaves in
            @inline(__always)
            func step(_ place: Int, _ start: Int) -> Int {
              let node = start &+ place
              return 2 &* place &+ (values[Int(features[node])] > thresholds[node] ? 2 : 1)
            }
            var tree = 0
            while tree &+ 4 <= trees {
              let (one, two, three, four) = (
                tree &* inner, (tree &+ 1) &* inner, (tree &+ 2) &* inner, (tree &+ 3) &* inner
              )
              var (first, second, third, fourth) = (0, 0, 0, 0)
              for _ in 0..<depth {
                first = step(first, one)
                second = step(second, two)
                third = step(third, three)
                fourth = step(fourth, four)
              }
              let leaf = tree &* outer &- inner
              sum += leaves[leaf &+ first]
              sum += leaves[leaf &+ outer &+ second]
              sum += leaves[leaf &+ 2 &* outer &+ third]
              sum += leaves[leaf &+ 3 &* outer &+ fourth]
              tree &+= 4
            }
            while tree < trees {
              var place = 0
              for _ in 0..<depth { place = step(place, tree &* inner) }
              sum += leaves[tree &* outer &- inner &+ place]
              tree &+= 1
            }
          }
        }
      }
    }
    return sum
  }
}
