internal import Stories

/// What the grouping remembers of each story it can still find, by story number.
///
/// Story numbers count up, so this is an array with a moving start rather than a dictionary.
struct MemberTable: Sendable {
  struct Member: Sendable {
    var face: Face
    var group: GroupNumber
  }

  private var base: Int64 = 0
  private var slots: ContiguousArray<Member?> = []
  private var vacated = 0
  /// Stories held.
  private(set) var count = 0

  /// Bytes held.
  var byteCount: Int { slots.capacity * MemoryLayout<Member?>.stride }

  subscript(story: StoryNumber) -> Member? {
    let index = story.value - base
    return index >= 0 && index < slots.count ? slots[Int(index)] : nil
  }

  /// Whether something is true of any member.
  func contains(where isMeant: (Member, StoryNumber) -> Bool) -> Bool {
    slots.indices.contains { index in
      slots[index].map { isMeant($0, StoryNumber(base + Int64(index))) } ?? false
    }
  }

  /// The oldest story held, nil without any. O(1) as a rule: at most half of the slots are free.
  var oldest: StoryNumber? {
    slots.firstIndex { $0 != nil }.map { StoryNumber(base + Int64($0)) }
  }

  mutating func set(_ story: StoryNumber, _ member: Member) {
    if slots.isEmpty { base = story.value }
    precondition(story.value >= base, "stories are put down in ascending order of number")
    let index = Int(story.value - base)
    while slots.count <= index { slots.append(nil) }
    if slots[index] == nil { count += 1 }
    slots[index] = member
  }

  mutating func move(_ story: StoryNumber, to group: GroupNumber) {
    let index = story.value - base
    guard index >= 0, index < slots.count else { return }
    slots[Int(index)]?.group = group
  }

  /// Forgets a story; gives the memory of the oldest ones back once they are half of all.
  mutating func remove(_ story: StoryNumber) {
    let index = story.value - base
    guard index >= 0, index < slots.count, slots[Int(index)] != nil else { return }
    slots[Int(index)] = nil
    count -= 1
    vacated += 1
    guard vacated * 2 > slots.count else { return }
    let kept = slots.firstIndex { $0 != nil } ?? slots.count
    slots = ContiguousArray(slots[kept...])
    base += Int64(kept)
    vacated = slots.count { $0 == nil }
  }
}
