public import Stories

extension GroupKeeper {
  /// Places a newcomer: compares it, ties it and regroups the component it falls into.
  ///
  /// - Parameters:
  ///   - newcomer: must have a higher number than every story before it.
  ///   - copies: the text of a story that can still be found; nil leaves that story out of the comparison.
  /// - Returns: the group and all that changed, to be stored in one transaction.
  ///
  /// Complexity: O(candidates · tokens), plus O(n² · tokens) in the size of the component up to `componentLimit`.
  public mutating func place(
    _ newcomer: Newcomer, copies: @escaping (StoryNumber) -> PackedCopy?
  ) -> Placement {
    let takes = Array(
      newcomer.earlierTakes.filter { members[$0] != nil }.suffix(GroupKeeper.takeLimit))
    let (component, found) = bind(newcomer, takes, copies)
    var placement = regroup(newcomer, component, found)
    placement.pairs = found.pairs + found.passages
    placement.reachedLimit = placement.reachedLimit || found.reachedLimit
    return placement
  }

  /// Compares a story with those that are found to be like it and with some of its other takes, puts it into the index,
  /// and remembers what it is tied to.
  ///
  /// - Returns: the component that it falls into, without itself, and what the comparisons found.
  mutating func bind(
    _ newcomer: Newcomer, _ takes: [StoryNumber], _ copies: @escaping (StoryNumber) -> PackedCopy?
  ) -> (component: [StoryNumber], found: Comparison.Findings) {
    let candidates =
      takes + self.candidates(newcomer.copy, newcomer.signature, newcomer.fingerprints)
    let prints = prints(of: newcomer.copy)
    let reuse = reuse(prints)
    // Asked here and not there, since a call copies the keeper, reference for reference.
    let (component, found) =
      candidates.isEmpty && reuse.isEmpty
      ? ([], Comparison.Findings()) : compare(newcomer, candidates, reuse, copies)
    index.insert(
      newcomer.number, newcomer.signature,
      fingerprinted(newcomer.fingerprints, of: newcomer.copy), prints: prints, at: newcomer.arrived)
    for pair in found.pairs { tie(pair) }
    return (component, found)
  }

  /// What finds a text's passages; nothing where none are looked for.
  private func prints(of copy: PackedCopy) -> [UInt32] {
    passages == .none ? [] : copy.withView { PassagePrinter().prints(of: $0) }
  }

  /// The stories with which a newcomer may share a passage.
  private func reuse(_ prints: [UInt32]) -> [StoryNumber] {
    prints.isEmpty ? [] : index.sharing(prints: prints, most: passages.most)
  }

  /// Verifies the newcomer against its candidates and the component that these bind it into, and the parts
  /// of that component against each other.
  ///
  /// A function of its own so that nothing of the comparison is alive when the tables change: a second
  /// reference to them would have each change copy the whole.
  private func compare(
    _ newcomer: Newcomer, _ candidates: [StoryNumber], _ reuse: [StoryNumber],
    _ copies: @escaping (StoryNumber) -> PackedCopy?
  ) -> (component: [StoryNumber], found: Comparison.Findings) {
    var comparing = Comparison(newcomer, rule: rule, members: members, copies: copies)
    comparing.compare(candidates)
    let component = component(
      of: comparing.findings.ties, upTo: GroupKeeper.componentLimit)
    if component.count < GroupKeeper.componentLimit {
      comparing.compare(component)
      comparing.compareAcross(parts: parts(comparing.findings.ties))
    }
    if passages == .everything {
      let found = reuse + candidates
      comparing.comparePassages(found + versions(of: found), andMore: true)
    } else {
      comparing.comparePassages(reuse, andMore: false)
    }
    return (component, comparing.findings)
  }

  /// What is tied to some stories: whoever has a passage of one version most likely has it of all, and of these the index
  /// names a few. Of a form that hundreds fill in those few are enough.
  private func versions(of stories: [StoryNumber]) -> [StoryNumber] {
    var (versions, seen): ([StoryNumber], Set<StoryNumber>) = ([], [])
    for story in stories where !seen.contains(story) {
      let component = component(of: [story], upTo: GroupKeeper.componentLimit)
      seen.formUnion(component)
      guard component.count < GroupKeeper.componentLimit else { continue }
      versions += component
      if versions.count >= GroupKeeper.comparisonLimit { break }
    }
    return versions
  }

  /// Puts back a story that was grouped before, with the group the store has for it. Stories come in ascending order of
  /// number.
  ///
  /// - Parameters:
  ///   - story: its number.
  ///   - face: what its place in canonical order is decided by.
  ///   - group: the group.
  ///   - copy: its text as it is compared.
  ///   - signature: its signature.
  ///   - fingerprints: its sampled fingerprints.
  ///   - arrived: when it arrived, which decides when it expires.
  ///
  /// Complexity: O(n) in the length of the text.
  public mutating func restore(
    _ story: StoryNumber, face: Face, group: GroupNumber, copy: PackedCopy, signature: Signature,
    fingerprints: [UInt32], arrived: Instant
  ) {
    members.set(story, .init(face: face, group: group))
    index.insert(
      story, signature, fingerprinted(fingerprints, of: copy), prints: prints(of: copy), at: arrived
    )
    nextGroup = max(nextGroup, group.value + 1)
  }

  /// Puts back a tie between two restored stories; does nothing where either was not.
  ///
  /// - Parameters:
  ///   - first: a story.
  ///   - second: another.
  ///   - strength: how strongly the two pull into one group, from 0 to 1.
  ///   - isIdentity: whether the source says that both are takes of one story.
  ///   - covered: which parts of each the other covers.
  public mutating func restoreTie(
    _ first: StoryNumber, _ second: StoryNumber, strength: Double, isIdentity: Bool,
    covered: (first: Coverage, second: Coverage)
  ) {
    guard members[first] != nil, members[second] != nil,
      isIdentity || strength >= GroupKeeper.leastStrength
    else { return }
    tie(first, second, strength: strength, isIdentity: isIdentity, covered: covered)
  }

  /// Makes sure that no group number at or below this is given again.
  public mutating func reserveGroups(through number: GroupNumber) {
    nextGroup = max(nextGroup, number.value + 1)
  }

  private mutating func tie(_ pair: JudgedPair) {
    // Two stories of the parts that a newcomer binds may have been compared when the later one came.
    let isTied = ties[pair.first]?.contains { $0.story == pair.second } ?? false
    guard pair.verdict.strength >= GroupKeeper.leastStrength, !isTied else { return }
    let evidence = pair.evidence
    tie(
      pair.first, pair.second, strength: pair.verdict.strength, isIdentity: evidence.sameIdentity,
      covered: (evidence.firstCovered, evidence.secondCovered))
  }

  private mutating func tie(
    _ first: StoryNumber, _ second: StoryNumber, strength: Double, isIdentity: Bool,
    covered: (first: Coverage, second: Coverage)
  ) {
    ties[first, default: []].append(
      Tie(story: second, strength: strength, isIdentity: isIdentity, covered: covered.first))
    ties[second, default: []].append(
      Tie(story: first, strength: strength, isIdentity: isIdentity, covered: covered.second))
  }

  /// All stories tied to any of these, directly or through others.
  ///
  /// - Parameters:
  ///   - starts: where to begin.
  ///   - limit: stories at which to stop, since it is no longer asked which there are.
  /// - Returns: the stories in order of arrival, at least `limit` of them where there are so many.
  ///
  /// Complexity: O(ties of the stories that are returned).
  func component(of starts: [StoryNumber], upTo limit: Int = .max) -> [StoryNumber] {
    var seen = Set(starts)
    var waiting = starts
    while seen.count < limit, let story = waiting.popLast() {
      for tie in ties[story] ?? [] where tie.isTie && seen.insert(tie.story).inserted {
        waiting.append(tie.story)
      }
    }
    return seen.sorted()
  }

  /// The components that the newcomer would bind together.
  private func parts(_ ties: [StoryNumber]) -> [[StoryNumber]] {
    var parts: [[StoryNumber]] = []
    for story in ties where !parts.contains(where: { $0.contains(story) }) {
      parts.append(component(of: [story]))
    }
    return parts
  }
}
