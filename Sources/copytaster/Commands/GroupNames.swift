import Pipeline
import Stories

/// What groups of a batch are called: by the id of their first story, and where several first stories have one id, by
/// its outlet too, and by a number where that is not enough: two groups never have one name.
struct GroupNames {
  private var names: [Int: String] = [:]

  /// Names groups.
  ///
  /// - Parameters:
  ///   - groups: positions in entries, as `Batch.groups` gives them.
  ///   - entries: the batch's.
  init(_ groups: [[Int]], _ entries: [Batch.Entry]) {
    let firsts = groups.compactMap(\.first)
    var counts: [String: Int] = [:]
    for first in firsts { counts[entries[first].id, default: 0] += 1 }
    var taken = Set(counts.keys)
    for first in firsts {
      let entry = entries[first]
      guard let count = counts[entry.id], count > 1 else {
        names[first] = entry.id
        continue
      }
      let whole = entry.outlet.map { "\($0.name)/\(entry.id)" } ?? entry.id
      var (name, number) = (whole, 1)
      while !taken.insert(name).inserted {
        number += 1
        name = "\(whole)#\(number)"
      }
      names[first] = name
    }
  }

  /// The name of the group with some first story.
  subscript(first: Int) -> String { names[first] ?? "" }
}
