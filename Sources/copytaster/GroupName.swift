import Store
import Stories

/// The name by which people call a group of a store: `g2`, or its number alone.
enum GroupName {
  /// The group of a name; nil for a name that is none.
  static func group(_ name: String) -> GroupNumber? {
    Int64(name.hasPrefix("g") ? name.dropFirst() : name[...]).map { GroupNumber($0) }
  }

  /// Says that there is no such group, or which took it in, and ends with the answer "no".
  ///
  /// - Throws: `StoreError` where the store can't be asked.
  static func isNone(_ name: String, in reader: StoreReader) throws -> any Error {
    if let group = group(name), let other = try reader.mergedInto(group) {
      Terminal.complain("\(group) was merged into \(other)")
    } else {
      Terminal.complain(
        "there is no group '\(name)' in \(reader.path); a group is named like g2, 'group' lists them"
      )
    }
    return Exit.answerIsNo
  }
}
