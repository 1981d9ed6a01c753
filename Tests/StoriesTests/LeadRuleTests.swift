import Stories
import Testing

@Suite struct LeadRuleTests {
  static func candidate(
    _ number: Int64, _ identity: String, version: Int64 = 1, hour: Int64? = nil, length: Int = 10,
    agency: Bool = false, _ standing: LeadRule.Standing = .usable
  ) -> LeadRule.Candidate {
    LeadRule.Candidate(
      number: StoryNumber(number), identity: identity, version: version,
      published: hour.map { Instant(milliseconds: $0 * Instant.hour) }, length: length,
      isAgencyOriginal: agency, standing: standing)
  }

  @Test("each rule picks its story")
  func rules() {
    let group = [
      Self.candidate(1, "b", hour: 2, length: 30), Self.candidate(2, "a", hour: 3, agency: true),
      Self.candidate(3, "c", hour: 1), Self.candidate(4, "d", hour: 4), Self.candidate(5, "e"),
    ]
    #expect(LeadRule.first.lead(of: group) == StoryNumber(3))
    #expect(LeadRule.longest.lead(of: group) == StoryNumber(1))
    #expect(LeadRule.newest.lead(of: group) == StoryNumber(4))
    #expect(LeadRule.agency.lead(of: group) == StoryNumber(2))
    #expect(LeadRule.agency.lead(of: [group[0], group[3]]) == StoryNumber(1))
  }

  @Test("a lower version that arrives later does not lead, and what may not be used gives way")
  func versions() {
    let group = [
      Self.candidate(1, "a", version: 3, hour: 3), Self.candidate(2, "a", version: 2, hour: 9),
      Self.candidate(3, "b", hour: 5, .wrong),
    ]
    for rule in LeadRule.allCases { #expect(rule.lead(of: group) == StoryNumber(1)) }
    #expect(LeadRule.first.lead(of: [group[2]]) == StoryNumber(3))
    #expect(LeadRule.first.lead(of: []) == nil)
  }

  @Test("what carries a wrong version gives way to what may be used, and goes before the wrong one")
  func carriers() {
    let group = [
      Self.candidate(1, "a", hour: 1, length: 40, agency: true, .wrong),
      Self.candidate(2, "b", hour: 2, length: 30, .carriesWrong),
      Self.candidate(3, "c", hour: 1, length: 20),
    ]
    for rule in LeadRule.allCases {
      #expect(rule.lead(of: group) == StoryNumber(3))
      #expect(rule.lead(of: Array(group[..<2])) == StoryNumber(2))
    }
  }
}
