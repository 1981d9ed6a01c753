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
  /// Before it no slot holds a story.
  private var firstHeld = 0
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

  /// The oldest story held, nil without any.
  var oldest: StoryNumber? {
    firstHeld < slots.count ? StoryNumber(base + Int64(firstHeld)) : nil
  }

  mutating func set(_ story: StoryNumber, _ member: Member) {
    if slots.isEmpty { base = story.value }
    precondition(story.value >= base, "stories are put down in ascending order of number")
    let index = Int(story.value - base)
    while slots.count <= index { slots.append(nil) }
    if slots[index] == nil { count += 1 }
    firstHeld = min(firstHeld, index)
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
    while firstHeld < slots.count, slots[firstHeld] == nil { firstHeld += 1 }
    guard vacated * 2 > slots.count else { return }
    slots = ContiguousArray(slots[firstHeld...])
    base += Int64(firstHeld)
    firstHeld = 0
    vacated = slots.count { $0 == nil }
  }
}
