/// The number of a group of stories that are the same copy. It stays put while the group lives and is
/// never used again.
public struct GroupNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The number, from 1.
  public let value: Int64

  /// Makes a group number.
  public init(_ value: Int64) {
    self.value = value
  }

  /// Groups opened earlier come first.
  public static func < (left: GroupNumber, right: GroupNumber) -> Bool {
    left.value < right.value
  }

  /// `g17`, the form in which commands accept it too.
  public var description: String { "g\(value)" }
}

/// What one story's arrival, or a change of judgement, did to the groups.
public enum GroupChange: Hashable, Sendable {
  /// A new group with one story in it.
  case opened(group: GroupNumber, story: StoryNumber)
  /// A story came into a group that was already there.
  case joined(group: GroupNumber, story: StoryNumber)
  /// Several groups turned out to be one; `from` are gone, `into` lives on.
  case merged(from: [GroupNumber], into: GroupNumber)
  /// Some stories of a group turned out to be other copy and stand in a group of their own now.
  case split(from: GroupNumber, into: GroupNumber, stories: [StoryNumber])
}
