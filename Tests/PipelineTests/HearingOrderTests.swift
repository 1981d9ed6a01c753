import Stories
import Testing

@testable import Pipeline

@Suite("The order in which changes of groups are heard") struct HearingOrderTests {
  private func group(_ number: Int64) -> GroupNumber { GroupNumber(number) }

  private func split(_ from: Int64, _ into: Int64, _ story: Int64) -> GroupChange {
    .split(from: group(from), into: group(into), stories: [StoryNumber(story)])
  }

  @Test("who leaves a group leaves it after those who come into it")
  func arrivals() {
    let leaving = split(4, 13, 11)
    let newcomer = GroupChange.opened(group: group(20), story: StoryNumber(99))
    for coming in [split(7, 4, 5), .merged(from: [group(7)], into: group(4))] {
      #expect([leaving, coming, newcomer].arrivalsFirst() == [coming, leaving, newcomer])
      #expect([coming, leaving, newcomer].arrivalsFirst() == [coming, leaving, newcomer])
    }
  }

  @Test("a newcomer joins before others leave its group, and after the split that makes it")
  func newcomers() {
    let joining = GroupChange.joined(group: group(4), story: StoryNumber(99))
    #expect([split(4, 13, 11), joining].arrivalsFirst() == [joining, split(4, 13, 11)])
    #expect([split(7, 4, 11), joining].arrivalsFirst() == [split(7, 4, 11), joining])
  }

  @Test("what has nothing to do with each other stays in order")
  func others() {
    let changes = [split(1, 2, 5), split(3, 6, 7), .merged(from: [group(3)], into: group(8))]
    #expect(changes.arrivalsFirst() == changes)
  }
}
